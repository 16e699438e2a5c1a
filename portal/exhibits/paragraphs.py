"""Paragraphs of a printed page: lines that fit its width, over as many pages as they need, with their links."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from portal.charts.lettering import width
from portal.charts.markup import clean
from portal.charts.wrapping import wrap
from portal.exhibits.print_canvas import WIDE, PrintCanvas
from portal.exhibits.table_drawing import language_of

MARGIN = 36  # points
LEADING, AFTER = 1.35, 0.45  # of the size: a line, and the room behind a paragraph
TOGETHER = 3  # lines that a heading keeps with it


@dataclass(frozen=True)
class Paragraph:
    """An empty text takes no room; `url` makes a link of its lines."""

    text: str
    size: float
    tone: str = "ink"
    is_bold: bool = False
    url: str = ""


@dataclass
class Lines:
    """What stands on one page: lines with the height at which they begin; `end` is where they end."""

    end: float
    held: list[tuple[str, float, Paragraph]] = field(default_factory=list)

    def draw(self, canvas: PrintCanvas) -> None:
        for text, top, paragraph in self.held:
            y = top + paragraph.size
            canvas.text(text, MARGIN, y, paragraph.size, tone=paragraph.tone, bold=paragraph.is_bold)
            if paragraph.url:
                right = MARGIN + width(text, paragraph.size, language=language_of(text, canvas.language))
                canvas.link((MARGIN, top, right, y + 2), paragraph.url)


def pages_of_text(paragraphs: Iterable[Paragraph], language: str, *, top: float, bottom: float) -> list[Lines]:
    """At least one page; a line that has no room stands on the next."""
    pages = [Lines(top)]
    for paragraph in paragraphs:
        if not paragraph.text:
            continue
        needed = paragraph.size * LEADING * (TOGETHER if paragraph.is_bold else 1)
        for line in _lines(paragraph, language):
            if pages[-1].end + needed > bottom and pages[-1].held:
                pages.append(Lines(top))
            pages[-1].held.append((line, pages[-1].end, paragraph))
            pages[-1].end += paragraph.size * LEADING
        pages[-1].end += paragraph.size * AFTER
    return pages


def _lines(paragraph: Paragraph, language: str) -> list[str]:
    text = clean(paragraph.text)
    limit = WIDE - 2 * MARGIN
    return wrap(text, limit, paragraph.size, bold=paragraph.is_bold, language=language_of(text, language)) or [""]
