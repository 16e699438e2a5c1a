"""Costs as frames: one row a plan, one row a point of a curve, one row a break-even point."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from portal.words import sentences, set_apart
from vendors.costing.breakeven import BreakEven, CostCurve
from vendors.costing.costs import COMPUTE, Cost, CostState
from vendors.costing.formulas import decimal_of, line_formula, money_words, sum_formula
from vendors.costing.ranking import Ranked
from vendors.models import Meter

STATE_LABELS = {
    CostState.COMPLETE: _("Whole cost"),
    CostState.PARTIAL: _("Part of the cost only"),
    CostState.NOT_COMPUTABLE: _("Not computable"),
    CostState.CANNOT_RUN: _("Cannot run it"),
}
NUMBERS = (
    *("rank", "total", "requests_cost", "compute_cost", "allowance", "base_fee", "known_part"),
    *("compared_total", "billed_ms", "billed_mb"),
)
TYPES = {
    **dict.fromkeys(NUMBERS, "float64"),
    **labelled_types("product", "tariff", "state"),
    **text_types("currency", "compared_currency", "rate", "missing", "formula", "note", "assumed", "source"),
    **text_types(
        "total_text", "requests_text", "compute_text", "allowance_text", "base_text", "product_address", "doubt_tag"
    ),
}
CURVE_TYPES = {**labelled_types("product", "tariff"), **text_types("series", "currency", "cost_text")} | {
    "requests": "float64",
    "cost": "float64",
}
BREAK_TYPES = {
    **labelled_types("cheaper_before", "cheaper_from"),
    **text_types("currency", "cost_text", "leads"),
    **{"requests": "int64", "cost": "float64"},
}


def number(amount) -> float | None:
    return float(decimal_of(amount)) if amount is not None else None


def cost_table(ranked: Iterable[Ranked]) -> DataFrame:
    """One row a plan, in the order given; `total` is empty where the cost is not whole."""
    labels = both_labels(STATE_LABELS.items())
    return frame_of((cost_row(each, labels) for each in ranked), TYPES)


def cost_row(each: Ranked, labels: dict) -> dict:
    cost, tariff = each.cost, each.cost.plan.tariff
    is_summed = cost.state in (CostState.COMPLETE, CostState.PARTIAL)
    split = {
        "requests": cost.gross_of(Meter.Kind.REQUESTS) if is_summed else None,
        "compute": cost.gross_of(*COMPUTE) if is_summed else None,
        "allowance": -cost.saved if is_summed else None,
        "base": cost.gross_of(Meter.Kind.BASE) if is_summed else None,
    }
    total = cost.total if cost.is_complete else None
    return {
        **named("product", tariff.product.slug, tariff.product),
        **named("tariff", tariff.code, tariff),
        **labelled("state", cost.state, labels[cost.state]),
        "rank": each.rank,
        "currency": cost.currency if is_summed else "",
        "total": number(total),
        "requests_cost": number(split["requests"]),
        "compute_cost": number(split["compute"]),
        "allowance": number(split["allowance"]),
        "base_fee": number(split["base"]),
        "known_part": number(cost.total) if cost.state == CostState.PARTIAL else None,
        "compared_total": number(each.amount),
        "compared_currency": each.currency if each.rank else "",
        "rate": each.rate.words if each.rate else "",
        "billed_ms": number(cost.billed.ms) if cost.billed else None,
        "billed_mb": number(cost.billed.mb) if cost.billed else None,
        "missing": sentences(gap.words for gap in cost.gaps),
        "formula": formula_of(cost) if is_summed else "",
        "note": tariff.text("note"),
        "assumed": sentences(cost.assumptions) if is_summed else "",
        "source": tariff.source.code,
        "product_address": f"products/{tariff.product.slug}",
        "total_text": money_words(total, cost.currency) if total is not None else "",
        **{f"{name}_text": money_words(amount, "") if amount is not None else "" for name, amount in split.items()},
        "doubt_tag": gettext("in doubt") if any(one.doubt for one in cost.inputs) and cost.is_complete else "",
    }


def formula_of(cost: Cost) -> str:
    return set_apart([*(line_formula(cost, line) for line in cost.lines), sum_formula(cost)])


def curve_table(
    curves: Iterable[CostCurve], ranked: Iterable[Ranked], places: list[int], names: dict[str, str]
) -> DataFrame:
    """One row a point: each curve at each number of requests, as far as its prices reach; `names` by key."""
    tariffs = {each.cost.plan.key: each.cost.plan.tariff for each in ranked}
    rows = [
        {
            **named("product", tariffs[curve.key].product.slug, tariffs[curve.key].product),
            **named("tariff", tariffs[curve.key].code, tariffs[curve.key]),
            "series": names[curve.key],
            "requests": place,
            "cost": number(curve.at(place)),
            "currency": curve.currency,
            "cost_text": money_words(curve.at(place), curve.currency),
        }
        for curve in curves
        for place in places
        if curve.reaches(Fraction(place))
    ]
    return frame_of(rows, CURVE_TYPES)


def break_even_table(points: Iterable[BreakEven], ranked: Iterable[Ranked]) -> DataFrame:
    """One row a point, in the order of requests."""
    plans = {each.cost.plan.key: each.cost.plan for each in ranked}
    yes, no = str(_("yes")), str(_("no"))
    rows = [
        {
            **labelled("cheaper_before", point.before.key, plans[point.before.key].labels),
            **labelled("cheaper_from", point.after.key, plans[point.after.key].labels),
            "requests": point.requests,
            "cost": number(point.cost),
            "currency": point.after.currency,
            "cost_text": money_words(point.cost, point.after.currency),
            "leads": yes if point.leads else no,
        }
        for point in points
    ]
    return frame_of(rows, BREAK_TYPES)
