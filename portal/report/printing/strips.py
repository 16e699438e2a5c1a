"""What pages are filled with: strips that are never divided, and blocks of text that give them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from portal.report.printing.canvas import BookCanvas
from portal.report.printing.lines import RAISED, Line, Piece, Setter
from portal.report.printing.runs import Run

LEFT, WIDTH = 72.0, 451.0  # points of an A4 page
TEXT = 10.5  # points of the letters
LEADING = {"en": 1.5, "zh-hans": 1.75}  # of the size
AFTER = 0.7  # of the size: the room behind a paragraph
LIFT = 0.38  # of the size: the number of a footnote


@dataclass(frozen=True)
class Strip:
    """`above` is the room over it where it does not begin a page; a kept one stands on one page with the next.

    anchors   names by which links find it
    bookmark  its line in the outline with the level of it
    """

    tall: float
    draw: Callable[[BookCanvas, float], None]  # at this height
    above: float = 0
    is_kept: bool = False
    anchors: tuple[str, ...] = ()
    bookmark: tuple[str, int] | None = None


class Block(Protocol):
    def strips(self, first: float, full: float) -> list[Strip]:
        """`first` is the room left on the page, `full` that of a whole one."""


@dataclass(frozen=True)
class Words:
    """A paragraph, a heading or an item of a list; `mark` stands left of its first line."""

    runs: tuple[Run, ...]
    language: str
    size: float = TEXT
    tone: str = "ink"
    is_bold: bool = False
    is_kept: bool = False
    indent: float = 0
    mark: str = ""
    above: float = TEXT * AFTER
    leading: float = 0
    anchors: tuple[str, ...] = ()
    bookmark: tuple[str, int] | None = None

    def strips(self, first: float, full: float) -> list[Strip]:
        lines = Setter(self.size, self.language, is_bold=self.is_bold).lines(self.runs, WIDTH - self.indent)
        return [self._strip(place, line, len(lines)) for place, line in enumerate(lines)]

    def _strip(self, place: int, line: Line, count: int) -> Strip:
        """The first two lines and the last two stay together."""
        within = tuple(piece.run.anchor for piece in line if piece.run.anchor)
        return Strip(
            tall=self.size * (self.leading or LEADING[self.language]),
            draw=lambda canvas, top: self._draw(canvas, top, line, is_first=not place),
            above=0 if place else self.above,
            is_kept=self.is_kept or (count > 1 and place in (0, count - 2)),
            anchors=within if place else (*self.anchors, *within),
            bookmark=None if place else self.bookmark,
        )

    def _draw(self, canvas: BookCanvas, top: float, line: Line, *, is_first: bool) -> None:
        left, base = LEFT + self.indent, top + self.size
        if is_first and self.mark:
            canvas.text(self.mark, left - 5, base, self.size, tone="ink-2", right=True)
        for piece in line:
            self._draw_piece(canvas, left, base, piece)

    def _draw_piece(self, canvas: BookCanvas, left: float, base: float, piece: Piece) -> None:
        run, x = piece.run, left + piece.x
        can_follow = canvas.can_follow(run.goal)
        tone = "brand" if can_follow else self.tone
        if run.is_raised:
            canvas.text(run.text, x, base - self.size * LIFT, self.size * RAISED, tone=tone)
        elif run.is_slanted and not run.is_bold:
            canvas.slanted(run.text, x, base, self.size, tone=tone)
        else:
            canvas.text(run.text, x, base, self.size, tone=tone, bold=run.is_bold or self.is_bold)
        if can_follow:
            canvas.follow((x, base - self.size, x + piece.wide, base + 3), run.goal)


def plain(text: str, language: str, **looks) -> Words:
    """Words that all look alike."""
    return Words((Run(text),), language, **looks)


@dataclass(frozen=True)
class Stroke:
    """The short bar above a title, as over every chart."""

    wide: float = 30
    above: float = 20

    def strips(self, first: float, full: float) -> list[Strip]:
        return [
            Strip(10, lambda canvas, top: canvas.rect(LEFT, top, self.wide, 3.5, "brand"), self.above, is_kept=True)
        ]


@dataclass(frozen=True)
class Floating:
    """Blocks that stand on one page: where they have no room on it, the text behind them may go before them."""

    blocks: tuple[Block, ...]

    def strips(self, first: float, full: float) -> list[Strip]:
        found: list[Strip] = []
        for block in self.blocks:
            found += block.strips(first - height(found), full)
        return found


def height(strips: Iterable[Strip]) -> float:
    return sum(strip.above + strip.tall for strip in strips)
