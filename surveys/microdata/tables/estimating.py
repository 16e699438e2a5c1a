"""Sums of cells → shares and means with their bases and errors, all rows and columns of a cube at once."""

from dataclasses import dataclass

import numpy as np

from surveys.microdata.cells.cube import CellCube, Moments, Sums
from surveys.microdata.statistics.means import mean, mean_error, standard_deviation
from surveys.microdata.statistics.shares import effective_base, share, share_error, wilson
from surveys.microdata.tables.table import Base, Estimate


def defined(values: np.ndarray) -> list:
    """Numbers as (lists of) lists, None for NaN and for what is too large: statistics say NaN, tables None."""
    found = values.astype(object)
    found[~np.isfinite(values)] = None
    return found.tolist()


class Bases:
    """Columns of sums as Base values. Weighted sums are undefined for nobody, whom no number describes."""

    def __init__(self, sums: Sums):
        self.sums = sums
        self.effective = effective_base(sums.w, sums.w2)
        self.bases = [
            Base(int(n), w, effective)
            for n, w, effective in zip(sums.n.tolist(), sums.w.tolist(), defined(self.effective), strict=True)
        ]

    def at(self, column: int) -> Base:
        return self.bases[column]


@dataclass(frozen=True)
class Shares:
    """(rows, columns) of a cube: options, then nets, of all columns including EVERYBODY and ANSWERED.

    `estimates` are their values, a list of columns for each row.
    """

    bases: Bases
    p: np.ndarray
    estimates: list[list[Estimate]]


def shares_of(cube: CellCube, bases: Bases, design: int, *, columns: int | None = None) -> Shares:
    """`bases` are those of the cube; only the first `columns` of it, where not all are wanted."""
    cells, base, effective = cube.cells[:, :columns], cube.bases[:columns], bases.effective[:columns]
    p = share(cells.n, cells.w, base.n, base.w)
    numbers = [p, share_error(p, cells.w2, base.w, base.w2, design), *wilson(p, effective)]
    rows = zip(cells.n.astype(int).tolist(), cells.w.tolist(), *map(defined, numbers), strict=True)
    return Shares(bases, p, [_estimates(bases.bases[:columns], *row) for row in rows])


def _estimates(bases: list[Base], n: list, w: list, p: list, se: list, low: list, high: list) -> list[Estimate]:
    return [
        Estimate(people, weight, base, share_, error, None if lower is None else (lower, upper))
        for base, people, weight, share_, error, lower, upper in zip(bases, n, w, p, se, low, high, strict=True)
    ]


@dataclass(frozen=True)
class Means:
    """(columns,) of a cube whose rows have numbers; bases count those with a number."""

    moments: Moments
    overlaps: Moments
    bases: Bases

    def estimates(self, design: int) -> list[Estimate]:
        """Of each column of the cube."""
        numbers = [mean(self.moments), mean_error(self.moments, design), standard_deviation(self.moments)]
        return [
            Estimate(base.n, base.w, base, mean=m, se=se, sd=sd)
            for base, m, se, sd in zip(self.bases.bases, *map(defined, numbers), strict=True)
        ]


def means_of(cube: CellCube) -> Means | None:
    """None where nobody can have a number."""
    if cube.moments is None or cube.overlap_moments is None:
        return None
    return Means(cube.moments, cube.overlap_moments, Bases(cube.moments.sums))
