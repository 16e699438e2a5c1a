"""How many answers may be streamed at once: slow readers hold a thread each and must leave some for the others."""

from collections.abc import Iterator
from threading import BoundedSemaphore

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from portal.api.problems import BUSY, problem_response

RETRY_AFTER = "10"  # seconds

free = BoundedSemaphore(settings.STREAMS)


class Stream:
    """The chunks of an answer, holding one place until it is closed, which the server does however it ends."""

    def __init__(self, chunks: Iterator[bytes], places: BoundedSemaphore):
        self.chunks, self.places, self.is_open = chunks, places, True

    def __iter__(self) -> Iterator[bytes]:
        return self.chunks

    def close(self) -> None:
        if self.is_open:
            self.is_open = False
            self.places.release()


def in_turn(request: HttpRequest, response: StreamingHttpResponse) -> HttpResponseBase:
    """The stream, or 503 while as many as may be are being read; nothing of it has been looked up then."""
    if not free.acquire(blocking=False):
        busy: HttpResponse = problem_response(request, BUSY)
        busy["Retry-After"] = RETRY_AFTER
        return busy
    response.streaming_content = Stream(iter(response), free)
    return response
