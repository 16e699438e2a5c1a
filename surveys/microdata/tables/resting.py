"""Everybody else: the sums of those who answered a break and do not stand in a column of it."""

import numpy as np

from surveys.microdata.cells.cube import ANSWERED, BEFORE, Moments, Sums


def rest_of(sums: Sums) -> Sums:
    """The last axis of `sums` are the columns of a cube. Exactly 0 where nobody is left, whatever rounding makes."""
    whole, part = sums[..., ANSWERED : ANSWERED + 1], sums[..., BEFORE:]
    n = whole.n - part.n
    return Sums(n, *(_left(a, b, n) for a, b in ((whole.w, part.w), (whole.w2, part.w2))))


def rest_of_moments(moments: Moments) -> Moments:
    whole, part = moments[ANSWERED : ANSWERED + 1], moments[BEFORE:]
    sums = rest_of(moments.sums)
    powers = ((whole.wx, part.wx), (whole.w2x, part.w2x), (whole.w2xx, part.w2xx), (whole.wxx, part.wxx))
    return Moments(moments.centre, sums, *(_left(a, b, sums.n) for a, b in powers))


def nobody_of(moments: Moments) -> Moments:
    """The sums of those who are both in a column and in its rest: none."""
    zero = np.zeros(moments.wx.shape)
    return Moments(moments.centre, Sums(zero, zero, zero), zero, zero, zero, zero)


def _left(whole: np.ndarray, part: np.ndarray, people: np.ndarray) -> np.ndarray:
    return np.where(people > 0, whole - part, 0.0)
