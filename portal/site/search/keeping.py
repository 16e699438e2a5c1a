"""The index of the data as they are, kept by data version: old answers beat waiting."""

from threading import Lock, Thread

from django.db import connection, connections

from portal.site.entries import all_entries
from portal.site.search.index import Index
from portal.site.search.storing import is_written, read_index, write_index
from portal.versions import current_version

_kept: Index | None = None
_first, _making = Lock(), Lock()


def current_index() -> Index:
    """The newest index there is: in memory, else in the file that a process before wrote, else made and waited for.

    Whoever meets newer data has the index made beside all answers, which come from the old one until it is there.
    Inside a transaction the data may be those of this connection alone, so the index is made here, and no file of it.
    """
    kept = _kept
    if connection.in_atomic_block:
        return kept if kept is not None and is_current(kept) else made()
    if kept is None:
        with _first:
            kept = _kept or keep(read_index(current_version())) or made()
    if not is_current(kept) and _making.acquire(blocking=False):
        Thread(target=make_beside, name="index of search", daemon=True).start()
    return kept


def is_current(index: Index) -> bool:
    """Whether what it answers may be kept under the data version of now."""
    return index.version is None or index.version == current_version()


def prepare() -> None:
    """Writes the index for the processes to come, where there is no file of it yet."""
    if not is_written(current_version()):
        made()


def make_beside() -> None:
    """The index of the newest data, read where another process has made it; `_making` is held until it is there."""
    try:
        version = current_version()
        found = read_index(version) if is_written(version) else None
        keep(found if found is not None and found.version == version else made())
    finally:
        _making.release()
        connections.close_all()


def made() -> Index:
    version = current_version()
    index = Index(all_entries(), version)
    if not connection.in_atomic_block:
        write_index(index, version)
    return keep(index) or index


def keep(index: Index | None) -> Index | None:
    global _kept
    if index is not None:
        _kept = index
    return index
