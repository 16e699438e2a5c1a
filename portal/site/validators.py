"""ETag and Last-Modified of a public answer, and the 304 for a client that has it already."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from portal.release import released
from portal.versions import Version

MACHINES = ("/api/", "/oembed")
CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=86400"


def known_etags(request: HttpRequest) -> list[str]:
    """What the client holds; proxies may have weakened the tags when they changed the encoding."""
    return [etag.removeprefix("W/") for etag in parse_etags(request.headers.get("If-None-Match", ""))]


def set_validators(response: HttpResponseBase, etag: str, version: Version) -> None:
    response["ETag"] = etag
    response["Last-Modified"] = http_date(last_modified(version))
    response["Accept-Ranges"] = "none"  # answers are made whole
    response.setdefault("Cache-Control", CACHE_CONTROL)
    patch_vary_headers(response, ["Accept-Encoding", "Accept"])


def last_modified(version: Version) -> int:
    """The later of the last change of the data and of the code, in seconds: either may change an answer."""
    return int(max(version.changed.timestamp(), released()))


def not_modified(request: HttpRequest, etag: str, version: Version) -> HttpResponse:
    """The 304 for a tag that the client holds: it has had the answer, so nothing needs to be looked up."""
    response = HttpResponse(status=304)
    set_validators(response, etag, version)
    return opened(request, response)


def conditioned(request: HttpRequest, response: HttpResponseBase, etag: str, version: Version) -> HttpResponseBase:
    """The answer, or 304 or 412 where If-None-Match: *, If-Modified-Since or their like say so."""
    answer = get_conditional_response(request, etag, last_modified(version), response)
    if answer is response:
        return response
    # The server closes what it sends, and with it a stream that nobody will read; to close here ends the request twice.
    answer._resource_closers += response._resource_closers
    return opened(request, answer)


def opened(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """As every answer to machines, also readable for scripts of other sites."""
    if request.path.startswith(MACHINES):
        response["Access-Control-Allow-Origin"] = "*"
    return response
