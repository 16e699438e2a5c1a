"""Files of answers as they were uploaded: kept by their hash, readable by the portal alone, never served.

checked/  what was looked at; removed after a day unless it is loaded
else      what datasets were read from, as long as they are there
"""

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from portal.administration.uploads import KEPT_FOR, UploadRefused

CHECKED = "checked"
SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(pieces: Iterable[bytes]) -> str:
    """The hash under which the file lies for a day; it may be larger than memory."""
    folder = _folder(CHECKED)
    digest = hashlib.sha256()
    handle, name = tempfile.mkstemp(dir=folder)  # mode 600
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                digest.update(piece)
                file.write(piece)
        sha256 = digest.hexdigest()
        os.replace(name, folder / sha256)  # its day begins again where it was there already
    except BaseException:
        os.unlink(name)
        raise
    return sha256


def kept_path(name: str, sha256: str) -> Path:
    """Where it lies. UploadRefused where it does not any more."""
    for place in (_folder(CHECKED), _folder()):
        if SHA256.fullmatch(sha256) and (place / sha256).is_file():
            return place / sha256
    raise UploadRefused(_("%(name)s is no longer kept here. Choose the files again.") % {"name": name})


def keep_for_good(sha256: str) -> None:
    """What a dataset was read from stays."""
    checked = _folder(CHECKED) / sha256
    with suppress(FileNotFoundError):
        os.replace(checked, _folder() / sha256)


def remove_upload(sha256: str) -> None:
    if SHA256.fullmatch(sha256):
        (_folder() / sha256).unlink(missing_ok=True)


def remove_old() -> None:
    """Removes what was only looked at, more than a day ago."""
    for path in _folder(CHECKED).iterdir():
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > KEPT_FOR.total_seconds():
                path.unlink()


def _folder(*parts: str) -> Path:
    folder = Path(settings.UPLOADS_DIR, *parts)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
