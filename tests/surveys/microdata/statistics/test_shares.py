"""Shares, errors, intervals and the test of two columns: worked by hand, and as statsmodels computes them."""

import math

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

from surveys.microdata.statistics.shares import (
    design_factor,
    effective_base,
    pooled_z,
    ratio,
    share,
    share_error,
    wilson,
)


def test_ratio_is_undefined_where_there_is_nothing_to_divide_by():
    assert ratio(np.array([1.0, 0, 3]), np.array([4.0, 0, -1])) == pytest.approx([0.25, np.nan, np.nan], nan_ok=True)


def test_effective_base_by_hand():
    # Weights 1, 1, 2: (1+1+2)² / (1+1+4) = 16/6. Nobody: undefined.
    assert effective_base(np.array([4.0, 0]), np.array([6.0, 0])) == pytest.approx([8 / 3, np.nan], nan_ok=True)


@pytest.mark.parametrize(("design", "factor"), [(0, math.nan), (1, math.nan), (2, 2), (5, 1.25)])
def test_design_factor(design, factor):
    assert design_factor(design) == pytest.approx(factor, nan_ok=True)


def test_share_is_exactly_none_or_all_by_people_whatever_rounding_says():
    found = share(
        np.array([0, 3, 2, 0]), np.array([1e-17, 0.3, 0.2, 0]), np.array([3, 3, 3, 0]), np.array([0.3] * 3 + [0])
    )

    # 0.1 + 0.1 + 0.1 is a little more than 0.3, and must not become a share of 1.0000000000000002.
    assert found[:2].tolist() == [0, 1]
    assert found[2] == pytest.approx(2 / 3)
    assert math.isnan(found[3])


def test_share_error_by_hand():
    # Weights 1, 1, 2; the first chose it: p = 1/4. Of 5 in the dataset: 5/4 · [1·(3/4)² + (1/4)²·(1 + 4)] = 1.09375;
    # its root, divided by Σw = 4. The formula of the rules: Σw²y(1-2p) + p²Σw² = 1·1/2 + 6/16 = 0.875 = 1.09375·4/5.
    found = share_error(np.array([0.25]), np.array([1.0]), np.array([4.0]), np.array([6.0]), 5)

    assert found == pytest.approx([math.sqrt(1.09375) / 4])


def test_share_error_of_all_and_of_none_is_zero_and_of_nobody_undefined():
    found = share_error(
        np.array([0.0, 1, np.nan]), np.array([0.0, 6, 0]), np.array([4.0, 4, 0]), np.array([6.0, 6, 0]), 5
    )

    assert found == pytest.approx([0, 0, np.nan], nan_ok=True)


@pytest.mark.parametrize("base", [0.7, 1, 17.25, 400, 1e6])
@pytest.mark.parametrize("p", [0, 0.001, 0.31, 0.5, 0.999, 1])
def test_wilson_is_that_of_statsmodels_on_the_effective_base(p, base):
    alpha = 2 * (1 - 0.5 * (1 + math.erf(1.959964 / math.sqrt(2))))

    wanted = proportion_confint(p * base, base, alpha=alpha, method="wilson")

    assert wilson(p, base) == pytest.approx(wanted, abs=1e-9)


def test_wilson_reaches_the_ends_exactly_and_nobody_has_none():
    low, high = wilson(np.array([0.0, 1, np.nan]), np.array([10.0, 10, np.nan]))

    assert low[0] == 0
    assert high[1] == 1
    assert math.isnan(low[2])
    assert math.isnan(high[2])


def z_of(shares, weights, bases, shared=0.0) -> float:
    found = pooled_z(
        *(tuple(np.array([float(each)]) for each in pair) for pair in (shares, weights, bases)), np.array([shared])
    )
    return float(found[0])


@pytest.mark.parametrize(("a", "b"), [((7, 20), (11, 18)), ((1, 30), (12, 45)), ((40, 40), (3, 50))])
def test_pooled_z_without_weights_is_that_of_statsmodels(a, b):
    wanted, _p = proportions_ztest(np.array([a[0], b[0]]), np.array([a[1], b[1]]))

    assert z_of((a[0] / a[1], b[0] / b[1]), (a[1], b[1]), (a[1], b[1])) == pytest.approx(wanted, rel=1e-12)


def test_pooled_z_with_weights_and_overlap_by_hand():
    # p0 = (20·0.6 + 30·0.4)/50 = 0.48; 0.48·0.52 = 0.2496; 1/16 + 1/25 - 2·5/(16·25) = 0.0775.
    # z = 0.2 / sqrt(0.2496 · 0.0775).
    found = z_of((0.6, 0.4), (20, 30), (16, 25), shared=5.0)

    assert found == pytest.approx(0.2 / math.sqrt(0.2496 * 0.0775), rel=1e-12)


@pytest.mark.parametrize(
    ("shares", "bases", "shared"),
    [
        pytest.param((0, 0), (10, 10), 0, id="both none"),
        pytest.param((1, 1), (10, 10), 0, id="both all"),
        pytest.param((0.5, 0.5), (10, 10), 10, id="the same people"),
        pytest.param((0.5, 0.4), (10, 10), 11, id="a shared base larger than either: weights far apart"),
        pytest.param((math.nan, 0.5), (math.nan, 10), 0, id="nobody"),
    ],
)
def test_pooled_z_undefined(shares, bases, shared):
    assert math.isnan(z_of(shares, (10, 10), bases, shared))
