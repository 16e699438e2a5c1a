"""Answers → Table: unrounded, nothing hidden. Readers see tables only through publishing.table_for."""

from collections.abc import Collection, Mapping, Sequence

from surveys.microdata.cells.cube import EVERYBODY, CellCube
from surveys.microdata.cells.tabulating import NO_BREAK, tabulate_all
from surveys.microdata.codebook.questions import Net, Option, Question
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.asking import SpecError, check_spec
from surveys.microdata.tables.banner import is_overlapping
from surveys.microdata.tables.breaking import BreakPart
from surveys.microdata.tables.comparing import Rules
from surveys.microdata.tables.estimating import Bases, means_of, shares_of
from surveys.microdata.tables.table import Row, RowKind, Table, TableSpec

__all__ = ["MEAN", "Cubes", "Keys", "SpecError", "cubes_for", "make_table", "table_of"]
MEAN = "mean"  # code of the row of means
MEAN_EN, MEAN_ZH = "Mean", "平均值"
Keys = Collection[tuple[str, str]]  # of columns: break and code
Cubes = Mapping[tuple[str, str], CellCube]  # (row question, break) → cube


def make_table(answers: Answers, spec: TableSpec, *, hidden: Keys = frozenset(), untested: Keys = frozenset()) -> Table:
    """The table, for research. Columns that are `hidden` or `untested` stand in it, and take no part in tests.

    Raises SpecError for what the codebook does not hold.
    """
    return table_of(answers, spec, cubes_for(answers, [spec]), hidden=hidden, untested=untested)


def cubes_for(answers: Answers, specs: Sequence[TableSpec]) -> Cubes:
    """The cubes of several tables of one banner, filter and weight, in one pass; all specs but `rows` are alike."""
    for spec in specs:
        check_spec(answers.codebook, spec)
    first = specs[0]
    return tabulate_all(
        answers,
        [spec.rows for spec in specs],
        first.breaks or (NO_BREAK,),
        conditions=first.filter,
        weight=first.weight,
    )


def table_of(
    answers: Answers, spec: TableSpec, cubes: Cubes, *, hidden: Keys = frozenset(), untested: Keys = frozenset()
) -> Table:
    """The table of cubes that were counted before."""
    questions = answers.codebook.by_code
    question, design = questions[spec.rows], answers.design(spec.weight)
    rules = Rules(spec.adjust, spec.least_base, frozenset(hidden), frozenset(untested))
    parts: list[BreakPart] = []
    for code in spec.breaks:
        start = sum(len(part.columns) for part in parts)
        parts.append(BreakPart(question, questions[code], cubes[spec.rows, code], start, rules, design))
    whole = cubes[spec.rows, spec.breaks[0] if spec.breaks else NO_BREAK]
    bases = Bases(whole.bases)
    overall = {part.by.code: found for part in parts if (found := part.overall())}
    return Table(
        spec=spec,
        revision=answers.revision,
        n_design=design,
        base=bases.at(EVERYBODY),
        columns=tuple(column for part in parts for column in part.columns),
        rows=tuple(_rows(question, whole, bases, parts, design)),
        overall=overall,
        is_overlapping=is_overlapping(part.by for part in parts),
    )


def _rows(question: Question, whole: CellCube, bases: Bases, parts: list[BreakPart], design: int) -> list[Row]:
    """Options, nets, and the mean of whatever has numbers."""
    rows = []
    totals = shares_of(whole, bases, design, columns=EVERYBODY + 1).estimates
    overalls = {part.by.code: part.row_overalls() for part in parts}
    choices: tuple[Option | Net, ...] = (*question.options, *question.nets)
    for place, each in enumerate(choices):
        rows.append(
            Row(
                kind=RowKind.NET if isinstance(each, Net) else RowKind.OPTION,
                code=each.code,
                label_en=each.label_en,
                label_zh=each.label_zh,
                total=totals[place][EVERYBODY],
                cells=tuple(cell for part in parts for cell in part.cells(place)),
                overall={code: found for code, each in overalls.items() if (found := each[place])},
            )
        )
    means = means_of(whole)
    if means:
        cells = tuple(cell for part in parts for cell in part.mean_cells())
        rows.append(Row(RowKind.MEAN, MEAN, MEAN_EN, MEAN_ZH, means.estimates(design)[EVERYBODY], cells))
    return rows
