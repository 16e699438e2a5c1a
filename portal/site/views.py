"""Home, search, sources, glossary, style guide."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response, unless_chartless
from portal.labels import language_now
from portal.models import Source, Term
from portal.one_query import with_one_query
from portal.site import pages
from portal.site.exhibits import glossary_exhibit, sources_exhibit
from portal.site.filters import SearchForm, SourcesForm
from portal.site.guide import guide_context
from portal.site.home import home_context


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    context = home_context()
    return unless_chartless(render(request, "portal/home.html", context), *context["figures"])


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm.read(request.GET)
    return render(request, "portal/search.html", pages.search_context(form, language_now()))


@require_safe
@with_one_query
def sources(request: HttpRequest, suffix: str) -> HttpResponse:
    form = SourcesForm.read(request.GET)
    rows = Source.objects.of_kinds(form.values["kind"]).of_standings(form.values["standing"]).naming(form.values["q"])
    exhibit = sources_exhibit(list(rows.with_counts().by_publisher()), filters=form.words(), query=form.view_query)
    return exhibit_response(request, exhibit, form, suffix, "portal/sources.html", pages.sources_context(exhibit))


@require_safe
def glossary(request: HttpRequest, suffix: str) -> HttpResponse:
    form = ExhibitForm.read(request.GET)
    terms = list(Term.objects.with_sources())
    if not terms:
        raise Http404(_("No terms are loaded yet."))
    exhibit = glossary_exhibit(terms, query=form.view_query)
    return exhibit_response(request, exhibit, form, suffix, "portal/glossary.html", pages.glossary_context(terms))


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    return render(request, "portal/style_guide.html", guide_context())
