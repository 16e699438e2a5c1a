"""A page of a table drawn on a canvas, in the fonts and colours of charts: printed pages, and the pages of decks."""

from dataclasses import dataclass, field
from typing import Protocol

from portal.charts.lettering import family
from portal.charts.markup import text_line
from portal.charts.palette import stand_in
from portal.charts.wrapping import wrap
from portal.exhibits.table_pages import Page

FIRST_CHINESE = 0x2E80  # code point


class Canvas(Protocol):
    """What rectangles and lines of text are drawn on; `tone` is a colour of the palette by its name."""

    def rect(self, x: float, y: float, wide: float, tall: float, tone: str) -> None: ...

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        tone: str = "ink",
        bold: bool = False,
        right: bool = False,
    ) -> None:
        """One line from x on, or up to it, on the base line y."""


@dataclass
class SvgCanvas:
    """Elements in stand-in colours, with text as <text>."""

    language: str
    parts: list[str] = field(default_factory=list)

    def rect(self, x: float, y: float, wide: float, tall: float, tone: str) -> None:
        self.parts.append(f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{tall:g}" fill="{stand_in(tone)}"/>')

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        tone: str = "ink",
        bold: bool = False,
        right: bool = False,
    ) -> None:
        font = family(language_of(text, self.language))
        anchor = "end" if right else "start"
        self.parts.append(text_line(text, x, y, size, family=font, fill=stand_in(tone), bold=bold, anchor=anchor))


def language_of(text: str, language: str) -> str:
    """The language whose font has all letters: Chinese titles of sources stand on English pages too."""
    if text.isascii():
        return language
    return "zh-hans" if any(ord(letter) >= FIRST_CHINESE for letter in text) else language


@dataclass(frozen=True)
class Type:
    """Letters, lines and room within a cell in pixels or points; `unit` is one of the page's own lengths."""

    unit: float
    size: float
    line: float
    gap: float
    rule: float = 1


@dataclass(frozen=True)
class TableDrawing:
    page: Page
    language: str
    type: Type

    @property
    def width(self) -> float:
        return sum(self.page.widths) * self.type.unit

    def draw(self, canvas: Canvas, *, left: float = 0, top: float = 0) -> float:
        """Draws all rows and returns where they end."""
        y, page = top, self.page
        for line, row in enumerate((page.heads, *page.rows), start=-1):
            is_head = line < 0 or line in page.headings
            cells = self._wrapped(row, is_head=is_head)
            tall = max(map(len, cells)) * self.type.line + 2 * self.type.gap
            if is_head:
                canvas.rect(left, y, self.width, tall, "tint")
            self._row(canvas, cells, line, left, y)
            y += tall
            canvas.rect(left, y, self.width, self.type.rule, "rule")
        return y + self.type.rule

    def _wrapped(self, row: tuple[str, ...], *, is_head: bool) -> list[list[str]]:
        type_ = self.type
        return [
            wrap(text, width * type_.unit - 2 * type_.gap, type_.size, bold=is_head, language=self.language) or [""]
            for text, width in zip(row, self.page.widths, strict=True)
        ]

    def _row(self, canvas: Canvas, cells: list[list[str]], row: int, left: float, top: float) -> None:
        """`row` counts from 0 below the heads."""
        page, type_ = self.page, self.type
        for column, (lines, width) in enumerate(zip(cells, page.widths, strict=True)):
            right = column in page.numbers
            x = left + width * type_.unit - type_.gap if right else left + type_.gap
            tone = "ink-3" if (row, column) in page.unknown else "ink"
            for place, text in enumerate(lines):
                y = top + type_.gap + type_.size + place * type_.line
                is_bold = row < 0 or row in page.headings
                canvas.text(text, x, y, type_.size, tone=tone, bold=is_bold, right=right)
            left += width * type_.unit
