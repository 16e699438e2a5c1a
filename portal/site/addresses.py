"""One form of each address: trailing slashes, .html, upper case and doubled slashes redirect to it for good."""

import re

from django.http import HttpResponsePermanentRedirect

READERS_PATH = re.compile(r"/(en|zh-hans)(/|$)", re.IGNORECASE)


def canonical_path(path: str) -> str:
    """The one form of a reader's path; paths of the API, the admin and assets come back as they are."""
    if not READERS_PATH.match(path):
        return path
    path = re.sub(r"/{2,}", "/", path).lower().removesuffix(".html").rstrip("/")
    return f"{path}/" if path in ("/en", "/zh-hans") else path


class OneAddressMiddleware:
    """Answers 301 to every other form."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        wanted = canonical_path(request.path)
        if wanted != request.path and request.method in ("GET", "HEAD"):
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(wanted + (f"?{query}" if query else ""))
        return self.get_response(request)
