"""The files of a deck: made exhibit by exhibit, so that progress can be told, and kept for who comes for them next."""

import hashlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.core.cache import cache
from django.utils.translation import override

from portal.charts.pictures import DrawingError
from portal.decks.archive import archive_of_deck
from portal.decks.deck import Deck
from portal.decks.gathering import Member, members_of
from portal.decks.pages import pages_of
from portal.decks.slides import slides_of
from portal.exhibits.keeping import try_cache
from portal.release import release
from portal.versions import current_version

MAKERS: dict[str, Callable[[Deck, dict[str, list[Member]]], Generator[int, None, bytes]]] = {
    ".pptx": slides_of,
    ".pdf": pages_of,
    ".zip": archive_of_deck,
}
DECK_SUFFIXES = tuple(MAKERS)
AT_ONCE = 2  # decks in each process: each takes seconds of a core
WAIT = 20  # seconds for others to be done
WAITING = 1  # in each process: who waits holds a thread, and the pages need those that are left
PLACES = 64  # in the cache: decks are many and large, so that a new one takes the place of an older one
MOST_KEPT = 12 * 1024 * 1024  # bytes of one file

_turns = BoundedSemaphore(AT_ONCE)
_waiting = BoundedSemaphore(WAITING)


class Busy(DrawingError):
    """Other decks are being made."""


def file_of(deck: Deck, language: str, suffix: str) -> bytes:
    """The file as it is kept, or made now; raises BrokenDeck, WrongParameters, DrawingError."""
    kept = _kept(deck, language, suffix)
    if kept is not None:
        return kept
    steps = made(deck, language, suffix)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def is_kept(deck: Deck, language: str, suffix: str) -> bool:
    return _kept(deck, language, suffix) is not None


def made(deck: Deck, language: str, suffix: str) -> Generator[int, None, bytes]:
    """Makes the file anew: yields how many exhibits are done, returns the bytes and keeps them."""
    with turn():
        parts = {}
        for code in deck.in_languages(language):
            with override(code):
                parts[code] = members_of(deck, code)
        body = yield from MAKERS[suffix](deck, parts)
    name, place = _name(deck, language, suffix)
    if len(body) <= MOST_KEPT:
        try_cache(cache.set, place, (name, body))
    return body


def _kept(deck: Deck, language: str, suffix: str) -> bytes | None:
    name, place = _name(deck, language, suffix)
    kept = try_cache(cache.get, place)
    return kept[1] if kept and kept[0] == name else None


@contextmanager
def turn():
    """One of the few large files that this process makes at a time; raises Busy where no turn comes soon."""
    if not _turns.acquire(blocking=False):
        _wait()
    try:
        yield
    finally:
        _turns.release()


def _wait() -> None:
    """Takes a turn when others are done, or raises Busy: at once where others wait already."""
    if not _waiting.acquire(blocking=False):
        raise Busy("other decks are being made and waited for")
    try:
        if not _turns.acquire(timeout=WAIT):
            raise Busy(f"other decks took more than {WAIT} seconds")
    finally:
        _waiting.release()


def _name(deck: Deck, language: str, suffix: str) -> tuple[str, str]:
    """(what the file depends on, its place in the cache)."""
    name = f"{release()} {current_version().number} {deck.href(language, suffix)}"
    number = int(hashlib.sha256(name.encode()).hexdigest(), 16) % PLACES
    return name, f"deck-{number}"
