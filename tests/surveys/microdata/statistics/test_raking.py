"""Raked weights against cases worked by hand and against rounds over respondents, one after the other."""

import numpy as np
import pytest

from surveys.microdata.statistics import raking
from surveys.microdata.statistics.raking import CannotRakeError, Margin, Obstacle, rake


def margin(codes, shares) -> Margin:
    return Margin(np.array(codes, dtype=np.int8), np.array(shares, dtype=float))


def shares_of(codes, weights, categories: int) -> list[float]:
    """Weighted shares among those who answered."""
    sums = [weights[codes == category].sum() for category in range(categories)]
    return [each / sum(sums) for each in sums]


def slowly_raked(columns, targets, rounds=2000):
    """Respondent by respondent, in plain numbers; nobody is without an answer."""
    weights = [1.0] * len(columns[0])
    for _ in range(rounds):
        for column, shares in zip(columns, targets, strict=True):
            sums = {code: sum(w for w, c in zip(weights, column, strict=True) if c == code) for code in set(column)}
            weights = [w * shares[c] * len(weights) / sums[c] for w, c in zip(weights, column, strict=True)]
    return weights


def test_one_margin_is_target_by_sample_share():
    """Three of four are women, half are to be: 0.5/0.75 and 0.5/0.25. e = 16 / (3·4/9 + 4) = 3."""
    raked = rake([margin([0, 0, 0, 1], [0.5, 0.5])])

    assert raked.weights == pytest.approx([2 / 3, 2 / 3, 2 / 3, 2], abs=1e-15)
    assert raked.efficiency == pytest.approx(3 / 4, abs=1e-15)


def test_independent_cells_need_one_round():
    """Cells 4, 2, 2, 1: rows and columns are independent, so each factor is the target by the share."""
    rows, columns = [0] * 6 + [1] * 3, [0] * 4 + [1] * 2 + [0] * 2 + [1]

    raked = rake([margin(rows, [0.5, 0.5]), margin(columns, [0.25, 0.75])])

    row, column = [0.5 / (6 / 9), 0.5 / (3 / 9)], [0.25 / (6 / 9), 0.75 / (3 / 9)]
    assert raked.weights == pytest.approx([row[r] * column[c] for r, c in zip(rows, columns, strict=True)], abs=1e-12)
    assert raked.rounds == 2  # the second finds nothing left to do


def test_cells_that_hang_together_by_hand():
    """Cells 2 and 1 over 1 and 2 to halves and to 1/4, 3/4.

    The odds ratio stays 4, so with a of the weight in the first cell: a(a + 1/4) = 4(1/2 - a)(1/4 - a), which is
    3a² - 13a/4 + 1/2 = 0, a = (13/4 - sqrt(73)/4) / 6.
    """
    raked = rake([margin([0, 0, 0, 1, 1, 1], [0.5, 0.5]), margin([0, 0, 1, 0, 1, 1], [0.25, 0.75])])

    a = (13 - 73**0.5) / 24
    cells = [a / 2, a / 2, 1 / 2 - a, 1 / 4 - a, (a + 1 / 4) / 2, (a + 1 / 4) / 2]
    assert raked.weights == pytest.approx([6 * cell for cell in cells], abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_three_margins_are_those_of_rounds_over_respondents(seed):
    chance = np.random.default_rng(seed)
    columns = [chance.integers(0, size, 200).tolist() for size in (2, 3, 4)]
    targets = [chance.dirichlet([8] * size).tolist() for size in (2, 3, 4)]

    raked = rake([margin(*each) for each in zip(columns, targets, strict=True)])

    assert raked.weights == pytest.approx(slowly_raked(columns, targets, 200), rel=1e-9)
    assert raked.weights.mean() == pytest.approx(1, abs=1e-12)
    for column, shares in zip(columns, targets, strict=True):
        assert shares_of(np.array(column), raked.weights, len(shares)) == pytest.approx(shares, abs=1e-12)


def test_no_answer_is_raked_on_the_others_and_keeps_its_part():
    rows, columns = np.array([0, 0, 0, 1, 1, -1, -1]), np.array([0, 1, 1, 0, 1, 0, 1])

    raked = rake([margin(rows, [0.5, 0.5]), margin(columns, [0.3, 0.7])])

    assert shares_of(rows, raked.weights, 2) == pytest.approx([0.5, 0.5], abs=1e-12)
    assert shares_of(columns, raked.weights, 2) == pytest.approx([0.3, 0.7], abs=1e-12)
    assert raked.weights[rows == -1].sum() == pytest.approx(2, abs=1e-12)


def test_shares_that_nearly_add_to_one_are_scaled():
    raked = rake([margin([0, 1], [0.4995, 0.4996])])

    assert raked.weights == pytest.approx([2 * 0.4995 / 0.9991, 2 * 0.4996 / 0.9991], abs=1e-12)


def test_category_that_nobody_chose_needs_no_target():
    raked = rake([margin([0, 0, 1], [0.5, 0.5, np.nan])])

    assert raked.weights == pytest.approx([0.75, 0.75, 1.5], abs=1e-12)


OBSTACLES = {
    "nobody_in_a_target": ([margin([0, 0], [0.5, 0.5])], Obstacle.NOBODY, 0, 1),
    "no_target": ([margin([0, 1], [0.5, 0.5]), margin([0, 1], [1, np.nan])], Obstacle.NO_TARGET, 1, 1),
    "not_one": ([margin([0, 1], [0.5, 0.498])], Obstacle.NOT_ONE, 0, None),
    "none_of_it": ([margin([0, 1], [1, 0])], Obstacle.NOT_ONE, 0, None),
    "below_nothing": ([margin([0, 1], [1.5, -0.5])], Obstacle.NOT_ONE, 0, None),
    "nobody_at_all": ([margin([], [0.5, 0.5])], Obstacle.NOBODY, 0, 0),
    # The two questions are one and the same, and their targets differ.
    "never_settles": ([margin([0, 1], [0.5, 0.5]), margin([0, 1], [0.4, 0.6])], Obstacle.NO_END, None, None),
}


@pytest.mark.parametrize("case", OBSTACLES)
def test_impossible_targets_are_refused(case):
    margins, obstacle, number, category = OBSTACLES[case]

    with pytest.raises(CannotRakeError) as refused:
        rake(margins)

    assert (refused.value.obstacle, refused.value.margin, refused.value.category) == (obstacle, number, category)


def test_rounds_that_are_not_enough_are_refused(monkeypatch):
    hanging = [margin([0, 0, 0, 1, 1, 1], [0.5, 0.5]), margin([0, 0, 1, 0, 1, 1], [0.25, 0.75])]
    monkeypatch.setattr(raking, "MOST_ROUNDS", 3)

    with pytest.raises(CannotRakeError) as refused:
        rake(hanging)

    assert refused.value.obstacle is Obstacle.NO_END
