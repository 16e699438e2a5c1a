"""The version of the published data: read often, bumped in the transaction of each change."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from portal.models import DataVersion

LOOK_UP_EVERY = 1.0  # seconds; a process may answer from a version this old


@dataclass(frozen=True)
class Version:
    number: int
    changed: datetime


_seen: tuple[float, Version] | None = None
_held: ContextVar[Version | None] = ContextVar("held version", default=None)


@contextmanager
def one_version() -> Iterator[Version]:
    """All that is made within is of the version of its start, however long it takes, unless it is forgotten."""
    version = current_version()
    token = _held.set(version)
    try:
        yield version
    finally:
        _held.reset(token)


def current_version() -> Version:
    """The version, looked up in the database at most once a second in each process."""
    return _held.get() or _looked_up()


def _looked_up() -> Version:
    global _seen
    now, seen = time.monotonic(), _seen  # read once: another thread may forget it meanwhile
    if seen is None or now - seen[0] > LOOK_UP_EVERY:
        seen = _seen = (now, stored_version())
    return seen[1]


def stored_version() -> Version:
    """The version as the database has it now."""
    row, _ = DataVersion.objects.get_or_create(pk=1, defaults={"changed": timezone.now()})
    return Version(row.number, row.changed)


def bump_version() -> None:
    """Marks the data as changed; call it in the transaction of the change."""
    DataVersion.objects.get_or_create(pk=1, defaults={"number": 0, "changed": timezone.now()})
    DataVersion.objects.filter(pk=1).update(number=F("number") + 1, changed=timezone.now())
    transaction.on_commit(forget_version)


def forget_version() -> None:
    """Makes the next `current_version` look at the database."""
    global _seen
    _seen = None
    _held.set(None)
