"""The index of the data as they are, kept by data version: old answers beat waiting."""

from threading import Lock

from portal.site.entries import all_entries
from portal.site.search.index import Index
from portal.versions import current_version

_kept: Index | None = None
_lock = Lock()


def current_index() -> Index:
    """The thread that first meets new data makes the index; the others answer from the old one until it is there.

    Only the first index of a process is waited for: there is nothing to answer from before it.
    """
    global _kept
    kept = _kept
    if kept is not None and kept.version == current_version():
        return kept
    if not _lock.acquire(blocking=kept is None):
        return _kept or current_index()
    try:
        version = current_version()
        if _kept is None or _kept.version != version:
            _kept = Index(all_entries(), version)
        return _kept
    finally:
        _lock.release()


def is_current(index: Index) -> bool:
    """Whether what it answers may be kept under the data version of now."""
    return index.version is None or index.version == current_version()
