"""The page that takes an exported file and gives it back refreshed."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.parameters import ParameterForm
from portal.refreshing.answers import busy_response, form_page, refreshed_response, refused_response
from portal.refreshing.refreshing import refresh
from portal.refreshing.refused import RefusedFile
from portal.refreshing.uploads import Busy, a_place, read_upload


@csrf_exempt  # readers have no cookie to be abused: docs/decisions.md
@require_http_methods(["GET", "HEAD", "POST"])
def refresh_page(request: HttpRequest) -> HttpResponse:
    ParameterForm.read(request.GET)
    if request.method != "POST":
        return form_page(request)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":  # a page elsewhere that makes its readers send files
        raise PermissionDenied
    try:
        with a_place():
            upload = read_upload(request)
            return refreshed_response(request, upload, refresh(upload.document))
    except RefusedFile as refused:
        return refused_response(request, refused)
    except Busy:
        return busy_response(request)
