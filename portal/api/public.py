"""What every address under /api/ does alike: read only, CORS, preflight, HEAD, Accept, length."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from portal.api.problems import (
    NOT_ACCEPTABLE,
    NOT_ALLOWED,
    NOT_FOUND,
    TOO_LONG,
    Kind,
    ProblemError,
    problem_response,
)
from portal.api.streams import in_turn

METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "Link, ETag, Content-Disposition, RateLimit, RateLimit-Policy"
LONGEST_ADDRESS = 8000  # characters
DAY = 24 * 3600  # seconds

View = Callable[..., HttpResponseBase]


def public(view: View, media_type: str = "application/json") -> View:
    """The view as a public address. `media_type` is what it answers, whatever a suffix or Accept say."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments, **names) -> HttpResponseBase:
        response: HttpResponseBase
        if request.method == "OPTIONS":
            response = preflight()
        else:
            response = refusal_of(request, media_type) or read(view, request, *arguments, **names)
        return opened(response)

    return csrf_exempt(answer)  # nothing is written; a POST is a 405 problem, not a page about cookies


def opened(response: HttpResponseBase) -> HttpResponseBase:
    """The answer as scripts of every site may read it."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = EXPOSED
    patch_vary_headers(response, ["Accept"])
    return response


def failure(request: HttpRequest, kind: Kind) -> HttpResponseBase:
    """The problem for what went wrong outside of every view, such as a broken request or our own mistake."""
    return opened(problem_response(request, kind))


def preflight() -> HttpResponse:
    response = HttpResponse(status=204)
    response["Allow"] = METHODS
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "*"
    response["Access-Control-Max-Age"] = str(DAY)
    return response


def refusal_of(request: HttpRequest, media_type: str) -> HttpResponse | None:
    """The problem with the request as such, before anything is looked up."""
    if request.method not in ("GET", "HEAD"):
        response = problem_response(request, NOT_ALLOWED)
        response["Allow"] = METHODS
        return response
    if len(request.get_full_path()) > LONGEST_ADDRESS:
        return problem_response(request, TOO_LONG)
    # A suffix says the form and wins over Accept.
    if media_type == "application/json" and not request.accepts(media_type):
        return problem_response(request, NOT_ACCEPTABLE)
    return None


def read(view: View, request: HttpRequest, *arguments, **names) -> HttpResponseBase:
    """The answer to GET; HEAD is the same without its body, which the server leaves out."""
    method, request.method = request.method, "GET"
    try:
        response = view(request, *arguments, **names)
    except ProblemError as error:
        response = problem_response(request, error.kind, error.detail, error.errors)
    except Http404:
        response = problem_response(request, NOT_FOUND)
    finally:
        request.method = method
    if isinstance(response, StreamingHttpResponse):
        if method != "HEAD":
            return in_turn(request, response)
        response.streaming_content = iter(())
    return response
