"""The release: a hash of the code and templates that are running, part of every ETag and cache key."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

KINDS = (".py", ".html", ".mo", ".css", ".js")
ROOMS = ("portal", *settings.PORTAL_APPS)


@cache
def release() -> str:
    """Ten hexadecimal digits that change when any shipped code does."""
    digest = hashlib.sha256()
    for file in shipped_files():
        digest.update(file.relative_to(settings.BASE_DIR).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


@cache
def released() -> float:
    """When the newest of these files was written, in seconds since 1970."""
    return max(file.stat().st_mtime for file in shipped_files())


def shipped_files() -> list[Path]:
    """The files that make answers, in a fixed order."""
    found = [file for room in ROOMS for file in sorted((settings.BASE_DIR / room).rglob("*"))]
    return [file for file in found if file.suffix in KINDS]
