"""SPSS .sav → blocks of rows of text with labels. User-missing values are read as blank: they are no answers.

pyreadstat reads a path, so bytes in memory go through a file of the system's scratch folder.
"""

import os
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.file import AnswerFile, Block, SpssLabels
from surveys.microdata.answers.sources import Source
from surveys.microdata.answers.workbooks import cell_text
from surveys.microdata.codebook.codebook import FileForm

ROWS = 16_384  # read at once: each pass skips the rows before it
WEIGHT_AT = 76  # byte of the header: the index of the weight variable, from 1, counted in pieces of 8 bytes
RECORD = 32  # bytes of a variable record without its label, missing values


def open_spss(source: Source, form: FileForm, report: Report) -> AnswerFile | None:
    """The file with the labels of its variables, or None when a problem was added. Names of variables are headings."""
    import pyreadstat

    try:
        with _path(source) as path:
            _values, facts = pyreadstat.read_sav(path, metadataonly=True, user_missing=True, output_format="dict")
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, OSError) as error:
        report.add(source.name, None, "", "", _("cannot be read as an SPSS file: %(reason)s") % {"reason": error})
        return None
    names = tuple(facts.column_names)
    rows = facts.number_rows
    return AnswerFile(
        source.name,
        source.sha256(),
        replace(form, encoding=facts.file_encoding or "", heading_rows=1),
        (names,),
        lambda _heading_rows: _blocks(source, names, report),
        report,
        rows_in_file=None if rows is None else rows + 1,
        labels=_labels(source, facts),
    )


def _blocks(source: Source, names: tuple[str, ...], report: Report) -> Iterator[Block]:
    import pyreadstat

    start = 0
    with _path(source) as path:
        while True:
            try:
                values, _facts = pyreadstat.read_sav(path, row_offset=start, row_limit=ROWS, output_format="dict")
            except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError) as error:
                expected = _("cannot be read as an SPSS file: %(reason)s") % {"reason": error}
                report.add(source.name, start + 1, "", "", expected)
                return
            columns = [_texts(values[name]) for name in names]
            count = len(columns[0]) if columns else 0
            if count:
                rows = [list(row) for row in zip(*columns, strict=True)]
                yield Block(list(range(start + 1, start + count + 1)), rows)
            if count < ROWS:
                return
            start += count


def _texts(values: Any) -> list[str]:
    """Numbers and dates as text; what is missing, None or NaN, as blank."""
    return ["" if value is None or value != value else _text(value) for value in values]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else cell_text(value.item() if hasattr(value, "item") else value)


@contextmanager
def _path(source: Source) -> Iterator[str]:
    if isinstance(source.given, Path):
        yield str(source.given)
        return
    handle, path = tempfile.mkstemp(suffix=".sav")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(source.given)
        yield path
    finally:
        os.unlink(path)


def _labels(source: Source, facts: Any) -> SpssLabels:
    numbers = [name for name in facts.column_names if facts.readstat_variable_types[name] != "string"]
    return SpssLabels(
        texts={name: label for name, label in facts.column_names_to_labels.items() if label},
        options={
            name: {_text(value): label for value, label in labels.items()}
            for name, labels in facts.variable_value_labels.items()
        },
        missing={name: tuple(map(_range_text, ranges)) for name, ranges in facts.missing_ranges.items()},
        sets={name: tuple(each["variable_list"]) for name, each in (facts.mr_sets or {}).items()},
        weight=_weight(source, numbers),
    )


def _range_text(limits: dict[str, Any]) -> str:
    low, high = _text(limits["lo"]), _text(limits["hi"])
    return low if low == high else f"{low} to {high}"


def _weight(source: Source, numbers: list[str]) -> str:
    """The weight variable. The header counts records of 8 bytes each, of which a long text takes several.

    A weight is a number (width 0), so it is found as the n-th number among the records of type 2 behind the header.
    """
    with source.open() as file:
        header = file.read(176)
        if len(header) < 176:
            return ""
        order = "<" if struct.unpack("<i", header[64:68])[0] in (2, 3) else ">"
        (wanted,) = struct.unpack(f"{order}i", header[WEIGHT_AT : WEIGHT_AT + 4])
        number = -1
        for index in range(1, wanted + 1):
            record = file.read(RECORD)
            if len(record) < RECORD or struct.unpack(f"{order}i", record[:4])[0] != 2:
                return ""
            width, has_label, missing = struct.unpack(f"{order}3i", record[4:16])
            number += width == 0
            if has_label:
                (length,) = struct.unpack(f"{order}i", file.read(4))
                file.read((length + 3) // 4 * 4)
            file.read(8 * abs(missing))
            if index == wanted:
                return numbers[number] if width == 0 and number < len(numbers) else ""
    return ""
