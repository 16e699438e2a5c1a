"""Shares with their effective bases, errors and intervals, and the test of two columns (ANALYTICS: formulas).

All arguments are arrays that broadcast against each other, sums over the column base: w = Σw, w2 = Σw². Every result
but sums of weights stays the same when all weights are multiplied by a number.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

Z = 1.959964  # standard deviations that hold 95 % of a normal distribution
NOISE = 1e-12  # of the terms it is a difference of: below it a variance is rounding, not spread

Array = np.ndarray


def ratio(above: Array | float, below: Array | float) -> Array:
    """above / below, NaN where below is 0 or less: there is nothing to divide by."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.greater(below, 0), np.divide(above, below), np.nan)


def effective_base(w: Array, w2: Array) -> Array:
    """(Σw)²/Σw², the size of a simple random sample of the same precision: Kish (1965), Survey Sampling, 8.2, 11.7."""
    return ratio(np.square(w), w2)


def design_factor(design: int) -> float:
    """N/(N-1) of N respondents in the whole dataset, by which linearised variances are raised; NaN below two."""
    return design / (design - 1) if design > 1 else np.nan


def share(n_chosen: Array, w_chosen: Array, n: Array, w: Array) -> Array:
    """Σwy/Σw. Exactly 0 where nobody chose and 1 where everybody did, whatever rounding makes of the sums."""
    p = np.clip(ratio(w_chosen, w), 0, 1)
    p = np.where(n_chosen == 0, np.where(np.isnan(p), np.nan, 0.0), p)
    return np.where((n_chosen == n) & (n > 0), 1.0, p)


def share_error(p: Array, w2_chosen: Array, w: Array, w2: Array, design: int) -> Array:
    """Standard error by Taylor linearisation in a domain: Lumley (2010), Complex Surveys, 2.2 and appendix A.

    sqrt(N/(N-1) · [Σw²y(1-2p) + p²Σw²]) / Σw, where the bracket is written as (1-p)²Σw²y + p²Σw²(1-y): the same, with
    nothing taken away from anything.
    """
    spread = np.square(1 - p) * w2_chosen + np.square(p) * np.maximum(w2 - w2_chosen, 0)
    return ratio(np.sqrt(design_factor(design) * spread), w)


def wilson(p: Array | float, base: Array | float, *, z: float = Z) -> tuple[Array, Array]:
    """(lower, upper) end of the score interval: Wilson (1927), doi 10.2307/2276774, on the effective base.

    Korn & Graubard (1998) put the effective base in the place of people asked. NaN where the base is 0.
    """
    p = np.asarray(p, dtype=float)
    middle, half = score(p, ratio(z * z, base), np.sqrt)
    low = np.where((p == 0) & ~np.isnan(half), 0.0, np.clip(middle - half, 0, 1))
    high = np.where((p == 1) & ~np.isnan(half), 1.0, np.clip(middle + half, 0, 1))
    return low, high


def score(p: Any, part: Any, root: Callable[[Any], Any]) -> tuple[Any, Any]:
    """Middle and half of Wilson's interval, for numbers as for arrays; `part` is z² over the base."""
    return (p + part / 2) / (1 + part), root(p * (1 - p) * part + part * part / 4) / (1 + part)


def pooled_z(
    shares: tuple[Array, Array],
    weights: tuple[Array, Array],
    bases: tuple[Array, Array],
    shared: Array | float = 0.0,
) -> Array:
    """z of two shares on their effective bases, positive where the first is higher.

    (pa-pb) / sqrt(p0(1-p0)(1/ea + 1/eb - 2·e0/(ea·eb))), p0 = (Wa·pa + Wb·pb)/(Wa + Wb); e0 = `shared` is the
    effective base of respondents in both columns (Franco, Little, Louis & Slud 2019 for bases; the covariance of two
    means of overlapping samples). Undefined if p0 is 0 or 1, or the columns are the same people.
    """
    (pa, pb), (wa, wb), (ea, eb) = shares, weights, bases
    pooled = ratio(wa * pa + wb * pb, wa + wb)
    spread = ratio(1.0, ea) + ratio(1.0, eb)
    left = spread - 2 * ratio(shared, ea * eb)
    left = np.where(left > NOISE * spread, left, np.nan)
    one_sided = ((pa == 0) & (pb == 0)) | ((pa == 1) & (pb == 1))
    return ratio(pa - pb, np.sqrt(np.where(one_sided, np.nan, pooled * (1 - pooled)) * left))
