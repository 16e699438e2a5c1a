"""Codebook → YAML, for version control, and workbook, for analysts: `read_codebook` reads both back as equal ones."""

from typing import Any

import yaml

from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.plain import plain_codebook
from surveys.microdata.codebook.workbook_writing import codebook_workbook

__all__ = ["codebook_workbook", "codebook_yaml"]

WIDTH = 110  # characters of a line
HEADER = "# What the columns of a file of answers mean; docs/data.md explains every key.\n"
ON_ONE_LINE = ("columns", "missing", "source", "options")  # lists of short texts


class _Line(list):
    """A list that is written on one line."""


class _Dumper(yaml.CSafeDumper):
    """Lists and mappings as blocks, but lists of short texts on a line; no references to what stood before."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    _Line, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)
)


def codebook_yaml(codebook: Codebook) -> str:
    """Texts that look like numbers, dates or yes and no are quoted, so that they stay texts in every reader."""
    plain = plain_codebook(codebook)
    body = yaml.dump(
        _laid_out(plain), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return HEADER + body


def _laid_out(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _laid_out(each, name) for name, each in value.items()}
    if isinstance(value, list):
        short = key in ON_ONE_LINE and all(isinstance(each, str) for each in value)
        return _Line(value) if short else [_laid_out(each) for each in value]
    return value
