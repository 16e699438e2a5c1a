"""Columns of a break against each other, row by row: which pairs are tested, adjusted p-values, letters."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from surveys.microdata.cells.cube import BEFORE, CellCube
from surveys.microdata.statistics.adjusting import benjamini_hochberg, bonferroni, holm, unadjusted
from surveys.microdata.statistics.means import mean_z
from surveys.microdata.statistics.shares import effective_base, pooled_z, share
from surveys.microdata.statistics.tails import two_sided
from surveys.microdata.tables.estimating import Means, Shares, defined
from surveys.microdata.tables.letters import join_letters
from surveys.microdata.tables.resting import nobody_of, rest_of, rest_of_moments
from surveys.microdata.tables.table import Adjust, Column, Reason, Test

CAPITAL, SMALL = 0.05, 0.10  # adjusted p-values below which the lower column's letter is shown, large or small
REST = "rest"  # what a column is tested against, in place of a code: everybody else who answered the break
ADJUSTMENTS: dict[Adjust, Callable[[np.ndarray], np.ndarray]] = {
    Adjust.NONE: unadjusted,
    Adjust.HOLM: holm,
    Adjust.BONFERRONI: bonferroni,
    Adjust.BH: benjamini_hochberg,
}


@dataclass(frozen=True)
class Rules:
    """What takes part in tests, and how p-values are adjusted. `hidden` and `untested` are keys of columns."""

    adjust: Adjust
    least_base: int
    hidden: Collection[tuple[str, str]] = frozenset()
    untested: Collection[tuple[str, str]] = frozenset()

    def reasons(self, columns: Sequence[Column], people: np.ndarray) -> list[Reason | None]:
        """Why each column takes part in no test, by its `people`; None where it does."""
        return [
            Reason.HIDDEN
            if column.key in self.hidden
            else Reason.SMALL_BASE
            if column.key in self.untested or n < self.least_base
            else None
            for column, n in zip(columns, people.tolist(), strict=True)
        ]


@dataclass(frozen=True)
class Results:
    """(rows, tests) of z, p and adjusted p; where they are None, `reasons` says why there is no test."""

    z: list[list[float | None]]
    p: list[list[float | None]]
    adjusted: list[list[float | None]]
    reasons: list[list[Reason | None]]

    def row(self, row: int) -> list[tuple[float | None, float | None, float | None, Reason | None]]:
        return list(zip(self.z[row], self.p[row], self.adjusted[row], self.reasons[row], strict=True))


@dataclass(frozen=True)
class Compared:
    """What a cell has to say of the others of its row: `tests` stand in the order of the banner."""

    tests: tuple[Test, ...]
    letters: str
    versus_rest: Test


class Comparison:
    """The tests of one break: of each pair of columns, and of each column against the rest."""

    def __init__(self, columns: Sequence[Column], pairs: Results, rest: Results):
        self.columns, self.pairs, self.rest = columns, pairs, rest

    def row(self, row: int) -> list[Compared]:
        """Of each column."""
        codes, count = [column.code for column in self.columns], len(self.columns)
        tests: list[list[Test]] = [[] for _ in codes]
        for (a, b), (z, p, adjusted, reason) in zip(combinations(range(count), 2), self.pairs.row(row), strict=True):
            tests[a].append(Test(codes[b], z, p, adjusted, reason))
            tests[b].append(Test(codes[a], None if z is None else 0.0 - z, p, adjusted, reason))
        rest = [Test(REST, *each) for each in self.rest.row(row)]
        return [Compared(tuple(found), self._letters(found, a), rest[a]) for a, found in enumerate(tests)]

    def _letters(self, tests: Sequence[Test], column: int) -> str:
        """Letters of the columns that are lower."""
        others = (other.letter for place, other in enumerate(self.columns) if place != column)
        return join_letters(
            [
                letter if test.p_adjusted < CAPITAL else letter.lower()
                for test, letter in zip(tests, others, strict=True)
                if test.p_adjusted is not None and test.z is not None and test.z > 0 and test.p_adjusted < SMALL
            ],
            self.columns,
        )


def compare_shares(cube: CellCube, shares: Shares, columns: Sequence[Column], rules: Rules) -> Comparison:
    left, right = _pairs(len(columns))
    a, b = left + BEFORE, right + BEFORE
    n, w, e = cube.bases.n, cube.bases.w, shares.bases.effective
    shared = cube.overlap[a, b]
    z = pooled_z(
        (shares.p[:, a], shares.p[:, b]),
        (w[a], w[b]),
        (e[a], e[b]),
        np.where(shared.n > 0, effective_base(shared.w, np.where(shared.n > 0, shared.w2, 1)), 0),
    )
    reasons = rules.reasons(columns, n[BEFORE:])
    pairs = _results(z, _pair_reasons(columns, reasons, left, right), _one_sided(shares.p, a, b), rules.adjust)
    return Comparison(columns, pairs, _shares_versus_rest(cube, shares, reasons, rules))


def compare_means(means: Means, columns: Sequence[Column], rules: Rules, design: int) -> Comparison:
    """Of one row, the mean; bases are those with a number."""
    left, right = _pairs(len(columns))
    a, b = left + BEFORE, right + BEFORE
    moments = means.moments
    z = mean_z(moments[a], moments[b], means.overlaps[a, b], design)[None, :]
    reasons = rules.reasons(columns, moments.sums.n[BEFORE:])
    pairs = _results(z, _pair_reasons(columns, reasons, left, right), np.zeros(z.shape, dtype=bool), rules.adjust)
    rest = rest_of_moments(moments)
    against = mean_z(moments[BEFORE:], rest, nobody_of(rest), design)[None, :]
    small = _rest_reasons(reasons, rest.sums.n, rules)
    return Comparison(columns, pairs, _results(against, small, np.zeros(against.shape, dtype=bool), rules.adjust))


def _shares_versus_rest(cube: CellCube, shares: Shares, reasons: list[Reason | None], rules: Rules) -> Results:
    """Each column against those who answered the break and are not in it."""
    base, cells = rest_of(cube.bases), rest_of(cube.cells)
    own, e = shares.p[:, BEFORE:], shares.bases.effective[BEFORE:]
    p = share(cells.n, cells.w, base.n, base.w)
    z = pooled_z((own, p), (cube.bases.w[BEFORE:], base.w), (e, effective_base(base.w, base.w2)))
    one_sided = ((own == 0) & (p == 0)) | ((own == 1) & (p == 1))
    return _results(z, _rest_reasons(reasons, base.n, rules), one_sided, rules.adjust)


def _results(z: np.ndarray, fixed: list[Reason | None], one_sided: np.ndarray, adjust: Adjust) -> Results:
    """`fixed` are the reasons of each test that hold in every row."""
    is_fixed = np.array([reason is not None for reason in fixed], dtype=bool)
    z = np.where(is_fixed | one_sided, np.nan, z)
    reasons = [
        [
            reason or (Reason.ALL_OR_NONE if one else Reason.UNDEFINED if undefined else None)
            for reason, one, undefined in zip(fixed, *row, strict=True)
        ]
        for row in zip(one_sided.tolist(), np.isnan(z).tolist(), strict=True)
    ]
    p = two_sided(z)
    return Results(defined(z), defined(p), defined(ADJUSTMENTS[adjust](p)), reasons)


def _pairs(columns: int) -> tuple[np.ndarray, np.ndarray]:
    return np.triu_indices(columns, 1)


def _one_sided(p: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return ((p[:, a] == 0) & (p[:, b] == 0)) | ((p[:, a] == 1) & (p[:, b] == 1))


def _pair_reasons(
    columns: Sequence[Column], reasons: list[Reason | None], left: np.ndarray, right: np.ndarray
) -> list[Reason | None]:
    members = [frozenset(column.members) for column in columns]
    found: list[Reason | None] = []
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        either = {reasons[a], reasons[b]}
        if Reason.HIDDEN in either:
            found.append(Reason.HIDDEN)
        elif members[a] <= members[b] or members[b] <= members[a]:
            found.append(Reason.NET)
        else:
            found.append(Reason.SMALL_BASE if Reason.SMALL_BASE in either else None)
    return found


def _rest_reasons(reasons: list[Reason | None], people: np.ndarray, rules: Rules) -> list[Reason | None]:
    return [
        reason or (Reason.SMALL_BASE if n < rules.least_base else None)
        for reason, n in zip(reasons, people.tolist(), strict=True)
    ]
