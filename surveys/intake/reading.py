"""Reads answers while somebody waits: tells how far it has come, and stops where nobody listens any more."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

from django.utils.translation import get_language, override

from surveys.loading_answers import Attempt, read
from surveys.microdata.store.answers import Answers

TELL_EVERY = 0.5  # seconds

Rows = tuple[int, int | None]  # read, and in all where that is known


class NobodyWaits(Exception):
    """Ends the reading of a file whose reader went away."""


def read_aloud(attempt: Attempt) -> Generator[Rows, None, Answers | None]:
    """Yields how many rows are read, now and then; returns what loading_answers.read does.

    Reading has a thread of its own, which uses no database; it ends with this generator.
    """
    language = get_language()
    has_gone, latest = Event(), [(0, None)]

    def note(done: int, total: int | None) -> None:
        if has_gone.is_set():
            raise NobodyWaits
        latest[0] = (done, total)

    def work() -> Answers | None:
        with override(language):
            return read(attempt, note)

    told = latest[0]
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        try:
            while wait([future], timeout=TELL_EVERY).not_done:
                if told != latest[0]:
                    told = latest[0]
                    yield told
        finally:
            has_gone.set()
    if told != latest[0]:
        yield latest[0]
    return future.result()
