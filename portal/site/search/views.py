"""The page of search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.labels import language_now
from portal.site.search.finding import Found
from portal.site.search.forms import SearchForm
from portal.site.search.pages import search_context


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm.read(request.GET)
    context = search_context(form, language_now())
    return unless_stale(render(request, "portal/search.html", context), context.get("found"))


def unless_stale(response: HttpResponse, found: Found | None) -> HttpResponse:
    """The answer, not to be kept where new data are not in the index yet."""
    if found and not found.is_current:
        response["Cache-Control"] = "no-store"
    return response
