"""Means, their errors and spread, from sums centred near the mean (cells.cube.Moments), and the test of two of them."""

import numpy as np

from surveys.microdata.cells.cube import Moments
from surveys.microdata.statistics.shares import NOISE, Array, design_factor, ratio


def mean(moments: Moments) -> Array:
    """Σwx/Σw."""
    return moments.centre + ratio(moments.wx, moments.sums.w)


def mean_error(moments: Moments, design: int) -> Array:
    """sqrt(N/(N-1) · Σw²(x-m)²) / Σw, as the error of a share: Lumley (2010), Complex Surveys, appendix A."""
    offset = ratio(moments.wx, moments.sums.w)
    return ratio(np.sqrt(design_factor(design) * _squares(moments, offset, offset)), moments.sums.w)


def standard_deviation(moments: Moments) -> Array:
    """sqrt(n/(n-1) · Σw(x-m)²/Σw), as svyvar of R's survey: weights times a number leave it as it is."""
    offset = ratio(moments.wx, moments.sums.w)
    squares = moments.wxx - offset * moments.wx
    variance = ratio(_without_noise(squares, moments.wxx), moments.sums.w)
    return np.sqrt(ratio(moments.sums.n * variance, moments.sums.n - 1))


def mean_z(first: Moments, second: Moments, both: Moments, design: int) -> Array:
    """z of two means, positive where the first is higher: their linearised variances, less twice the covariance

    N/(N-1) · Σw²(x-ma)(x-mb)/(Wa·Wb) over respondents in both columns. Undefined where nothing is left of them.
    """
    offsets = [ratio(each.wx, each.sums.w) for each in (first, second)]
    (wa, wb), factor = (first.sums.w, second.sums.w), design_factor(design)
    alone = ratio(_squares(first, offsets[0], offsets[0]), wa * wa) + ratio(
        _squares(second, offsets[1], offsets[1]), wb * wb
    )
    shared = 2 * ratio(_products(both, *offsets), wa * wb)
    variance = np.where(alone - shared > NOISE * alone, factor * (alone - shared), np.nan)
    return ratio(offsets[0] - offsets[1], np.sqrt(variance))


def _squares(moments: Moments, left: Array, right: Array) -> Array:
    """Σw²(x-m)², 0 where everybody said the same."""
    squares = _products(moments, left, right)
    return _without_noise(squares, moments.w2xx + left * right * moments.sums.w2)


def _without_noise(squares: Array, terms: Array) -> Array:
    """0 for what is no more than the rounding of its `terms`; what overflowed stays undefined."""
    return np.where(np.isfinite(squares) & (squares <= NOISE * terms), 0.0, squares)


def _products(moments: Moments, left: Array, right: Array) -> Array:
    """Σw²(x-a)(x-b), for a and b as offsets from the centre."""
    return moments.w2xx - (left + right) * moments.w2x + left * right * moments.sums.w2
