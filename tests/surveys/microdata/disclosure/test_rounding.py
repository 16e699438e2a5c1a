"""Numbers that readers see: by hand."""

import pytest

from surveys.microdata.disclosure.rounding import round_base, round_direction, round_estimate, round_overall
from surveys.microdata.tables import table as values
from surveys.microdata.tables.table import Base, Estimate, Overall, Reason

EXACT = Base(87, 88.6, 71.2)


@pytest.mark.parametrize(("n", "rounded"), [(10, 10), (12, 10), (13, 15), (12.5, 15), (102.4, 100), (0, 0)])
def test_bases_are_rounded_to_five(n, rounded):
    assert round_base(Base(n, n, n)) == Base(rounded, rounded, rounded)


def test_what_is_undefined_stays_so():
    assert round_base(Base(0, None, None)) == Base(0, None, None)


@pytest.mark.parametrize(
    ("base", "p", "ci"), [(95, 0.31, (0.28, 0.36)), (100, 0.312, (0.288, 0.351))], ids=["whole", "one decimal"]
)
def test_shares_have_a_decimal_from_a_hundred_people_and_intervals_are_rounded_outward(base, p, ci):
    exact = Estimate(27, 27.6, EXACT, p=0.3119, se=0.05, ci=(0.2885, 0.3504))

    assert round_estimate(exact, Base(base, base, base)) == Estimate(None, None, Base(base, base, base), p=p, ci=ci)


def test_intervals_stay_on_their_step_and_within_nothing_and_all():
    found = round_estimate(Estimate(1, 1, EXACT, p=0.0, ci=(0.0, 0.29)), Base(50, 50, 50))

    assert found.ci == (0.0, 0.29)
    assert round_estimate(Estimate(1, 1, EXACT, p=1.0, ci=(0.931, 1.0)), Base(50, 50, 50)).ci == (0.93, 1.0)


@pytest.mark.parametrize(
    ("mean", "sd", "se", "shown"),
    [
        pytest.param(3.4567, 1.234, 0.0871, (3.5, 1.2, 0.09), id="scale"),
        pytest.param(512345.6, 23456.0, 1234.5, (512000, 23000, 1300), id="large"),
        pytest.param(-0.25, 0.0, 0.0, (-0.25, 0.0, 0.0), id="all the same"),
        pytest.param(0.0, None, None, (0.0, None, None), id="one person"),
    ],
)
def test_means_are_rounded_by_their_spread_and_errors_upward(mean, sd, se, shown):
    found = round_estimate(Estimate(87, 88.6, EXACT, mean=mean, sd=sd, se=se), Base(85, 90, 70))

    assert (found.mean, found.sd, found.se) == shown
    assert (found.n, found.w) == (None, None)


@pytest.mark.parametrize(
    ("test", "shown"),
    [
        (values.Test("rest", 2.345, 0.0123, 0.0321), values.Test("rest", 1.0, 0.05, 0.05)),
        (values.Test("rest", -1.8, 0.07, 0.07), values.Test("rest", -1.0, 0.10, 0.10)),
        (values.Test("rest", 0.4, 0.69, 0.69), values.Test("rest", 0.0, 1.0, 1.0)),
        (values.Test("rest", reason=Reason.SMALL_BASE), values.Test("rest", reason=Reason.SMALL_BASE)),
    ],
)
def test_directions_keep_their_side_and_level_alone(test, shown):
    assert round_direction(test) == shown


def test_tests_of_a_whole_table_keep_p_alone():
    assert round_overall(Overall(3.2, 1.9, 70.1, 0.04567)) == Overall(None, None, None, 0.046)
    assert round_overall(Overall(None, None, None, None)) == Overall(None, None, None, None)
