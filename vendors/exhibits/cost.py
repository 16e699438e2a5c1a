"""The cost of a workload: by product, over the number of requests, and where one product overtakes another."""

from collections.abc import Iterable
from math import ceil, floor, log10

from django.utils.translation import gettext as _

from portal.charts.line_shapes import Curves, Marker
from portal.exhibits.citations import Citation, Note
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from vendors.costing.breakeven import MOST_REQUESTS, BreakEven, CostCurve
from vendors.costing.ranking import Ranked
from vendors.descriptions.cost import break_even_description, cost_description, curve_description
from vendors.exhibits.cost_columns import break_even_columns, cost_columns, curve_columns
from vendors.exhibits.cost_notes import cost_notes
from vendors.findings.cost import break_even_finding, cost_finding
from vendors.frames.cost import break_even_table, cost_table, curve_table

MOST_CURVES = 7
STEPS = (1, 2, 3, 5, 7)  # leading digits of the numbers of requests at which a curve has a point
DECADES = 2  # of requests shown to either side of the workload
USUAL_REQUESTS = 10**6


def cost_exhibit(ranked: list[Ranked], *, workload: str, query: str) -> Exhibit:
    """`workload` says in words what is run."""
    frame = cost_table(ranked)
    title = _("Cost of a workload by product")
    return make_exhibit(
        "cost",
        frame,
        cost_columns(),
        cited(ranked),
        query=query,
        title=title,
        subtitle=workload,
        finding=cost_finding(ranked),
        description=cost_description(title, frame),
        notes=cost_notes(ranked),
    )


def curve_exhibit(
    curves: Iterable[CostCurve],
    points: list[BreakEven],
    ranked: list[Ranked],
    *,
    requests: int,
    workload: str,
    query: str,
) -> Exhibit:
    """`curves` are in one currency, the cheapest first; at most seven are drawn."""
    every = list(curves)
    shown = drawn_of(every, points)
    names = {curve.key for curve in shown}
    kept = [point for point in points if {point.before.key, point.after.key} <= names]
    frame = curve_table(shown, ranked, places_of(shown, kept, requests), labels_of(ranked))
    currency = shown[0].currency if shown else ""
    title = _("Monthly cost over the number of requests, %(currency)s") % {"currency": currency or "–"}
    left_out = len(every) - len(shown)
    more = _("%(count)s more plans are left out of the chart.") % {"count": left_out} if left_out else ""
    at = [Marker(requests, _("this workload"))] if requests and len(frame) else []
    return make_exhibit(
        "cost/over-requests",
        frame,
        curve_columns(),
        cited([each for each in ranked if each.cost.plan.key in names]),
        query=query,
        title=title,
        subtitle=workload,
        finding=break_even_finding(points, labels_of(ranked)),
        description=curve_description(title, frame),
        shape=Curves(
            x="requests",
            series="series",
            value="cost",
            unit=currency,
            x_title=_("Requests a month"),
            markers=tuple(at),
        )
        if len(frame)
        else None,
        notes=(*([Note(more, is_mandatory=True)] if more else []), *cost_notes(ranked)),
    )


def break_even_exhibit(points: list[BreakEven], ranked: list[Ranked], *, workload: str, query: str) -> Exhibit:
    frame = break_even_table(points, ranked)
    title = _("Break-even points of monthly cost")
    return make_exhibit(
        "cost/break-even",
        frame,
        break_even_columns(),
        cited(ranked),
        query=query,
        title=title,
        subtitle=workload,
        finding=break_even_finding(points, labels_of(ranked)),
        description=break_even_description(title, frame),
        notes=cost_notes(ranked),
    )


def drawn_of(curves: list[CostCurve], points: list[BreakEven]) -> list[CostCurve]:
    """At most seven: those that are the cheapest somewhere, then the cheapest at the workload; in their order."""
    leading = {curve.key for point in points if point.leads for curve in (point.before, point.after)}
    first = sorted(curves, key=lambda curve: curve.key not in leading)[:MOST_CURVES]
    return [curve for curve in curves if curve in first]


def labels_of(ranked: Iterable[Ranked]) -> dict[str, str]:
    """Key of each ranked plan → the product's name, with that of the plan where several of the product are ranked."""
    plans = [each.cost.plan for each in ranked if each.rank]
    products = [plan.tariff.product_id for plan in plans]
    return {
        plan.key: plan.tariff.product.label if products.count(plan.tariff.product_id) == 1 else plan.label
        for plan in plans
    }


def cited(ranked: Iterable[Ranked]) -> tuple[Citation, ...]:
    """The sources of everything that went in, in the order of the rows."""
    sources = []
    for each in ranked:
        sources += [one.source for one in each.cost.inputs] + [each.cost.plan.tariff.source]
    return cited_once(sources)


def places_of(curves: list[CostCurve], points: list[BreakEven], requests: int) -> list[int]:
    """Numbers of requests at which curves have points: even steps, where they bend or meet, and the workload."""
    middle = floor(log10(requests)) if requests else floor(log10(USUAL_REQUESTS))
    low, high = 10 ** max(0, middle - DECADES), min(10 ** (middle + DECADES + 1), MOST_REQUESTS)
    even = [step * 10**power for power in range(len(str(high))) for step in STEPS]
    bends = [ceil(kink) for curve in curves for kink in curve.kinks]
    ends = [floor(curve.limit) for curve in curves if curve.limit is not None]
    met = [point.requests for point in points]
    return sorted({place for place in (*even, *bends, *ends, *met, requests) if low <= place <= high})
