"""One form of each address: trailing slashes, .html, upper case and doubled slashes redirect to it for good."""

import re

from django.http import HttpResponseNotAllowed, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path

READERS_PATH = re.compile(r"/(en|zh-hans)(/|$)", re.IGNORECASE)
# Bytes that are no UTF-8 stand in a path as %FF, in capitals: made small they would come back as capitals for ever.
CAPITALS = re.compile(r"%[0-9A-F]{2}|[A-Z]+")
READING = ("GET", "HEAD")
WRITABLE = re.compile(r"/(admin|api)(/|$)")  # the API refuses in its own words
TAKES_FILES = re.compile(r"/(en|zh-hans)/refresh")


def canonical_path(path: str) -> str:
    """The one form of a reader's path; paths of the API, the admin and assets come back as they are."""
    if not READERS_PATH.match(path):
        return path
    path = CAPITALS.sub(lambda found: found[0] if found[0].startswith("%") else found[0].lower(), path)
    path = re.sub(r"/{2,}", "/", path).removesuffix(".html").rstrip("/")
    return f"{path}/" if path in ("/en", "/zh-hans") else path


class OneAddressMiddleware:
    """Answers 301 to every other form."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        wanted = canonical_path(request.path)
        if wanted != request.path and request.method in READING:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(escape_uri_path(wanted) + (f"?{query}" if query else ""))
        return self.get_response(request)


class ReadOnlyMiddleware:
    """Answers 405 to everything but reading, before any talk of forms and cookies.

    One page takes files, which it reads and forgets: it has no cookie to trust and changes nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in READING or WRITABLE.match(request.path):
            return self.get_response(request)
        if request.method == "POST" and TAKES_FILES.fullmatch(request.path):
            return self.get_response(request)
        return HttpResponseNotAllowed(READING)
