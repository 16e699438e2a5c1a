"""Embed pages alone may stand in frames of other sites.

A middleware and no decorator of the view, because answers from memory and 304s never reach the view.
"""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt

FRAMED_PREFIX = "/embed/"


class FramedMiddleware:
    """Within the middlewares that forbid frames, which it tells to let embeds be framed by anyone."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.framed = xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(get_response))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.framed if request.path.startswith(FRAMED_PREFIX) else self.get_response
        return answer(request)
