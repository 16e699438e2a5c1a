"""Pages about the portal itself: method, licence, how to cite."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import root_of
from portal.labels import page_path
from portal.site.sections import sections
from portal.versions import current_version


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    return render(request, "portal/method.html")


@require_safe
def licence(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    return render(request, "portal/licence.html")


@require_safe
def cite(request: HttpRequest) -> HttpResponse:
    """With a real exhibit as the example."""
    ExhibitForm.read(request.GET)
    home = f"{root_of(request)}{page_path()}"
    return render(request, "portal/cite.html", {"example": first_exhibit(), "version": current_version(), "home": home})


def first_exhibit() -> Exhibit | None:
    """The first on the front page; none in an empty portal."""
    return next((answer.exhibit for section in sections() for answer in section.answers()), None)
