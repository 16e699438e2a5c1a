"""How far a file of a deck has come: a line for each exhibit while it is made, then one that it can be fetched."""

from collections.abc import Iterator

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import get_language, override

from portal.charts.pictures import DrawingError
from portal.decks.deck import Deck
from portal.decks.making import is_kept, made
from portal.exhibits.responses import logger
from portal.labels import language_now
from portal.parameters import WrongParameters


def progress_response(request: HttpRequest, deck: Deck, suffix: str) -> HttpResponseBase:
    """A line of JSON for each exhibit done, then one that says that the file can be fetched."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    kind = "application/x-ndjson"
    if request.method == "HEAD":
        return HttpResponse(content_type=kind, headers=headers)
    language = language_now()
    lines = ready_line() if is_kept(deck, language, suffix) else progress_lines(deck, language, suffix)
    return StreamingHttpResponse(started(lines), content_type=kind, headers=headers)


def ready_line() -> Iterator[bytes]:
    yield line(ready=True)


def progress_lines(deck: Deck, language: str, suffix: str) -> Iterator[bytes]:
    count = len(deck.items) * len(deck.in_languages(language))
    steps = made(deck, language, suffix)
    is_started = False
    while True:
        try:
            done = next(steps)
        except StopIteration:
            yield line(ready=True)
            return
        except (DrawingError, WrongParameters) as error:
            if not is_started and isinstance(error, WrongParameters):
                raise  # before anything is sent it is a 400
            logger.warning("a deck cannot be made: %s", error)
            yield line(error=str(error))
            return
        is_started = True
        yield line(done=done, count=count)


def started(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The same lines, the first of them made at once, so that what is wrong with a deck is answered as such."""
    first = next(lines)
    language = get_language() or "en"

    def rest() -> Iterator[bytes]:
        yield first
        with override(language):  # the server takes them when the request has left the language behind
            yield from lines

    return rest()


def line(**values) -> bytes:
    return orjson.dumps(values) + b"\n"
