"""Adjusted p-values by hand, and as statsmodels adjusts them."""

import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from surveys.microdata.statistics.adjusting import benjamini_hochberg, bonferroni, holm, unadjusted

NAMES = {holm: "holm", bonferroni: "bonferroni", benjamini_hochberg: "fdr_bh"}


def test_by_hand():
    p = np.array([[0.04, 0.01, 0.03]])

    # Holm: 3·0.01, then 2·0.03, then 1·0.04, which may not be less than the one before.
    assert holm(p) == pytest.approx(np.array([[0.06, 0.03, 0.06]]))
    assert bonferroni(p) == pytest.approx(np.array([[0.12, 0.03, 0.09]]))
    # Benjamini-Hochberg: 3/1·0.01, 3/2·0.03, 3/3·0.04; none may be more than the one behind.
    assert benjamini_hochberg(p) == pytest.approx(np.array([[0.04, 0.03, 0.04]]))
    assert unadjusted(p).tolist() == p.tolist()


@pytest.mark.parametrize("adjust", NAMES, ids=NAMES.get)
@pytest.mark.parametrize("tests", [1, 2, 9, 40])
def test_as_statsmodels_adjusts(adjust, tests):
    p = np.round(np.random.default_rng(tests).random((5, tests)) ** 3, 2)  # rounded: ties

    wanted = [multipletests(row, method=NAMES[adjust])[1] for row in p]

    assert adjust(p) == pytest.approx(np.array(wanted))


@pytest.mark.parametrize("adjust", NAMES, ids=NAMES.get)
def test_what_was_not_tested_is_not_counted(adjust):
    p = np.array([[0.04, np.nan, 0.01, 0.03], [np.nan] * 4, [np.nan, 0.02, np.nan, np.nan]])

    found = adjust(p)

    assert found[0, [0, 2, 3]] == pytest.approx(adjust(np.array([0.04, 0.01, 0.03])))
    assert np.isnan(found).tolist() == np.isnan(p).tolist()
    assert found[2, 1] == 0.02


@pytest.mark.parametrize("adjust", NAMES, ids=NAMES.get)
def test_without_tests(adjust):
    assert adjust(np.zeros((3, 0))).shape == (3, 0)
