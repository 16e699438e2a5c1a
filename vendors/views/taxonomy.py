"""The schemes of a kind, a taxonomy, and who covers which of its layers."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.one_query import with_one_query
from portal.parameters import ParameterForm
from vendors.filters.taxonomy import CoverageForm
from vendors.layouts.listings import scheme_links
from vendors.layouts.taxonomy import definitions, in_several, matrix
from vendors.layouts.taxonomy_controls import more_of, scheme_tabs, ways_of
from vendors.models import Scheme
from vendors.rows import row_or_404
from vendors.selections.taxonomy import coverage_of, matrix_of, placements, taxonomy_form


@require_safe
def schemes(request, kind):
    """The schemes of a kind; where there is one only, its page."""
    ParameterForm.read(request.GET)
    found = list(Scheme.objects.of_kind(kind))
    if len(found) == 1:
        return redirect(page_path(f"{kind}/{found[0].code}"))
    return render(request, "vendors/schemes.html", {"schemes": scheme_links(found), "title": Scheme.Kind(kind).label})


@require_safe
@with_one_query
def taxonomy(request, code, suffix):
    """Any scheme as a matrix."""
    scheme = row_or_404(Scheme.objects.with_categories(), code=code)
    form = taxonomy_form(scheme, request.GET)
    chosen = placements(scheme, form)
    exhibit = matrix_of(chosen)
    context = {
        "scheme": scheme,
        "matrix": matrix(exhibit, scheme, chosen.columns, by=form.by, has_all=form.values["rows"] == "all"),
        "definitions": definitions(chosen.columns, exhibit),
        "several": in_several(exhibit),
        **_around(scheme, form),
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/taxonomy.html", context, with_chart=False)


@require_safe
@with_one_query
def coverage(request, code, suffix):
    """Who covers which layers."""
    scheme = row_or_404(Scheme.objects.with_categories(), code=code)
    form = taxonomy_form(scheme, request.GET, CoverageForm)
    chosen = placements(scheme, form)
    exhibit = coverage_of(chosen, form)
    context = {"scheme": scheme, "more": more_of(exhibit, form, chosen), **_around(scheme, form)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/coverage.html", context)


def _around(scheme, form) -> dict:
    """What both pages of a scheme have: ways to turn it, its editions, the other schemes."""
    return {"ways": ways_of(form), "schemes": scheme_tabs(list(Scheme.objects.all()), scheme)}
