"""What weights cost, by hand."""

import numpy as np
import pytest

from surveys.microdata.statistics.designs import Design, design_of


@pytest.mark.parametrize(
    ("weights", "respondents", "effective"),
    [
        pytest.param([1, 2, 1, 2], 4, 36 / 10, id="uneven"),
        pytest.param([3, 3, 3], 3, 3, id="equal"),
        pytest.param([0, 1, 3], 2, 16 / 10, id="zeros do not count"),
        pytest.param([1000, 2000, 1000, 2000], 4, 36 / 10, id="times 1000"),
        pytest.param([1e200, 2e200], 2, 9 / 5, id="squares that would overflow"),
        pytest.param([5], 1, 1, id="one person"),
    ],
)
def test_effective_number_of_respondents(weights, respondents, effective):
    design = design_of(np.array(weights, dtype=np.float64))

    assert design.respondents == respondents
    assert design.effective == pytest.approx(effective, rel=1e-12)
    assert design.effect == pytest.approx(respondents / effective, rel=1e-12)
    assert design.efficiency == pytest.approx(effective / respondents, rel=1e-12)


@pytest.mark.parametrize("weights", [[], [0.0, 0.0]])
def test_nobody_has_no_design(weights):
    design = design_of(np.array(weights))

    assert design == Design(0, 0.0)
    assert (design.effect, design.efficiency) == (None, None)
