"""What a workload costs, over the number of requests, and where one product overtakes another."""

from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response, unless_chartless
from portal.one_query import with_one_query
from vendors.layouts.cost_page import cost_context, page_of_cost
from vendors.selections.cost import break_evens_of, costing, costs_of_form, curve_of_form, read_cost_form


@require_safe
@with_one_query
def cost(request, suffix):
    form = read_cost_form(request.GET)
    found = costing(form)
    exhibit = costs_of_form(form, found)
    if suffix:
        return exhibit_response(request, exhibit, form, suffix, "vendors/cost.html")
    context = cost_context(form, found, exhibit)
    response = exhibit_response(request, exhibit, form, suffix, "vendors/cost.html", context)
    return unless_chartless(response, context["curve"])


@require_safe
@with_one_query
def over_requests(request, suffix):
    form = read_cost_form(request.GET)
    exhibit = curve_of_form(form, costing(form))
    return exhibit_response(request, exhibit, form, suffix, "vendors/cost_part.html", page_of_cost(form, exhibit))


@require_safe
@with_one_query
def break_even(request, suffix):
    form = read_cost_form(request.GET)
    exhibit = break_evens_of(form, costing(form))
    return exhibit_response(request, exhibit, form, suffix, "vendors/cost_part.html", page_of_cost(form, exhibit))
