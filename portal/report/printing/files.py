"""The files of the report: made in turn with other large files, and kept until the data or the texts change."""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache

from portal.decks.making import turn
from portal.exhibits.keeping import try_cache
from portal.labels import language_now
from portal.release import release
from portal.report.printing.book import book_of
from portal.report.printing.parts import Report, read_report
from portal.report.printing.slides import slides_of
from portal.versions import current_version

MAKERS: dict[str, Callable[[Report], bytes]] = {".pdf": book_of, ".pptx": slides_of}
REPORT_SUFFIXES = tuple(MAKERS)


def report_file(slug: str, suffix: str) -> bytes:
    """As it is kept, or made now, in the active language; `slug` is a chapter's, or "" for the whole.

    Raises Http404 where nothing is published, DrawingError where it cannot be made.
    """
    name = f"{release()} {current_version().number} {settings.PUBLIC_URL}"
    place = f"report-{language_now()}-{slug}{suffix}"  # a new version takes the place of an older one
    kept = try_cache(cache.get, place)
    if kept and kept[0] == name:
        return kept[1]
    report = read_report(slug)
    with turn():
        body = MAKERS[suffix](report)
    try_cache(cache.set, place, (name, body))
    return body
