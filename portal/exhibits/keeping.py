"""What is costly to make is kept in the shared cache by data version; where the cache fails, it is made anew."""

import hashlib
import logging
import pickle
import time
import zlib
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.core.cache import cache

from portal.exhibits.exhibit import Exhibit
from portal.release import release

PAUSE = 10.0  # seconds without asking a cache that has failed, so that not every reader waits for it
DAMAGED = (EOFError, pickle.UnpicklingError, zlib.error)  # one entry, such as a file cut off by a full disk

logger = logging.getLogger(__name__)

_locks: dict[str, Lock] = {}
_locks_guard = Lock()
_asked_again_from = 0.0  # on the monotonic clock


def kept(exhibit: Exhibit, form: str, make: Callable):
    """What is drawn of an exhibit: from the cache, or made."""
    return kept_as("picture", f"{exhibit.version} {exhibit.href()} {form}", make)


def kept_as(kind: str, name: str, make: Callable):
    """From the cache, or made by one thread while others that want the same wait for it.

    `name` holds the data version and the language; the running code is told apart here.
    """
    key = f"{kind}-{hashlib.sha256(f'{release()} {name}'.encode()).hexdigest()[:40]}"
    found = try_cache(cache.get, key)
    if found is not None:
        return found
    with lock_of(key):
        found = try_cache(cache.get, key)
        if found is None:
            found = make()
            try_cache(cache.set, key, found)
    return found


def try_cache(do: Callable, *arguments) -> Any:
    """What the cache answers; None, and a line in the log, where it fails, and for a while after that."""
    global _asked_again_from
    if time.monotonic() < _asked_again_from:
        return None
    try:
        return do(*arguments)
    except DAMAGED as error:
        logger.warning("an entry of the cache cannot be read and is made anew: %s", error)
        return None
    except OSError as error:
        _asked_again_from = time.monotonic() + PAUSE
        logger.warning("the cache fails, pictures are drawn anew for %.0f seconds: %s", PAUSE, error)
        return None


def trust_cache() -> None:
    """Asks the cache again at once."""
    global _asked_again_from
    _asked_again_from = 0.0


def lock_of(key: str) -> Lock:
    with _locks_guard:
        if len(_locks) > 1000:
            _locks.clear()
        return _locks.setdefault(key, Lock())
