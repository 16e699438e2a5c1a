"""Probabilities beyond a value, of the normal and the F distribution."""

from math import erfc, sqrt

import numpy as np

from surveys.microdata.statistics.shares import Array

ROOT_OF_TWO = sqrt(2)


def two_sided(z: Array) -> Array:
    """p of |z| or more under a normal distribution; NaN for NaN."""
    flat = [erfc(abs(each) / ROOT_OF_TWO) for each in np.ravel(z).tolist()]
    return np.array(flat, dtype=float).reshape(np.shape(z))


def beyond_f(f: Array, df1: Array, df2: Array) -> Array:
    """p of F or more; degrees of freedom need not be whole. NaN for NaN."""
    from scipy.special import fdtrc

    return np.asarray(fdtrc(df1, df2, f))
