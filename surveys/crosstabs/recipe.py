"""How the numbers of a crosstab are made: what they come from, formulas with numbers put in, the command for it."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.labels import choose
from portal.release import release
from portal.words import headed, write_count
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.forms import ADJUSTMENTS
from surveys.crosstabs.frames import ALL, segment_labels
from surveys.crosstabs.words import filter_words
from surveys.crosstabs.working import steps_of
from surveys.microdata.codebook.conditions import filter_text
from surveys.microdata.tables.table import Audience, Cell, Row, Table, TableSpec
from surveys.weights import UNWEIGHTED, weight_label

ANSWERS, CODEBOOK = "answers", "codebook.yaml"


@dataclass(frozen=True)
class Recipe:
    """`facts` are (term, text); `cell` names the number whose steps are spelled out, "" for none.

    steps    formulas with numbers put in, rounded as the table shows them
    command  that makes the same table from the file of answers
    """

    facts: tuple[tuple[str, str], ...]
    command: str
    cell: str = ""
    steps: tuple[str, ...] = ()


def recipe_of(table: Table, asking: Asking, cell: str = "") -> Recipe:
    """`cell` as layout.Value.name has it; the steps are missing where there is no such number."""
    found = cell_named(table, cell)
    return Recipe(
        facts=tuple(_facts(table, asking)),
        command=command_of(table.spec),
        cell=_cell_words(table, asking, *found) if found else "",
        steps=tuple(steps_of(table, *found)) if found else (),
    )


def plain_recipe(table: Table, asking: Asking) -> dict:
    """What .json and recipe.json hold: all that a machine needs to make the same numbers."""
    dataset, spec = asking.published.dataset, table.spec
    return {
        "survey": dataset.wave.survey.slug,
        "wave": dataset.wave.slug,
        "revision": dataset.revision,
        "file_sha256": dataset.file_sha256,
        "respondents": dataset.respondents,
        "rows": spec.rows,
        "columns": list(spec.breaks),
        "filter": filter_text(spec.filter),
        "weight": spec.weight or UNWEIGHTED,
        "adjust": str(spec.adjust),
        "min_base": spec.least_base,
        "audience": str(Audience.PUBLIC),
        "code": release(),
        "arguments": arguments_of(spec),
        "command": command_of(spec),
    }


def arguments_of(spec: TableSpec) -> list[str]:
    """What `manage.py tabulate` takes after the file of answers and the codebook."""
    found = ["--rows", spec.rows]
    found += ["--columns", ",".join(spec.breaks)] if spec.breaks else []
    found += ["--filter", filter_text(spec.filter)] if spec.filter else []
    found += ["--weight", spec.weight or UNWEIGHTED, "--adjust", str(spec.adjust), "--min-base", str(spec.least_base)]
    return [*found, "--audience", str(Audience.PUBLIC), "--format", "json"]


def command_of(spec: TableSpec) -> str:
    return shlex.join(["python", "manage.py", "tabulate", ANSWERS, CODEBOOK, *arguments_of(spec)])


def _facts(table: Table, asking: Asking) -> Iterator[tuple[str, str]]:
    dataset, spec = asking.published.dataset, table.spec
    yield _("Answers"), f"{dataset.wave} · {write_count(dataset.respondents)}"
    yield _("Revision"), dataset.revision
    yield _("File"), f"{dataset.file_name} · SHA-256 {dataset.file_sha256}"
    yield _("In rows"), f"{asking.label(spec.rows)} ({spec.rows})"
    for code in spec.breaks:
        yield _("In columns"), f"{asking.label(code)} ({code})"
    yield _("Only those who"), filter_words(spec.filter, asking) or _("everybody")
    yield _("Weight"), weight_label(asking.codebook, spec.weight)
    yield _("Adjustment"), str(dict(ADJUSTMENTS)[spec.adjust])
    yield _("Code"), release()


def cell_named(table: Table, name: str) -> tuple[Row, Cell | None] | None:
    """(row, cell or None for the whole sample) of a name such as "yes.region.asia"; None where nothing is shown."""
    code, _dot, key = name.partition(".")
    row = next((row for row in table.rows if row.code == code), None)
    if row is None:
        return None
    if not key:
        return (row, None) if row.total.p is not None or row.total.mean is not None else None
    for cell in row.cells:
        if ".".join(cell.column.key) == key and (cell.estimate.p is not None or cell.estimate.mean is not None):
            return row, cell
    return None


def _cell_words(table: Table, asking: Asking, row, cell) -> str:
    part = choose(*(ALL if cell is None else segment_labels(table.columns, asking)[cell.column.key]))
    return headed(choose(row.label_en, row.label_zh), part)
