"""CellCube: the additive sums of a row question by a break, from which every number of a table is computed."""

from dataclasses import dataclass

import numpy as np

EVERYBODY, ANSWERED = 0, 1  # columns before those of the break: whoever was kept, and of them who answered the break
BEFORE = 2  # how many columns stand before those of the break


@dataclass(frozen=True)
class Sums:
    """People, and the sums of their weights and squared weights; arrays of one shape."""

    n: np.ndarray
    w: np.ndarray
    w2: np.ndarray

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(self.n + other.n, self.w + other.w, self.w2 + other.w2)

    def __sub__(self, other: "Sums") -> "Sums":
        return Sums(self.n - other.n, self.w - other.w, self.w2 - other.w2)

    def __getitem__(self, place) -> "Sums":
        return Sums(self.n[place], self.w[place], self.w2[place])


@dataclass(frozen=True)
class Moments:
    """Sums over those with a number x, centred at c: sums of w, w², w·(x-c), w²·(x-c), w²·(x-c)², w·(x-c)²."""

    centre: float
    sums: Sums
    wx: np.ndarray
    w2x: np.ndarray
    w2xx: np.ndarray
    wxx: np.ndarray

    def __getitem__(self, place) -> "Moments":
        arrays = (self.wx[place], self.w2x[place], self.w2xx[place], self.wxx[place])
        return Moments(self.centre, self.sums[place], *arrays)


@dataclass(frozen=True)
class CellCube:
    """Rows are the options of the row question, then its nets; columns are EVERYBODY, ANSWERED, then the options of
    the break, then its nets. Without a break there are the first two only. Everybody here passes the filter and has
    a weight above 0.

    cells    (rows, columns): gave this answer, and stands in this column; none for a numeric question
    bases    (columns,): answered the row question (multiple response: was asked), and stands in this column
    overlap  (columns, columns): the same for two columns at once; its diagonal is `bases`
    moments  (columns,): of the numbers of a numeric question or of a scale, else None
    overlap_moments  (columns, columns) of them, else None
    """

    cells: Sums
    bases: Sums
    overlap: Sums
    moments: Moments | None = None
    overlap_moments: Moments | None = None
