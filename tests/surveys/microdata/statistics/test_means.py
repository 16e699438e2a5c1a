"""Means from centred sums: worked by hand, as statsmodels computes them, and where there is nothing to compute."""

import math

import numpy as np
import pytest
from statsmodels.stats.weightstats import DescrStatsW

from surveys.microdata.cells.cube import Moments, Sums
from surveys.microdata.statistics.means import mean, mean_error, mean_z, standard_deviation


def moments_of(values, weights, centre=0.0) -> Moments:
    x, w = np.array(values, dtype=float) - centre, np.array(weights, dtype=float)
    sums = Sums(*(np.array([each]) for each in (float(len(x)), w.sum(), (w * w).sum())))
    powers = ((w * x).sum(), (w * w * x).sum(), (w * w * x * x).sum(), (w * x * x).sum())
    return Moments(centre, sums, *(np.array([each]) for each in powers))


def test_numbers_by_hand():
    # 1, 3 and 6 with weights 1, 1 and 2: mean 16/4 = 4. Σw²(x-4)² = 9 + 1 + 4·4 = 26; of 5 in the dataset
    # sqrt(5/4 · 26)/4. Σw(x-4)²/Σw = (9 + 1 + 8)/4 = 4.5, times 3/2: sd = sqrt(6.75).
    found = moments_of([1, 3, 6], [1, 1, 2], centre=2.5)

    assert mean(found) == pytest.approx([4])
    assert mean_error(found, 5) == pytest.approx([math.sqrt(32.5) / 4])
    assert standard_deviation(found) == pytest.approx([math.sqrt(6.75)])


def test_mean_and_spread_are_those_of_statsmodels():
    chance = np.random.default_rng(3)
    x, w = chance.normal(70, 9, 50), chance.random(50) + 0.2
    found, wanted = moments_of(x, w, centre=68.0), DescrStatsW(x, weights=w)

    assert mean(found) == pytest.approx([wanted.mean])
    assert standard_deviation(found) == pytest.approx([wanted.std * math.sqrt(50 / 49)])
    # Without weights and of everybody the error is the textbook's s/√n.
    assert mean_error(moments_of(x, np.ones(50), 68.0), 50) == pytest.approx([x.std(ddof=1) / math.sqrt(50)])


def test_z_of_means_that_share_nobody_by_hand():
    # 1, 3 against 6, 10, each with weight 1, of 4: means 2 and 8, Σ(x-m)² 2 and 8, variances 4/3·2/4 and 4/3·8/4.
    nobody = moments_of([], [])

    found = mean_z(moments_of([1, 3], [1, 1]), moments_of([6, 10], [1, 1]), nobody, 4)

    assert found == pytest.approx([-6 / math.sqrt(4 / 3 * (0.5 + 2))])


def test_z_of_means_with_shared_people_by_hand():
    # a: 1, 3, 5 and b: 5, 9, of 4 people; the 5 is one person in both. ma = 3, mb = 7; Σ(x-ma)² = 8, Σ(x-mb)² = 8;
    # shared (5-3)(5-7) = -4. 4/3·[8/9 + 8/4 - 2·(-4)/(3·2)] = 4/3·38/9.
    found = mean_z(moments_of([1, 3, 5], [1] * 3, 4), moments_of([5, 9], [1] * 2, 4), moments_of([5], [1], 4), 4)

    assert found == pytest.approx([-4 / math.sqrt(4 / 3 * 38 / 9)])


def test_z_of_means_undefined():
    some, nobody, alike = moments_of([1, 2], [1, 1]), moments_of([], []), moments_of([7, 7], [1, 1], 3.3)

    assert np.isnan(mean_z(some, nobody, nobody, 4))
    assert np.isnan(mean_z(alike, alike, nobody, 4))
    assert np.isnan(mean_z(some, some, some, 4))


@pytest.mark.parametrize("centre", [0.0, 3.3, 1e4])
def test_all_alike_have_no_spread(centre):
    found = moments_of([7.1] * 9, [0.1, 0.7, 1.3] * 3, centre)

    assert mean(found) == pytest.approx([7.1])
    assert mean_error(found, 20).tolist() == [0]
    assert standard_deviation(found).tolist() == [0]


def test_one_person_has_a_mean_and_no_spread():
    found = moments_of([7], [2])

    assert mean(found).tolist() == [7]
    assert mean_error(found, 20).tolist() == [0]
    assert np.isnan(standard_deviation(found))


def test_nobody_has_none():
    found = moments_of([], [])

    assert np.isnan([mean(found), mean_error(found, 20), standard_deviation(found)]).all()
