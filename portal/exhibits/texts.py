"""Texts of the team in place of generated ones, and whether the numbers are still those they were written for.

They are few and are read on every page, so each process holds them all, by data version.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from portal.exhibits.data_files import csv_text
from portal.exhibits.exhibit import Exhibit
from portal.models import ExhibitText
from portal.versions import Version, current_version

NUMBERS = ("code", "value", "date", "status")  # roles of columns that are alike in both languages

_kept: tuple[Version, dict[tuple[str, str | None], ExhibitText]] | None = None
_is_generated: ContextVar[bool] = ContextVar("is_generated", default=False)


def own_texts(address: str, query: str, language: str) -> dict[str, str]:
    """ "finding" and "description" that the team wrote for this view, else for all views of the address."""
    if _is_generated.get():
        return {}
    held = _held()
    found: dict[str, str] = {}
    for key in ((address, None), (address, query)):
        if key in held:
            found |= held[key].texts(language)
    return found


@contextmanager
def generated_texts() -> Iterator[None]:
    """Within it exhibits have the texts that the portal generates."""
    token = _is_generated.set(True)
    try:
        yield
    finally:
        _is_generated.reset(token)


def fingerprint_of(exhibit: Exhibit) -> str:
    """Of codes, numbers, dates and statuses: the same in both languages, another when any of them changes."""
    keys = [column.key for column in exhibit.columns if column.role in NUMBERS]
    lines = sorted("\t".join(csv_text(row[key], excel=False) for key in keys) for row in exhibit.file_rows)
    return hashlib.sha256("\n".join([" ".join(keys), *lines]).encode()).hexdigest()


def _held() -> dict[tuple[str, str | None], ExhibitText]:
    """(address, query) → the text, the query None where it is for all views."""
    global _kept
    version, kept = current_version(), _kept
    if kept is None or kept[0] != version:
        texts = {
            (text.address, None if text.is_for_all_views else text.query): text for text in ExhibitText.objects.all()
        }
        kept = _kept = (version, texts)
    return kept[1]
