"""Where one plan overtakes another, by hand."""

from fractions import Fraction

import pytest

from vendors.costing.breakeven import CostCurve, Part, break_evens, curve_of


def curve(key: str, *, base: str = "0", slope: str | None = "1", free: int = 0, currency: str = "USD") -> CostCurve:
    """`slope` money for each request beyond the free ones."""
    part = Part(Fraction(1), Fraction(free), Fraction(slope) if slope else None)
    return CostCurve(key, key.title(), currency, Fraction(base), (part,))


def points(*curves: CostCurve) -> list[tuple]:
    return [(each.requests, each.before.key, each.after.key, each.leads) for each in break_evens(curves)]


def test_the_first_whole_number_at_which_the_other_is_cheaper():
    # n against 10 + n / 2: equal at 20, cheaper from 21 on
    assert points(curve("a"), curve("b", base="10", slope="0.5")) == [(21, "a", "b", True)]


def test_a_point_between_two_whole_numbers():
    # n against 10 + n / 3: equal at 15, cheaper from 16; against 10 + n / 4: 13.33, cheaper from 14
    assert points(curve("a"), curve("b", base="10", slope="0.25")) == [(14, "a", "b", True)]


def test_free_requests_bend_a_curve_and_can_be_overtaken_twice():
    # a: 0 to 100, then 2 (n − 100); b: n: a is cheaper up to 200
    # c: 50 + n / 10 is cheaper than a from 250 / 1.9 = 131.6, than b from 55.6
    assert points(curve("a", slope="2", free=100), curve("b")) == [(201, "a", "b", True)]
    assert points(curve("a", slope="2", free=100), curve("b"), curve("c", base="50", slope="0.1")) == [
        (56, "b", "c", False),
        (132, "a", "c", True),
        (201, "a", "b", False),
    ]


def test_equal_curves_never_overtake():
    assert points(curve("a"), curve("b")) == []
    assert points(curve("a", slope="2", free=100), curve("b", slope="2", free=100)) == []


def test_costs_that_are_equal_for_a_while_and_part_are_no_overtaking():
    # both free up to 100, then a is dearer: nobody was cheaper before
    assert points(curve("a", slope="2", free=100), curve("b", free=100)) == []


def test_after_a_stretch_of_equal_costs_the_other_overtakes():
    # a: n up to 100 (as b's 100 flat is more), equal is a single point; b flat
    assert points(curve("a"), curve("b", base="100", slope="0")) == [(101, "a", "b", True)]


def test_two_currencies_are_never_compared():
    assert points(curve("a"), curve("b", base="10", slope="0.5", currency="CNY")) == []


def test_beyond_the_last_known_price_nothing_is_said():
    # a has no price beyond 15; they would meet at 20
    short = CostCurve("a", "A", "USD", Fraction(), (*curve("a").parts, Part(Fraction(1), Fraction(15), None)))

    assert short.reaches(Fraction(15))
    assert not short.reaches(Fraction(16))
    assert points(short, curve("b", base="10", slope="0.5")) == []


def test_shipped_plans_by_hand(cost):
    workload = {"requests": 1, "ms": 120, "mb": 512}
    # Azure: 0.0000002 (n − 1 M) + 0.000016 (0.06 n − 400,000) = 0.00000116 n − 6.6
    # DigitalOcean: 0.0000185 (0.06 n − 90,000) = 0.00000111 n − 1.665; equal at 4.935 / 0.00000005 = 98,700,000
    # Lambda: 0.0000002 (n − 1 M) + 0.00001667 (0.06 n − 400,000) = 0.0000012002 n − 6.868; 5.203 / 0.0000000902
    keys = ("azure-functions/consumption", "digitalocean-functions/standard", "aws-lambda/on-demand")
    found = [point for point in points(*(curve_of(cost(key, **workload)) for key in keys)) if point[0] > 10**7]

    assert found == [
        (int(Fraction("5.203") / Fraction("0.0000000902")) + 1, keys[2], keys[1], False),
        (98_700_001, keys[0], keys[1], True),
    ]


@pytest.mark.parametrize(("requests", "total"), [(0, "0"), (100, "0"), (101, "2"), (10**12, "1999999999800")])
def test_a_curve_at_a_number_of_requests(requests, total):
    assert curve("a", slope="2", free=100).at(requests) == Fraction(total)
