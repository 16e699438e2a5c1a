"""What is printed: the published chapters, each with its manuscript and the exhibits that it names."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _

from portal.decks.deck import Item
from portal.decks.gathering import Member, member
from portal.labels import language_now
from portal.models import Chapter
from portal.parameters import WrongParameters
from portal.report.manuscript import Manuscript, Place, read_manuscript
from portal.versions import current_version


@dataclass(frozen=True)
class Part:
    """One chapter; `members` are the exhibits of its places in their order, None where one is gone."""

    slug: str
    number: str
    title: str
    summary: str
    manuscript: Manuscript
    members: tuple[Member | None, ...]

    @property
    def heading(self) -> str:
        """ "1.2 Structure"."""
        return f"{self.number} {self.title}".strip()

    @property
    def found(self) -> tuple[Member, ...]:
        return tuple(each for each in self.members if each)


@dataclass(frozen=True)
class Report:
    """The whole report, or one chapter where `slug` is given. Texts are in `language`."""

    slug: str
    language: str
    parts: tuple[Part, ...]
    version: int
    updated: datetime

    @property
    def is_whole(self) -> bool:
        return not self.slug

    @property
    def title(self) -> str:
        return report_title() if self.is_whole else self.parts[0].heading

    @property
    def members(self) -> list[Member]:
        return [each for part in self.parts for each in part.found]

    @property
    def path(self) -> str:
        """Of its page."""
        return f"/{self.language}/report" + (f"/{self.slug}" if self.slug else "")

    @property
    def url(self) -> str:
        """The full address of its page, "" where PUBLIC_URL is not known."""
        return f"{settings.PUBLIC_URL}{self.path}" if settings.PUBLIC_URL else ""


def report_title() -> str:
    return _("Research report on cloud serverless")


def read_report(slug: str = "") -> Report:
    """In the active language; Http404 where no such chapter is published."""
    chapters = [each for each in Chapter.objects.published() if not slug or each.slug == slug]
    if not chapters:
        raise Http404(slug or "report")
    language, version = language_now(), current_version()
    parts: list[Part] = []
    for chapter in chapters:
        first = sum(len(part.members) for part in parts) + 1
        parts.append(read_part(chapter, language, first=first))
    return Report(slug, language, tuple(parts), version.number, version.changed)


def read_part(chapter: Chapter, language: str, *, first: int) -> Part:
    """`first` is the number of its first exhibit in what is printed."""
    manuscript = read_manuscript(chapter.text("body", language))
    return Part(
        slug=chapter.slug,
        number=chapter.number,
        title=chapter.text("title", language),
        summary=chapter.text("summary", language),
        manuscript=manuscript,
        members=tuple(
            member_at(place, number, language) for number, place in enumerate(manuscript.places, start=first)
        ),
    )


def member_at(place: Place, number: int, language: str) -> Member | None:
    try:
        return member(number, Item(place.address, place.query), language)
    except (Http404, WrongParameters, ValueError):  # the last for an address that none could have
        return None
