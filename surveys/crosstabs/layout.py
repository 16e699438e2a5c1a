"""The table as pages lay it out: breaks over columns, letters, bases as rows, cells with what is beyond chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from portal.labels import choose
from portal.words import headed, set_apart, write_count, write_number
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.columns import ARROWS
from surveys.crosstabs.findings import size_of
from surveys.crosstabs.frames import ALL, HIGHER, direction
from surveys.crosstabs.words import flag_of, flag_words, untested_words, write_cell
from surveys.microdata.tables.letters import higher_words
from surveys.microdata.tables.table import SUPPRESSED, Cell, Column, Estimate, Row, RowKind, Table


@dataclass(frozen=True)
class Head:
    """A column; `flag` is * or ** by its base, `remark` says it in words."""

    label: str
    letter: str = ""
    flag: str = ""
    remark: str = ""
    is_net: bool = False
    is_hidden: bool = False


@dataclass(frozen=True)
class HeadGroup:
    """A break over its columns; without label over the whole sample."""

    label: str
    heads: tuple[Head, ...]


@dataclass(frozen=True)
class Value:
    """What stands in a cell. `said` is what letters and arrows mean, `untested` why there are none.

    name       of the cell as the parameter `cell` takes it
    interval   "38.2–44.9%", empty where there is none
    """

    text: str
    name: str = ""
    letters: str = ""
    arrow: str = ""
    flag: str = ""
    said: str = ""
    untested: str = ""
    interval: str = ""
    is_hidden: bool = False

    @property
    def tip(self) -> str:
        """All of it in one line, for the pointer."""
        interval = _("95%% interval %(interval)s") % {"interval": self.interval} if self.interval else ""
        untested = headed(_("not tested"), self.untested) if self.untested else ""
        return set_apart([interval, self.said, untested])


@dataclass(frozen=True)
class Line:
    label: str
    values: tuple[Value, ...]
    kind: str = ""  # "net", "mean" or "base" for rows that are no answer


@dataclass(frozen=True)
class Layout:
    """`name` begins the ids of its headings: no other table of the page has it."""

    groups: tuple[HeadGroup, ...]
    bases: tuple[Line, ...]
    lines: tuple[Line, ...]
    name: str = "t"

    @property
    def heads(self) -> tuple[Head, ...]:
        return tuple(head for group in self.groups for head in group.heads)

    @property
    def has_breaks(self) -> bool:
        return len(self.groups) > 1

    @property
    def over(self) -> dict[int, str]:
        """Place of a column → ids of its headings, the column's own last; empty where one row of headings says all."""
        if not self.has_breaks:
            return {}
        wider = [
            f"{self.name}g{number} " if group.label else ""
            for number, group in enumerate(self.groups)
            for _head in group.heads
        ]
        return {place: f"{ids}{self.name}c{place}" for place, ids in enumerate(wider)}


def layout_of(table: Table, asking: Asking, order: Iterable[str], name: str = "t") -> Layout:
    """`order` are the codes of the rows as they are sorted."""
    rows = {row.code: row for row in table.rows}
    lines = tuple(_line(rows[code], table.columns) for code in order)
    return Layout(_groups(table, asking), _bases(table), lines, name)


def _groups(table: Table, asking: Asking) -> tuple[HeadGroup, ...]:
    by_break = [(code, tuple(columns)) for code, columns in groupby(table.columns, lambda column: column.break_code)]
    return (
        HeadGroup("", (Head(choose(*ALL)),)),
        *(HeadGroup(asking.label(code), tuple(map(_head, columns))) for code, columns in by_break),
    )


def _head(column: Column) -> Head:
    flag = flag_of(column.base.n, column.status)
    is_hidden = column.status == SUPPRESSED
    return Head(
        choose(column.label_en, column.label_zh),
        column.letter,
        flag,
        _("hidden to protect respondents") if is_hidden else flag_words(flag),
        is_net=column.is_net,
        is_hidden=is_hidden,
    )


def _bases(table: Table) -> tuple[Line, ...]:
    """Unweighted, and where a weight counts people differently, weighted and effective."""
    bases = [table.base, *(column.base for column in table.columns)]
    named = [(_("Base"), [base.n for base in bases])]
    if table.spec.weight:
        named += [(_("Weighted base"), [base.w for base in bases])]
        named += [(_("Effective base"), [base.effective for base in bases])]
    return tuple(Line(label, tuple(map(_base_value, numbers)), "base") for label, numbers in named)


def _base_value(number: float | None) -> Value:
    if number is None:
        return Value("", is_hidden=True, said=_("hidden to protect respondents"))
    return Value(write_count(number))


def _line(row: Row, columns: tuple[Column, ...]) -> Line:
    is_mean = row.kind is RowKind.MEAN
    cells = [_value(cell, row, columns) for cell in row.cells]
    total = _shown(row.total, row.status or "", is_mean=is_mean, name=row.code)
    kind = "" if row.kind is RowKind.OPTION else str(row.kind)
    return Line(choose(row.label_en, row.label_zh), (total, *cells), kind)


def _value(cell: Cell, row: Row, columns: tuple[Column, ...]) -> Value:
    status = cell.status or cell.column.status or ""
    name = f"{row.code}.{cell.column.break_code}.{cell.column.code}"
    value = _shown(cell.estimate, status, is_mean=row.kind is RowKind.MEAN, name=name)
    if value.is_hidden:
        return value
    way = direction(cell)
    beside = way and (_("higher than the rest") if way == HIGHER else _("lower than the rest"))
    return Value(
        **{
            **vars(value),
            "letters": cell.letters,
            "arrow": ARROWS.get(way, ""),
            "flag": flag_of(cell.estimate.base.n, cell.status or cell.column.status),
            "said": set_apart([higher_words(cell, columns), beside]),
            "untested": untested_words(cell, columns),
        }
    )


def _shown(estimate: Estimate, status: str, *, is_mean: bool, name: str) -> Value:
    has_number = estimate.p is not None or estimate.mean is not None
    if status == SUPPRESSED:
        return Value("", is_hidden=True, said=_("hidden to protect respondents"))
    if not has_number:
        return Value("–", said=_("nothing to compute"))
    size = size_of(estimate)
    text = write_cell(size if is_mean else size * 100, "", is_mean=is_mean, base=estimate.base.n)
    return Value(text, name=name, interval=_interval(estimate))


def _interval(estimate: Estimate) -> str:
    if estimate.ci is None:
        return ""
    low, high = (write_number(end * 100, 1) for end in estimate.ci)
    return f"{low}–{high}%"
