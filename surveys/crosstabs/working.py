"""Formulas with the numbers of a cell put in. They are those of the table, so results may differ in the last digit."""

from collections.abc import Iterator
from math import sqrt

from django.utils.translation import gettext as _

from portal.words import write_number
from surveys.crosstabs.letters import letters_in
from surveys.crosstabs.words import write_cell
from surveys.microdata.tables.table import Adjust, Cell, Estimate, Row, Table

MOST_TESTS = 3
ADJUSTED = {
    Adjust.NONE: "",
    Adjust.HOLM: "Holm",
    Adjust.BONFERRONI: "Bonferroni",
    Adjust.BH: "Benjamini–Hochberg",
}


def steps_of(table: Table, row: Row, cell: Cell | None) -> Iterator[str]:
    """`cell` is None for the whole sample."""
    estimate = cell.estimate if cell else row.total
    if estimate.mean is not None:
        yield _("Mean: x̄ = Σwx / Σw = %(mean)s, over a weighted base of %(w)s") % {
            "mean": write_cell(estimate.mean, "", is_mean=True),
            "w": _number(estimate.base.w),
        }
    else:
        yield _("Share: p = Σwy / Σw = %(p)s of a weighted base of %(w)s") % {
            "p": _share(estimate.p),
            "w": _number(estimate.base.w),
        }
    yield _("Effective base (Kish): e = (Σw)² / Σw² = %(e)s, from %(n)s people") % {
        "e": _number(estimate.base.effective),
        "n": _number(estimate.base.n),
    }
    if estimate.p is not None and estimate.ci and estimate.base.effective:
        yield _interval(estimate.ci)
    if cell and estimate.p is not None:
        yield from _tests(table, row, cell)


def _interval(ends: tuple[float, float]) -> str:
    """Without numbers put in: those that are shown are rounded, and their interval would be another."""
    return _(
        "95%% interval (Wilson), with z = 1.96: (p + z²/2e ± z·√(p(1−p)/e + z²/4e²)) / (1 + z²/e) = %(shown)s, "
        "computed from p and e before they were rounded, and rounded outward"
    ) % {"shown": "–".join(_share(end) for end in ends)}


def _tests(table: Table, row: Row, cell: Cell) -> Iterator[str]:
    if table.is_overlapping:
        yield _("Columns that share people are tested with what they share, which is not shown.")
        return
    by_letter = {other.column.letter: other for other in row.cells}
    for letter in letters_in(cell, table.columns)[:MOST_TESTS]:
        other = by_letter[letter.upper()]
        z = pooled_z(cell.estimate, other.estimate)
        if z is None:
            continue
        words = {
            "column": cell.column.letter,
            "other": letter.upper(),
            "p": write_number(cell.estimate.p, 3),
            "q": write_number(other.estimate.p, 3),
            "e": _number(cell.estimate.base.effective),
            "f": _number(other.estimate.base.effective),
            "z": write_number(z, 2),
            "level": "0.05" if letter.isupper() else "0.10",
        }
        yield (
            _(
                "%(column)s against %(other)s: z = (pₐ − p_b) / √(p₀(1−p₀)(1/eₐ + 1/e_b)) with %(p)s, %(q)s, %(e)s and "
                "%(f)s is about %(z)s; p < %(level)s"
            )
            % words
        ) + _adjusted(table)


def _adjusted(table: Table) -> str:
    name = ADJUSTED[table.spec.adjust]
    return _(" after adjustment (%(name)s)") % {"name": name} if name else ""


def pooled_z(one: Estimate, other: Estimate) -> float | None:
    """Of rounded numbers, for columns that share nobody; None where it is undefined."""
    weights, bases = (one.base.w, other.base.w), (one.base.effective, other.base.effective)
    if one.p is None or other.p is None or not all(weights) or not all(bases):
        return None
    pooled = (one.p * weights[0] + other.p * weights[1]) / sum(weights)
    spread = pooled * (1 - pooled) * (1 / bases[0] + 1 / bases[1])
    return (one.p - other.p) / sqrt(spread) if spread > 0 else None


def _number(value: float | None) -> str:
    return _("hidden") if value is None else write_number(value, 1)


def _share(p: float) -> str:
    return f"{write_number(p * 100, 1)}%"
