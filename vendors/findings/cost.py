"""What the cost of a workload shows: the cheapest in each currency, and where another overtakes it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.words import all_of, set_apart, write_count
from vendors.costing.breakeven import BreakEven
from vendors.costing.formulas import money_words
from vendors.costing.ranking import Ranked

MOST_POINTS = 2  # a headline has room for


def cost_finding(ranked: Iterable[Ranked]) -> str:
    """ "Cheapest in USD: Azure Functions, 2.64 USD a month; in CNY: Huawei and Tencent, 18.21 CNY a month"."""
    by_currency: dict[str, list[Ranked]] = {}
    for each in ranked:
        if each.rank == 1:
            by_currency.setdefault(each.currency, []).append(each)
    parts = [
        _("cheapest in %(currency)s: %(products)s, %(amount)s a month")
        % {
            "currency": currency,
            "products": all_of([each.cost.plan.tariff.product.label for each in first]),
            "amount": money_words(first[0].amount, currency) if first[0].amount is not None else "",
        }
        for currency, first in by_currency.items()
    ]
    if not parts:
        return _("No product has all the prices that this workload needs")
    told = set_apart(parts)
    return told[0].upper() + told[1:]


def break_even_finding(points: Iterable[BreakEven], labels: dict[str, str]) -> str:
    """ "Cheapest from 18,888,064 requests a month on: Volcengine veFaaS, until then Huawei FunctionGraph"."""
    leading: dict[tuple[str, int], list[BreakEven]] = {}
    for point in points:
        if point.leads:
            leading.setdefault((point.after.currency, point.requests), []).append(point)
    parts = [
        _("cheapest from %(requests)s requests a month on: %(after)s, until then %(before)s")
        % {
            "requests": write_count(requests),
            "after": all_of([labels[key] for key in dict.fromkeys(point.after.key for point in same)]),
            "before": all_of([labels[key] for key in dict.fromkeys(point.before.key for point in same)]),
        }
        for (_currency, requests), same in list(leading.items())[:MOST_POINTS]
    ]
    if not labels:
        return _("No product has all the prices that this workload needs")
    if len(labels) == 1:
        return _("%(plan)s alone has a whole cost: there is nothing to overtake it") % {
            "plan": next(iter(labels.values()))
        }
    if not parts:
        return _("The cheapest stays the cheapest, whatever the number of requests")
    told = set_apart(parts)
    return told[0].upper() + told[1:]
