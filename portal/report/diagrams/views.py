"""The list of the report's exhibits, and each diagram and table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
from portal.models import Source
from portal.report.diagrams.contents import BY_CODE
from portal.report.diagrams.exhibits import REPORT, content_exhibit, places_exhibit
from portal.report.diagrams.neighbours import around, crumbs


@require_safe
def places(request: HttpRequest, suffix: str) -> HttpResponse:
    form = ExhibitForm.read(request.GET)
    exhibit = places_exhibit(report_source(), query=form.view_query)
    return exhibit_response(request, exhibit, form, suffix, "portal/report/exhibits.html", {"crumbs": crumbs()})


@require_safe
def exhibit(request: HttpRequest, code: str, suffix: str) -> HttpResponse:
    form = ExhibitForm.read(request.GET)
    if code not in BY_CODE:
        raise Http404(_("The report has no exhibit “%(code)s” here.") % {"code": code})
    made = content_exhibit(BY_CODE[code], report_source(), query=form.view_query)
    return exhibit_response(request, made, form, suffix, "portal/report/exhibit.html", around(code))


def report_source() -> Source:
    """The report as a source; 404 where no sources are loaded, since no exhibit goes without."""
    found = Source.objects.in_bulk([REPORT], field_name="code")
    if not found:
        raise Http404(_("The report is not loaded as a source yet."))
    return found[REPORT]
