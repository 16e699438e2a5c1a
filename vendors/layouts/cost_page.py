"""What the pages of costs show beside their exhibit: form, presets, tables, curves."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.filters import choices_of
from portal.exhibits.responses import shown
from portal.labels import page_path
from vendors.costing.costs import CostState
from vendors.filters.cost import DEFAULTS, CostForm
from vendors.history.dates import day_shown
from vendors.layouts.cost import breakdowns, currency_tables, presets, rows_of
from vendors.selections.cost import Costing, break_evens_of, costing, costs_of_form, curve_of_form, read_cost_form

MOST_GAPS = 3  # in the style guide
NUMBER_FIELDS = ("requests", "ms", "mb", "vcpu", "cpu_ms")


def cost_context(form: CostForm, found: Costing, exhibit: Exhibit) -> dict:
    on = day_shown(form.values["as_of"])
    return {
        **form_context(form),
        "tables": currency_tables(found.ranked, exhibit, on),
        "curve": shown(curve_of_form(form, found)),
        "more_curves": [curve_of_form(form, found, currency) for currency in found.currencies[1:]],
        "points": shown(break_evens_of(form, found)),
        "partial": rows_of(found.ranked, exhibit, CostState.PARTIAL, on),
        "uncomputable": rows_of(found.ranked, exhibit, CostState.NOT_COMPUTABLE, on),
        "unable": rows_of(found.ranked, exhibit, CostState.CANNOT_RUN, on),
        "breakdowns": breakdowns(found.ranked, exhibit),
    }


def form_context(form: CostForm) -> dict:
    """The form's fields as the template shows them, with what an empty one means."""
    return {
        "numbers": [
            {
                "name": name,
                "label": form.fields[name].label,
                "value": form.data.get(name) or DEFAULTS.get(name, ""),
                "help": helps().get(name, ""),
            }
            for name in NUMBER_FIELDS
        ],
        "choices": [
            {
                "name": name,
                "label": form.fields[name].label,
                "options": choices,
                "value": form.values[name] or DEFAULTS[name],
            }
            for name, choices in form.single_choices()
        ],
        "products": choices_of(dict(form.many_fields())["products"], form.values["products"]),
        "presets": presets(form, usual_workloads()),
    }


def cost_guide() -> dict:
    """The parts of the page for the style guide; nothing where no plan has a whole cost."""
    form = read_cost_form(QueryDict())
    found = costing(form)
    exhibit, on = costs_of_form(form, found), day_shown()
    tables = currency_tables(found.ranked, exhibit, on)
    if not tables:
        return {}
    parts = {
        "form": form,
        "table": tables[0],
        "breakdowns": breakdowns(found.ranked, exhibit)[:1],
        "partial": rows_of(found.ranked, exhibit, CostState.PARTIAL, on)[:MOST_GAPS],
    }
    return {"cost": {**form_context(form), **parts}}


def helps() -> dict[str, str]:
    return {
        "vcpu": _("For products that bill vCPU apart, such as Cloud Run."),
        "cpu_ms": _("For products that bill CPU time used, such as Workers."),
    }


def usual_workloads() -> dict[str, dict[str, str]]:
    """Name → parameters."""
    return {
        _("Small API"): {"requests": "3000000", "ms": "120", "mb": "512"},
        _("Busy API"): {"requests": "300000000", "ms": "50", "mb": "128", "vcpu": "1", "cpu_ms": "10"},
        _("Nightly batch"): {"requests": "30", "ms": "600000", "mb": "2048", "vcpu": "1"},
    }


def page_of_cost(form: CostForm, exhibit: Exhibit) -> dict:
    """The way back to the page of the same workload."""
    query = form.view_query
    return {"crumbs": [(_("Cost of a workload"), page_path("cost") + (f"?{query}" if query else ""))]}
