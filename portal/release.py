"""The release: a hash of the code and templates that are running, part of every ETag and cache key."""

import hashlib
from functools import cache

from django.conf import settings

KINDS = (".py", ".html", ".mo", ".css", ".js")
ROOMS = ("portal", *settings.PORTAL_APPS)


@cache
def release() -> str:
    """Ten hexadecimal digits that change when any shipped code does."""
    digest = hashlib.sha256()
    for room in ROOMS:
        for file in sorted((settings.BASE_DIR / room).rglob("*")):
            if file.suffix in KINDS:
                digest.update(file.relative_to(settings.BASE_DIR).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:10]
