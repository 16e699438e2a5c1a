"""Error pages: they help onward, in the reader's language, and as problem documents for machines."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.api.problems import BROKEN, FORBIDDEN, NOT_FOUND, UNREADABLE, Kind, problem_response
from portal.api.public import failure
from portal.labels import language_now
from portal.refusals import prefers_json
from portal.site.context import HTML_CODES
from portal.site.search.finding import Match, find

API_PREFIX = "/api/"
MOST_SUGGESTIONS, MOST_TRIES = 5, 4


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """A request that is broken, such as one for a host we are not: the page needs nothing of it."""
    if request.path.startswith(API_PREFIX):
        return failure(request, UNREADABLE)
    return plain_error(request, UNREADABLE, _("This request cannot be understood"), _("Please look at the address."))


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Our own mistake: the page needs no data."""
    if request.path.startswith(API_PREFIX):
        return failure(request, BROKEN)
    text = _("Something went wrong on our side. It is noted; please try again later.")
    return plain_error(request, BROKEN, _("This page does not work at the moment"), text)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if prefers_json(request):
        return problem_response(request, FORBIDDEN, _("This is not open to you"), title=_("Not allowed"))
    return render(request, "portal/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """With what search finds for the words of the address."""
    detail = message_of(exception)
    if prefers_json(request):
        detail = detail or _("There is nothing at this address")
        return problem_response(request, NOT_FOUND, detail, title=_("Not found"))
    words = words_of(request.path)
    context = {"detail": detail, "suggestions": suggestions(words), "query": words}
    return render(request, "portal/404.html", context, status=404)


def suggestions(words: str) -> tuple[Match, ...]:
    """What search finds for all words, or else for the longest that finds anything."""
    for wanted in (words, *sorted(words.split(), key=len, reverse=True)[:MOST_TRIES]):
        if matches := find(wanted, language_now(), limit=MOST_SUGGESTIONS).matches:
            return matches
    return ()


def message_of(exception: Exception) -> str:
    """What a view said to the reader; Django's own messages name patterns and models, which say nothing to one."""
    text = exception.args[0] if exception.args else ""
    is_ours = isinstance(text, str) and not text.startswith("No ")
    return text if is_ours else ""


def words_of(path: str) -> str:
    """The last part of an address as words to search for."""
    last = path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return " ".join(last.replace("-", " ").replace("_", " ").split())[:100]


def plain_error(request: HttpRequest, kind: Kind, title: str, text: str) -> HttpResponse:
    if prefers_json(request):
        return problem_response(request, kind, text, title=title)
    texts = {
        "language": HTML_CODES[language_now()],
        "title": title,
        "text": text,
        "home": f"/{language_now()}/",
        "link": _("To the home page"),
    }
    # Without the request: its context processors may need what is broken.
    return render(None, "portal/plain_error.html", {"texts": texts}, status=kind.status)
