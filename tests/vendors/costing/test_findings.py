"""What costs say in a sentence."""

from django.utils.translation import override

from tests.vendors.costing.test_breakeven import curve
from vendors.costing.breakeven import break_evens
from vendors.costing.costs import cost_of
from vendors.costing.ranking import ranked
from vendors.costing.workload import Workload
from vendors.exhibits.cost import drawn_of, labels_of, places_of
from vendors.findings.cost import break_even_finding, cost_finding
from vendors.rates import Rates

LABELS = {"a": "Alder", "b": "Birch", "c": "Cedar"}


def test_the_cheapest_of_each_currency_equal_ones_together(shipped):
    workload = Workload(requests=3_000_000, ms=120, mb=1536)
    rows = ranked([cost_of(plan, workload) for plan in shipped.values()], Rates())

    assert cost_finding(rows) == (
        "Cheapest in CNY: Huawei Cloud FunctionGraph and Tencent Cloud Serverless Cloud Function (SCF), 18.21 CNY a "
        "month; cheapest in USD: Azure Functions, 2.64 USD a month"
    )
    with override("zh-hans"):
        assert cost_finding(rows).startswith("按 CNY 计最便宜：")


def test_no_whole_cost_is_said(shipped):
    rows = ranked([cost_of(shipped["alibaba-fc/tier-1"], Workload(1, 1, 128))], Rates())

    assert cost_finding(rows) == "No product has all the prices that this workload needs"
    assert labels_of(rows) == {}


def test_only_points_at_which_the_cheapest_changes_are_told():
    # a until 14, then b; c overtakes b in between but is never the cheapest
    curves = [curve("a"), curve("b", base="10", slope="0.25"), curve("c", base="11", slope="0.3")]

    assert break_even_finding(break_evens(curves), LABELS) == (
        "Cheapest from 14 requests a month on: Birch, until then Alder"
    )


def test_a_cheapest_that_stays_is_said():
    assert break_even_finding([], LABELS) == "The cheapest stays the cheapest, whatever the number of requests"


def test_without_two_whole_costs_nothing_can_be_overtaken():
    assert break_even_finding([], {}) == "No product has all the prices that this workload needs"
    assert break_even_finding([], {"a": "Alder"}) == "Alder alone has a whole cost: there is nothing to overtake it"


def test_a_curve_has_points_where_it_bends_and_at_the_workload():
    places = places_of([curve("a", slope="2", free=123)], [], 1234)

    # two decades to either side of a thousand and a power of ten more
    assert (places[0], places[-1]) == (10, 1_000_000)
    assert {123, 1234, 10, 20, 30, 50, 70, 100} <= set(places)
    assert len(places) == 5 * 5 + 1 + 2


def test_no_requests_still_have_a_curve():
    assert 10**6 in places_of([curve("a")], [], 0)


def test_a_chart_of_seven_keeps_who_is_the_cheapest_later():
    # eight plans of 1 to 8 money a request; the last costs 10 and nothing more: the cheapest from 11 on
    curves = [curve(f"p{number}", slope=str(number)) for number in range(1, 9)]
    late = curve("late", base="10", slope="0")

    drawn = drawn_of([*curves, late], break_evens([*curves, late]))

    assert [each.key for each in drawn] == ["p1", "p2", "p3", "p4", "p5", "p6", "late"]
