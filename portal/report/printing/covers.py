"""The first pages of the whole report: its cover, and the contents with the numbers of pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.charts.lettering import fitted
from portal.charts.wrapping import wrap
from portal.decks.contents import Cover
from portal.exhibits.citations import CC_BY_4
from portal.report.printing.canvas import TALL, BookCanvas
from portal.report.printing.links import chapter_name
from portal.report.printing.paging import Sheet
from portal.report.printing.parts import Report
from portal.report.printing.reading import headings_of
from portal.report.printing.strips import LEFT, WIDTH, Block, Strip, Stroke, plain

TITLE, LINE, CREDIT = 34.0, 11.0, 12.0  # points
CHAPTER, HEADING = 11.5, 9.5  # points
INDENT, NUMBERS = 18.0, 40.0  # points: headings below chapters, the room of page numbers


def cover_of(report: Report) -> Cover:
    """What the report says of itself in every file."""
    count = len(report.members)
    exhibits = ngettext("%(count)s exhibit", "%(count)s exhibits", count) % {"count": count}
    version = _("Data version %(version)s of %(date)s") % {
        "version": report.version,
        "date": f"{report.updated:%Y-%m-%d}",
    }
    return Cover(
        title=report.title,
        lines=(f"{exhibits} · {version}", f"{CC_BY_4.code} {CC_BY_4.url}"),
        link=report.url,
        credit=_("Serverless Market Watch"),
    )


def cover(said: Cover, report: Report) -> Iterator[Sheet]:
    """One page without head and foot."""

    def draw(canvas: BookCanvas, top: float) -> None:
        canvas.rect(LEFT, top, 60, 7, "brand")
        y = top + 30 + TITLE
        for line in wrap(said.title, WIDTH, TITLE, bold=True, language=report.language, balanced=True):
            canvas.text(line, LEFT, y, TITLE, bold=True)
            y += TITLE * 1.3
        for line in said.lines:
            canvas.text(line, LEFT, y, LINE, tone="ink-2")
            y += LINE * 1.7
        canvas.text(said.credit, LEFT, TALL - 96, CREDIT, bold=True)
        canvas.text(said.link, LEFT, TALL - 78, LINE - 1, tone="brand")
        if said.link:
            canvas.link((LEFT, TALL - 90, LEFT + WIDTH, TALL - 74), said.link)

    yield Sheet(placed=[(TALL * 0.3, Strip(TALL * 0.6, draw, bookmark=(said.title, 0)))])


@dataclass(frozen=True)
class Entry:
    """A line of the contents: words that lead to a place, and the number of its page."""

    words: str
    name: str
    language: str
    is_chapter: bool
    is_kept: bool

    def strips(self, first: float, full: float) -> list[Strip]:
        above = 12 if self.is_chapter else 0
        return [Strip(CHAPTER * 1.6 if self.is_chapter else HEADING * 1.75, self._draw, above, self.is_kept)]

    def _draw(self, canvas: BookCanvas, top: float) -> None:
        size, indent = (CHAPTER, 0.0) if self.is_chapter else (HEADING, INDENT)
        base, tone = top + size, "ink" if self.is_chapter else "ink-2"
        room = WIDTH - indent - NUMBERS
        words = fitted(self.words, room, size, bold=self.is_chapter, language=self.language)
        canvas.text(words, LEFT + indent, base, size, tone=tone, bold=self.is_chapter)
        canvas.text(str(canvas.spots[self.name].page), LEFT + WIDTH, base, size, tone=tone, right=True)
        canvas.follow((LEFT, top, LEFT + WIDTH, base + 4), f"#{self.name}")


def contents(report: Report) -> Iterator[Block]:
    """Chapters and their headings."""
    language = report.language
    yield Stroke()
    yield plain(
        _("Contents"), language, size=24, is_bold=True, is_kept=True, above=0, leading=1.25, bookmark=(_("Contents"), 0)
    )
    for part in report.parts:
        headings = list(headings_of(part))
        yield Entry(part.heading, chapter_name(part.slug), language, is_chapter=True, is_kept=bool(headings))
        for name, words in headings:
            yield Entry(words, name, language, is_chapter=False, is_kept=False)
