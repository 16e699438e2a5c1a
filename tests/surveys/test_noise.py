"""When a difference is more than noise: values on both sides of the border, worked out by hand."""

import pytest

from surveys.noise import BEYOND, UNKNOWN, WITHIN, difference_interval, in_one_sample, in_two_samples


@pytest.mark.parametrize(
    ("first", "second", "base", "judged"),
    [
        # 51 against 45 of 500: spread sqrt((0.96 - 0.0036) / 500) = 0.04373, times 1.96 = 8.57 points
        (51, 45, 500, WITHIN),
        # 41 against 59 of 500: sqrt((1 - 0.0324) / 500) = 0.04399, 8.62 points
        (41, 59, 500, BEYOND),
        (54, 45.5, 500, WITHIN),  # 8.5 points
        (54, 45.2, 500, BEYOND),  # 8.8 points
        (10, 10, 500, WITHIN),
        (100, 0, 1, BEYOND),  # nobody differs
    ],
)
def test_answers_that_exclude_each_other(first, second, base, judged):
    assert in_one_sample(first, second, base, excludes=True) == judged
    assert in_one_sample(second, first, base, excludes=True) == judged


@pytest.mark.parametrize(
    ("first", "second", "base", "judged"),
    [
        # At most 30 % gave both: between sqrt((0.02 - 0.0004) / 1000) = 0.0044 (0.87 points) and sqrt(0.5796 / 1000)
        # = 0.0241 (4.72 points); 2 points lie between.
        (30, 28, 1000, UNKNOWN),
        (40, 34, 1000, BEYOND),  # 6 points; at most sqrt(0.7364 / 1000) = 0.0271, 5.32 points
        # 90 and 89: at least 79 % gave both, at most sqrt((0.21 - 0.0001) / 50) = 0.0648, 12.7 points; at least
        # sqrt((0.01 - 0.0001) / 50) = 0.0141, 2.76 points
        (90, 89, 50, WITHIN),
    ],
)
def test_answers_of_which_several_could_be_chosen(first, second, base, judged):
    assert in_one_sample(first, second, base, excludes=False) == judged


def test_the_interval_of_a_difference_is_that_of_newcombe():
    """His first example: 56 of 70 against 48 of 80, difference 0.2, interval 0.0524 to 0.3339."""
    assert difference_interval(80, 70, 60, 80) == pytest.approx((5.24, 33.39), abs=0.005)


def test_a_difference_is_noise_where_its_interval_holds_0():
    assert in_two_samples(80, 70, 60, 80) == BEYOND
    assert in_two_samples(60, 80, 80, 70) == BEYOND


@pytest.mark.parametrize(("comparisons", "judged"), [(1, BEYOND), (15, WITHIN)])
def test_the_largest_of_many_differences_must_be_larger(comparisons, judged):
    """At 15 comparisons the interval of 80 against 60 per cent is that of 2.94 standard deviations."""
    assert in_two_samples(80, 70, 60, 80, comparisons=comparisons) == judged


def test_equal_shares_are_within_noise():
    assert in_two_samples(40, 100, 40, 1000) == WITHIN
