"""A research table → the public one: what is hidden loses every number, what is shown is rounded."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from surveys.microdata.codebook.questions import Question
from surveys.microdata.disclosure.atoms import LEAST_PEOPLE
from surveys.microdata.disclosure.columns import LEAST_TESTED
from surveys.microdata.disclosure.extremes import Hidden, hidden_extremes
from surveys.microdata.disclosure.rounding import (
    NO_BASE,
    NOTHING,
    round_base,
    round_direction,
    round_estimate,
    round_overall,
    round_people,
    weight_unit,
)
from surveys.microdata.tables.table import (
    SUPPRESSED,
    UNRELIABLE,
    Audience,
    Base,
    Cell,
    Column,
    Estimate,
    Overall,
    Reason,
    Row,
    RowKind,
    Table,
    Test,
)

Keys = Collection[tuple[str, str]]


@dataclass(frozen=True)
class Cover:
    """`question` is that of the rows; `hidden` and `unreliable` are keys of columns.

    `closed` are breaks that hide people: their overall tests count hidden columns, and are not shown. `lines` maps a
    break to the rows whose cells in it are hidden. `respondents` are those of the dataset, a published number: no base
    is rounded above it, which tells nothing that rounding did not.
    """

    table: Table
    question: Question
    hidden: Keys
    unreliable: Keys
    closed: Collection[str]
    lines: Mapping[str, Collection[str]] = field(default_factory=dict)
    respondents: float = math.inf

    def covered(self) -> Table:
        table = self.table
        return replace(
            table,
            n_design=round_people(table.n_design or 0),
            base=NO_BASE if self.is_empty else self._rounded(table.base),
            columns=tuple(self.columns.values()),
            rows=tuple(self._row(row) for row in table.rows),
            overall=self._overall(table.overall),
            audience=Audience.PUBLIC,
        )

    @property
    def is_empty(self) -> bool:
        """Whether so few people answered the row question that nothing is shown."""
        return (self.table.base.n or 0) < LEAST_PEOPLE

    @cached_property
    def columns(self) -> dict[tuple[str, str], Column]:
        return {column.key: self._column(column) for column in self.table.columns}

    def _column(self, column: Column) -> Column:
        if self.is_empty or column.key in self.hidden:
            return replace(column, base=NO_BASE, status=SUPPRESSED)
        status = UNRELIABLE if column.key in self.unreliable else None
        return replace(column, base=self._rounded(column.base), status=status)

    def _rounded(self, base: Base) -> Base:
        """Cells of a column share its base, so it is rounded once for all of them."""
        if base not in self._bases:
            self._bases[base] = self._rounded_anew(base)
        return self._bases[base]

    @cached_property
    def _bases(self) -> dict[Base, Base]:
        return {}

    def _rounded_anew(self, base: Base) -> Base:
        rounded = round_base(base, self.unit)
        w = rounded.w if self.table.spec.weight else self._capped(rounded.w)
        return Base(self._capped(rounded.n), w, self._capped(rounded.effective))

    def _capped(self, value):
        return None if value is None else min(value, self.respondents)

    @cached_property
    def unit(self) -> float:
        return weight_unit(self.table.base)

    @cached_property
    def extremes(self) -> Hidden:
        return hidden_extremes(self.question, self.table, self.hidden) if self.question.is_sensitive else {}

    def _row(self, row: Row) -> Row:
        total, status = self._estimate(row, row.total, None, self.table.base)
        cells = tuple(self._cell(row, cell) for cell in row.cells)
        return replace(row, total=total, status=status, cells=cells, overall=self._overall(row.overall))

    def _cell(self, row: Row, cell: Cell) -> Cell:
        column = self.columns[cell.column.key]
        estimate, status = (
            (NOTHING, SUPPRESSED)
            if column.status == SUPPRESSED or row.code in self.lines.get(column.break_code, ())
            else self._estimate(row, cell.estimate, column.key, cell.column.base)
        )
        is_shown = status != SUPPRESSED
        return Cell(
            column=column,
            estimate=estimate,
            letters=cell.letters if is_shown else "",
            status=status,
            tests=tuple(self._untold(test, is_shown=is_shown) for test in cell.tests),
            versus_rest=round_direction(cell.versus_rest) if is_shown and cell.versus_rest else None,
        )

    def _untold(self, test: Test, *, is_shown: bool) -> Test:
        """A test without its numbers; the same few stand in every row."""
        reason = test.reason or (None if is_shown else Reason.HIDDEN)
        key = (test.against, reason)
        if key not in self._reasons:
            self._reasons[key] = Test(test.against, reason=reason)
        return self._reasons[key]

    @cached_property
    def _reasons(self) -> dict[tuple[str, Reason | None], Test]:
        return {}

    def _estimate(
        self, row: Row, estimate: Estimate, key: tuple[str, str] | None, base: Base
    ) -> tuple[Estimate, str | None]:
        """Rounded, with its status. A mean has a base of its own: those with a number."""
        own = estimate.base if row.kind is RowKind.MEAN else base
        if self.is_empty or (own.n or 0) < LEAST_PEOPLE or row.code in self.extremes.get(key, ()):
            return NOTHING, SUPPRESSED
        is_small = (own.n or 0) < LEAST_TESTED or not own.effective or own.effective < LEAST_TESTED
        return round_estimate(estimate, self._rounded(own)), UNRELIABLE if is_small else None

    def _overall(self, found: dict[str, Overall]) -> dict[str, Overall]:
        return {
            code: Overall(None, None, None, None) if self.is_empty or code in self.closed else round_overall(overall)
            for code, overall in found.items()
        }
