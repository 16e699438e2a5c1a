"""The cost of a workload in the API: the parameters and numbers of the page."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import override
from ninja import Router

from portal.api.columns import nested_source, present
from portal.api.documents import refusals
from portal.api.envelope import detail_answer
from portal.api.forms import language_of, read_form
from portal.models import Source
from vendors.api.cost_parameters import cost_parameters
from vendors.api.cost_schemas import CostAnswer
from vendors.costing.breakeven import BreakEven
from vendors.costing.costs import COMPUTE, Cost, CostState, Line
from vendors.costing.formulas import line_formula, unit_of
from vendors.costing.plans import Input
from vendors.costing.ranking import Ranked
from vendors.filters.cost import CostForm
from vendors.frames.cost import formula_of, number
from vendors.models import Meter, Tariff
from vendors.selections.cost import Costing, costing

router = Router()


class CostQuery(CostForm):
    """The form of the page without what only files need."""

    def __init__(self, data, **options):
        super().__init__(data, **options)
        for name in self.FILE_FIELDS:
            del self.fields[name]


def read_query(given: QueryDict) -> CostQuery:
    return CostQuery.read(given, products=Tariff.objects.product_labels(), currencies=Tariff.objects.currencies())


@router.get(
    "/cost",
    response=CostAnswer,
    operation_id="get_cost",
    url_name="get_cost",
    tags=["cost"],
    summary="Monthly cost of a workload on each plan",
    openapi_extra={"parameters": cost_parameters(), "responses": refusals(without=(404,))},
)
def get_cost(request: HttpRequest):
    """What a workload costs a month: split, formula, inputs with their sources, what is missing, break-even points."""
    language = language_of(request.GET)
    form = read_form(request, read_query)
    with override(language):
        data = answer_of(form, costing(form))
    return detail_answer(request, data, language)


def answer_of(form: CostForm, found: Costing) -> dict[str, Any]:
    workload = found.workload
    return {
        "workload": {
            "requests": workload.requests,
            "ms": workload.ms,
            "mb": workload.mb,
            "architecture": workload.architecture,
            "free": workload.with_free,
            "vcpu": number(workload.vcpu),
            "cpu_ms": number(workload.cpu_ms),
        },
        "as_of": form.values["as_of"] or None,
        "costs": [plan_entry(each) for each in found.ranked],
        "break_even": [break_even_entry(point) for point in found.break_evens],
    }


def plan_entry(each: Ranked) -> dict[str, Any]:
    cost, tariff = each.cost, each.cost.plan.tariff
    is_summed = cost.state in (CostState.COMPLETE, CostState.PARTIAL)
    compared = {
        "total": number(each.amount),
        "currency": each.currency,
        "rate": each.rate.words if each.rate else None,
    }
    return {
        "product": tariff.product.slug,
        "product_name": tariff.product.label,
        "tariff": tariff.code,
        "tariff_name": tariff.label,
        "state": cost.state,
        "rank": each.rank,
        "currency": present(cost.currency),
        "total": number(cost.total) if cost.is_complete else None,
        "known_part": number(cost.total) if cost.state == CostState.PARTIAL else None,
        "compared": compared if each.rank else None,
        "split": split_entry(cost if is_summed else None),
        "billed_ms": number(cost.billed.ms) if cost.billed else None,
        "billed_mb": number(cost.billed.mb) if cost.billed else None,
        "lines": [line_entry(cost, line) for line in cost.lines],
        "formula": formula_of(cost) if is_summed else None,
        "inputs": [input_entry(one) for one in cost.inputs],
        "assumed": list(cost.assumptions),
        "missing": [{"kind": gap.kind, "name": present(gap.name), "detail": gap.words} for gap in cost.gaps],
        "note": present(tariff.text("note")),
        "source": source_entry(tariff.source),
    }


def split_entry(cost: Cost | None) -> dict[str, Any]:
    return {
        "requests": number(cost.gross_of(Meter.Kind.REQUESTS)) if cost else None,
        "compute": number(cost.gross_of(*COMPUTE)) if cost else None,
        "allowance": number(-cost.saved) if cost else None,
        "base": number(cost.gross_of(Meter.Kind.BASE)) if cost else None,
    }


def line_entry(cost: Cost, line: Line) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "amount": number(line.amount),
        "unit": unit_of(line.kind),
        "allowance": number(line.allowance),
        "price": number(line.price),
        "per": line.per,
        "gross": number(line.gross),
        "cost": number(line.net),
        "formula": line_formula(cost, line),
    }


def input_entry(one: Input) -> dict[str, Any]:
    return {
        "name": one.name,
        "label": one.label,
        "text": one.text,
        "value": present(one.fact.number) if one.fact else None,
        "observed_on": present(one.fact.observed_on) if one.fact else None,
        "note": present(one.note),
        "doubt": present(one.doubt),
        "page": present(one.address),
        "source": source_entry(one.source),
    }


def source_entry(source: Source) -> dict[str, Any] | None:
    return nested_source(source.code, source.title, source.url, source.standing, source.publisher, source.published)


def break_even_entry(point: BreakEven) -> dict[str, Any]:
    return {
        "requests": point.requests,
        "after": point.after.key,
        "before": point.before.key,
        "cost": number(point.cost),
        "currency": point.after.currency,
        "leads": point.leads,
    }
