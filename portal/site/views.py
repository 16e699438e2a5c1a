"""Home, sources, style guide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response, unless_chartless
from portal.models import Source
from portal.one_query import with_one_query
from portal.site import pages
from portal.site.exhibits import sources_exhibit
from portal.site.filters import SourcesForm
from portal.site.guide import guide_context
from portal.site.home import home_context


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    context = home_context()
    return unless_chartless(render(request, "portal/home.html", context), *context["figures"])


@require_safe
@with_one_query
def sources(request: HttpRequest, suffix: str) -> HttpResponse:
    form = SourcesForm.read(request.GET)
    rows = Source.objects.of_kinds(form.values["kind"]).of_standings(form.values["standing"]).naming(form.values["q"])
    exhibit = sources_exhibit(list(rows.with_counts().by_publisher()), filters=form.words(), query=form.view_query)
    return exhibit_response(request, exhibit, form, suffix, "portal/sources.html", pages.sources_context(exhibit))


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    return render(request, "portal/style_guide.html", guide_context())
