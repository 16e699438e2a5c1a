"""The sentence that says what a crosstab says: its largest significant difference, and no more than was tested."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.labels import choose
from portal.words import all_of, headed, sentences, write_number
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.frames import direction
from surveys.crosstabs.letters import strong_letters
from surveys.crosstabs.words import filter_words, write_cell
from surveys.microdata.tables.table import SUPPRESSED, Cell, Column, Estimate, Reason, Row, RowKind, Table
from surveys.words import quoted

SMALLEST_P = 0.001
COMPARED = {None, Reason.ALL_OR_NONE}  # why a pair has no test: it has one, or the two are equal
NOT_COMPARED = {Reason.SMALL_BASE, Reason.HIDDEN, Reason.UNDEFINED}
PLACES = 6  # at which equal differences are equal: the first row is named then


@dataclass(frozen=True)
class Difference:
    """A cell that is significantly higher (p < 0.05, adjusted) than another of its row and break."""

    row: Row
    high: Cell
    low: Cell

    @property
    def size(self) -> float:
        return size_of(self.high.estimate) - size_of(self.low.estimate)


def finding(table: Table, asking: Asking, *, draws_nets: bool = True) -> str:
    """Empty where nothing was asked to be compared; a chart without nets has one in its finding only where it must."""
    if not table.columns:
        return _topline(table)
    found = largest_difference(table, prefers_options=not draws_nets)
    return _nothing(table) if found is None else _difference(found, table, asking)


def _difference(found: Difference, table: Table, asking: Asking) -> str:
    is_mean = found.row.kind is RowKind.MEAN
    words = {
        "answer": _label(found.row) if is_mean else _named(found.row),
        "high": quoted(_heading(found.high.column)),
        "high_share": _written(found.row, found.high.estimate),
        "low": quoted(_heading(found.low.column)),
        "low_share": _written(found.row, found.low.estimate),
        "break": asking.label(found.high.column.break_code),
    }
    if len(table.spec.breaks) > 1 and is_mean:
        text = _("%(answer)s by %(break)s: %(high_share)s in %(high)s against %(low_share)s in %(low)s")
    elif len(table.spec.breaks) > 1:
        text = _("%(answer)s by %(break)s: %(high_share)s of %(high)s against %(low_share)s of %(low)s")
    elif is_mean:
        text = _("%(answer)s: %(high_share)s in %(high)s against %(low_share)s in %(low)s")
    else:
        text = _("%(answer)s: %(high_share)s of %(high)s against %(low_share)s of %(low)s")
    return text % words


def description(table: Table, asking: Asking, headline: str) -> str:
    """Finding, who was counted, how the columns are associated with the rows."""
    filtered = filter_words(table.spec.filter, asking)
    return sentences(
        [
            headline,
            headed(_("Only those who"), filtered) if filtered else "",
            *overall_words(table, asking),
            _("Letters name the columns that a value is significantly higher than") if table.columns else "",
        ]
    )


def overall_words(table: Table, asking: Asking) -> Iterator[str]:
    """Whether the row question and each break have anything to do with each other, where one test says it."""
    for code, overall in table.overall.items():
        if overall.p is None:
            continue
        words = {"rows": asking.label(table.spec.rows), "columns": asking.label(code), "p": write_p(overall.p)}
        if overall.p < 0.05:
            yield _("“%(rows)s” and “%(columns)s” are associated (Rao–Scott test, %(p)s)") % words
        else:
            yield _("“%(rows)s” and “%(columns)s” show no connection beyond chance (Rao–Scott test, %(p)s)") % words


def write_p(p: float) -> str:
    """ "p = 0.012", "p < 0.001"."""
    return f"p < {SMALLEST_P}" if p < SMALLEST_P else f"p = {write_number(p, 3)}"


def largest_difference(table: Table, *, prefers_options: bool = False) -> Difference | None:
    """Of all rows and breaks; shares before means, whose scale is another; on request answers before nets."""
    ranks = {RowKind.OPTION: 0, RowKind.NET: int(prefers_options), RowKind.MEAN: 2}
    found = sorted(
        differences(table),
        key=lambda difference: (ranks[difference.row.kind], -round(difference.size, PLACES)),
    )
    return found[0] if found else None


def differences(table: Table) -> Iterator[Difference]:
    for row in table.rows:
        by_letter = {cell.column.letter: cell for cell in row.cells}  # letters run over all breaks
        for cell in row.cells:
            for letter in strong_letters(cell, table.columns):
                yield Difference(row, cell, by_letter[letter])


def size_of(estimate: Estimate) -> float:
    return estimate.mean if estimate.mean is not None else estimate.p or 0.0


def _topline(table: Table) -> str:
    shown = [row for row in table.rows if row.total.p is not None and row.kind is RowKind.OPTION]
    means = [row for row in table.rows if row.total.mean is not None]
    if not shown:
        return headed(_("Mean"), _written(means[0], means[0].total)) if means else ""
    most = max(row.total.p for row in shown)
    first = [row for row in shown if row.total.p == most]
    if not most or len(first) > 2:
        return ""
    words = {"answer": all_of([quoted(_label(row)) for row in first]), "share": _written(first[0], first[0].total)}
    return _("Most common: %(answer)s, %(share)s") % words


def _nothing(table: Table) -> str:
    cells = [cell for row in table.rows for cell in row.cells]
    reasons = {
        Reason.HIDDEN if SUPPRESSED in (cell.status, cell.column.status) else test.reason
        for cell in cells
        for test in cell.tests
    }
    if not reasons & COMPARED:
        said = _("No two columns could be compared: their bases are too small or hidden")
        return said if reasons & NOT_COMPARED else ""
    if any(direction(cell) for cell in cells):  # against the rest there is one
        return _("No pair of columns differs significantly")
    return _("No difference between the columns is statistically significant")


def _label(row: Row) -> str:
    return _("Mean") if row.kind is RowKind.MEAN else choose(row.label_en, row.label_zh)


def _named(row: Row) -> str:
    """Quoted; a net says that it is one."""
    answer = quoted(_label(row))
    return _("net %(answer)s") % {"answer": answer} if row.kind is RowKind.NET else answer


def _heading(column: Column) -> str:
    return choose(column.label_en, column.label_zh)


def _written(row: Row, estimate: Estimate) -> str:
    value = size_of(estimate)
    is_mean = row.kind is RowKind.MEAN
    return write_cell(value if is_mean else value * 100, "", is_mean=is_mean)
