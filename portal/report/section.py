"""What the report shows elsewhere: what search finds of it, where it uses a term, its parts in the style guide."""

import re
from collections.abc import Collection, Iterator

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.exhibits.lookup import exhibit_at
from portal.exhibits.responses import shown
from portal.labels import language_now
from portal.models import Chapter, Source
from portal.report.diagrams.contents import CONTENTS
from portal.report.diagrams.entries import exhibit_entries
from portal.report.diagrams.exhibits import REPORT
from portal.report.diagrams.places import ADDRESS
from portal.report.manuscript import TERM, Place, read_manuscript
from portal.report.setting import ShownPlace
from portal.site.sections import Entry, GuidePart, Mention, Section

HEADING = re.compile(r"^##+ +(.+)$", re.MULTILINE)


def entries() -> Iterator[Entry]:
    yield from chapter_entries()
    yield from exhibit_entries()


def chapter_entries() -> Iterator[Entry]:
    """By title, summary and headings of the sections."""
    for chapter in Chapter.objects.published():
        headings = [heading for body in (chapter.body_en, chapter.body_zh) for heading in HEADING.findall(body)]
        yield Entry(
            kind="chapter",
            address=f"report/{chapter.slug}",
            title_en=chapter.title_en,
            title_zh=chapter.title_zh or chapter.title_en,
            words=(chapter.slug, chapter.number, chapter.summary_en, chapter.summary_zh, *headings),
            preview_en=chapter.summary_en,
            preview_zh=chapter.summary_zh or chapter.summary_en,
            rank=2,
        )


def mentions(kind: str, codes: Collection[str]) -> list[Mention]:
    """Published chapters whose text in the active language links one of the terms."""
    if kind != "term":
        return []
    return [
        Mention(chapter.label, f"report/{chapter.slug}")
        for chapter in Chapter.objects.published()
        if any(link.scheme == TERM and link.target in codes for link in read_manuscript(chapter.text("body")).links)
    ]


def guide() -> GuidePart | None:
    """One of its own diagrams within a chapter; None where the report is no source yet."""
    if not Source.objects.in_bulk([REPORT], field_name="code"):
        return None
    address = f"{ADDRESS}/{CONTENTS[0].code}"
    exhibit = exhibit_at(address, QueryDict(""), language=language_now()).exhibit
    place = Place(address, "", _("Why a chapter shows it"), line=1)
    return GuidePart("portal/report/_guide.html", {"place": ShownPlace(place, shown(exhibit))})


SECTION = Section(name="report", entries=entries, mentions=mentions, guide=guide)
