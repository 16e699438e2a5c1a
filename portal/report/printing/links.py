"""Where the links of chapters lead in print: within the document, to the portal, to the sources themselves."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings

from portal.models import Source
from portal.report.manuscript import PAGE, SOURCE, TERM
from portal.report.printing.parts import Part, Report

SOURCE_WORD = "source"  # a link of this word stands for the title of what it names
CHAPTER = "report/"  # the addresses of chapters


@dataclass(frozen=True)
class ChapterLinks:
    """The links of one chapter of a report."""

    report: Report
    part: Part

    def goal_of(self, href: str) -> str:
        """An address, "#" and a name within the document, or "" where there is nothing to follow."""
        if href.startswith(PAGE):
            return self._page(href.removeprefix(PAGE))
        if href.startswith(TERM):
            return self._portal(f"glossary/{href.removeprefix(TERM)}")
        if href.startswith(SOURCE):
            code = href.removeprefix(SOURCE)
            source = self._sources.get(code)
            return (source.link if source else "") or self._portal(f"sources#{code}")
        return href if href.startswith(("https://", "http://")) else ""

    def words_of(self, href: str, words: str) -> str:
        """What stands for the link: its own words, or the title of the source that it names."""
        source = self._sources.get(href.removeprefix(SOURCE)) if href.startswith(SOURCE) else None
        return source.title if source and words == SOURCE_WORD else words

    def note(self, number: int) -> str:
        """The name of a footnote within the document."""
        return f"note-{self.part.slug}-{number}"

    def _page(self, address: str) -> str:
        slug = address.removeprefix(CHAPTER).partition("#")[0]
        is_printed = address.startswith(CHAPTER) and any(part.slug == slug for part in self.report.parts)
        return f"#{chapter_name(slug)}" if is_printed else self._portal(address)

    def _portal(self, address: str) -> str:
        return f"{settings.PUBLIC_URL}/{self.report.language}/{address}" if settings.PUBLIC_URL else ""

    @cached_property
    def _sources(self) -> dict[str, Source]:
        named = [link.target for link in self.part.manuscript.links if link.scheme == SOURCE]
        return Source.objects.in_bulk(named, field_name="code") if named else {}


def chapter_name(slug: str) -> str:
    """By which links within the document find a chapter."""
    return f"chapter-{slug}"
