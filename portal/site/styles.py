"""The style sheets of the portal and its apps, joined into one file: a page asks for one instead of thirty.

The sheets stay apart in the source. `JoinedStylesFinder` is one of settings.STATICFILES_FINDERS: it writes the joined
file into DATA_DIR whenever a sheet has changed, for collectstatic (which hashes and compresses it) and for DEBUG.
"""

import os
import re
import tempfile
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

JOINED = "portal/css/site.css"  # beside the portal's sheets, so that what they link to by url() stays near
FIRST = ("tokens", "chart-tokens", "base", "layout")
LAST = ("print",)
# A text in quotes, a comment, what needs no space beside it, a space.
PIECES = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/|\s*([{};,])\s*|(:)\s+|\s+""", re.DOTALL)


class JoinedStylesFinder(BaseFinder):
    """Offers the joined file to Django's static files."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "styles")

    def check(self, **kwargs) -> list:
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != JOINED:
            return []
        written = write_joined(Path(self.storage.path(JOINED)), joined_styles())
        return [str(written)] if find_all else str(written)

    def list(self, ignore_patterns):
        write_joined(Path(self.storage.path(JOINED)), joined_styles())
        yield JOINED, self.storage


def write_joined(place: Path, text: str) -> Path:
    """The joined file, written only when it has changed."""
    if place.is_file() and place.read_text(encoding="utf-8") == text:
        return place
    return write_whole(place, text)


def write_whole(place: Path, text: str) -> Path:
    """The file in whole or not at all: several processes may write it at the same time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, suffix=".draft")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(draft).replace(place)
    return place


def joined_styles() -> str:
    return "".join(without_remarks(sheet.read_text(encoding="utf-8")) for sheet in style_sheets())


def without_remarks(sheet: str) -> str:
    """The same rules for browsers: without comments and without spaces that mean nothing."""
    return PIECES.sub(lambda piece: piece[1] or piece[2] or piece[3] or (" " if piece[0].isspace() else ""), sheet)


def style_sheets() -> list[Path]:
    """Names and elements first, then the portal's parts, then those of the apps; what is for paper overrules all."""
    folder = sheets_folder("portal")
    parts = sorted((folder / "components").glob("*.css"))
    of_apps = [sheet for name in settings.PORTAL_APPS for sheet in sorted(sheets_folder(name).glob("*.css"))]
    return [*named_sheets(folder, FIRST), *parts, *of_apps, *named_sheets(folder, LAST)]


def sheets_folder(app: str) -> Path:
    return Path(apps.get_app_config(app).path) / "static" / app / "css"


def named_sheets(folder: Path, names: tuple[str, ...]) -> list[Path]:
    return [folder / f"{name}.css" for name in names]
