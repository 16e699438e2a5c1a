"""p-values adjusted over several tests. Arrays are (families, tests); NaN stands for what was not tested, uncounted."""

import numpy as np

from surveys.microdata.statistics.shares import Array


def unadjusted(p: Array) -> Array:
    return p


def bonferroni(p: Array) -> Array:
    """p times the tests of the family, at most 1: Dunn (1961), doi 10.2307/2282330."""
    return np.minimum(p * _tested(p), 1)


def holm(p: Array) -> Array:
    """Step-down Bonferroni: Holm (1979), Scandinavian Journal of Statistics 6, 65-70."""
    order, ordered = _ordered(p)
    steps = ordered * (_tested(p) - np.arange(p.shape[-1]))
    return _put_back(np.minimum(np.fmax.accumulate(steps, axis=-1), 1), order, p)


def benjamini_hochberg(p: Array) -> Array:
    """Rate of false discoveries: Benjamini & Hochberg (1995), doi 10.1111/j.2517-6161.1995.tb02031.x."""
    order, ordered = _ordered(p)
    steps = ordered * _tested(p) / np.arange(1, p.shape[-1] + 1)
    least = np.fmin.accumulate(steps[..., ::-1], axis=-1)[..., ::-1]
    return _put_back(np.minimum(least, 1), order, p)


def _tested(p: Array) -> Array:
    """Tests of each family, as a column."""
    return np.count_nonzero(~np.isnan(p), axis=-1, keepdims=True)


def _ordered(p: Array) -> tuple[Array, Array]:
    """Places from the smallest to the largest, NaN last; and the values in this order."""
    order = np.argsort(p, axis=-1, kind="stable")
    return order, np.take_along_axis(p, order, axis=-1)


def _put_back(ordered: Array, order: Array, p: Array) -> Array:
    found = np.empty_like(ordered)
    np.put_along_axis(found, order, ordered, axis=-1)
    return np.where(np.isnan(p), np.nan, found)
