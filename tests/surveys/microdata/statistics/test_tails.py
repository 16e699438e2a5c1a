"""Tails against SciPy's distributions, which compute them another way."""

import numpy as np
import pytest
from scipy import stats

from surveys.microdata.statistics.tails import beyond_f, two_sided


def test_two_sided_is_that_of_the_normal_distribution():
    z = np.array([[0, 1.959964, -1.959964], [-6.5, 12, np.nan]])

    assert two_sided(z) == pytest.approx(2 * stats.norm.sf(np.abs(z)), rel=1e-12, nan_ok=True)
    assert two_sided(z)[0, 1] == pytest.approx(0.05, abs=1e-7)


@pytest.mark.parametrize(("f", "df1", "df2"), [(0, 1, 9), (3.2, 1.9, 70.1), (40, 11.3, 2000.7), (1, 5, 1e7)])
def test_beyond_f_is_that_of_the_f_distribution(f, df1, df2):
    assert beyond_f(f, df1, df2) == pytest.approx(stats.f.sf(f, df1, df2), rel=1e-9)
