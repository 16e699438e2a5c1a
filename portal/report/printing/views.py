"""The files of the report: the whole, and one chapter."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.parameters import ParameterForm
from portal.report.printing.answers import file_response


@require_safe
def whole_file(request: HttpRequest, suffix: str) -> HttpResponse:
    ParameterForm.read(request.GET)
    return file_response("", suffix)


@require_safe
def chapter_file(request: HttpRequest, chapter: str, suffix: str) -> HttpResponse:
    ParameterForm.read(request.GET)
    return file_response(chapter, suffix)
