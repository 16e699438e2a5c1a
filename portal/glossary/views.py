"""The list of terms, and the page of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.api.links import absolute
from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
from portal.glossary import pages
from portal.glossary.exhibits import glossary_exhibit
from portal.models import Term


@require_safe
def glossary(request: HttpRequest, suffix: str) -> HttpResponse:
    form = ExhibitForm.read(request.GET)
    terms = list(Term.objects.with_sources())
    if not terms:
        raise Http404(_("No terms are loaded yet."))
    exhibit = glossary_exhibit(terms, query=form.view_query)
    return exhibit_response(
        request, exhibit, form, suffix, "portal/glossary/glossary.html", pages.glossary_context(terms)
    )


@require_safe
def term(request: HttpRequest, code: str) -> HttpResponse:
    ExhibitForm.read(request.GET)
    terms = list(Term.objects.with_sources())
    found = next((each for each in terms if each.code == code), None)
    if found is None:
        raise Http404(_("There is no term “%(code)s”.") % {"code": code})
    root = absolute(request, "/").rstrip("/")
    return render(request, "portal/glossary/term.html", pages.term_context(found, terms, root))
