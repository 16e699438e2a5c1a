"""The page of one source, with its files."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.models import Source
from portal.one_query import with_one_query
from portal.site.exhibits import source_exhibit
from portal.site.resting import KINDS, resting_on


@require_safe
@with_one_query
def source(request: HttpRequest, code: str, suffix: str) -> HttpResponse:
    found = get_object_or_404(Source, code=code)
    form = ExhibitForm.read(request.GET)
    resting = resting_on(found)
    exhibit = source_exhibit(found, resting, query=form.view_query)
    groups = [(KINDS[kind], list(rows)) for kind, rows in groupby(resting, key=lambda each: each.kind)]
    context = {"source": found, "groups": groups, "crumbs": [(_("Sources"), page_path("sources"))]}
    return exhibit_response(request, exhibit, form, suffix, "portal/source.html", context)
