"""Blocks on pages: what is kept together begins a new one where it does not fit, charts wait for the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from portal.report.printing.strips import Block, Floating, Strip, Words, height


@dataclass
class Sheet:
    """What stands on one page; `head` is said above it."""

    head: str = ""
    placed: list[tuple[float, Strip]] = field(default_factory=list)  # at which height, what


@dataclass
class Pager:
    """Fills sheets from `top` to `bottom` of each.

    held     strips that are kept with the next
    waiting  charts that had no room on the page at hand
    """

    head: str
    top: float
    bottom: float
    sheets: list[Sheet] = field(default_factory=list)
    end: float = 0
    held: list[Strip] = field(default_factory=list)
    waiting: list[Floating] = field(default_factory=list)

    @property
    def room(self) -> float:
        return self.bottom - self.end - height(self.held)

    @property
    def full(self) -> float:
        return self.bottom - self.top

    def add(self, block: Block) -> None:
        if self.waiting and not self._goes_before(block):
            self.place_waiting()
        strips = block.strips(self.room, self.full)
        if isinstance(block, Floating) and not self.held and self.sheets[-1].placed and height(strips) > self.room:
            self.waiting.append(block)
        else:
            self._add_strips(strips)

    def place_waiting(self) -> None:
        """Charts that wait, on a new page."""
        for block in self.waiting:
            self.turn()
            self._add_strips(block.strips(self.full, self.full))
        self.waiting.clear()

    def place(self) -> None:
        """What is held, together."""
        if self.sheets[-1].placed and self.end + height(self.held) > self.bottom:
            self.turn()
        for strip in self.held:
            if self.sheets[-1].placed and self.end + strip.tall > self.bottom:  # more than a page holds
                self.turn()
            self.end += strip.above if self.sheets[-1].placed else 0
            self.sheets[-1].placed.append((self.end, strip))
            self.end += strip.tall
        self.held.clear()

    def turn(self) -> None:
        self.sheets.append(Sheet(self.head))
        self.end = self.top

    def _add_strips(self, strips: list[Strip]) -> None:
        for strip in strips:
            self.held.append(strip)
            if not strip.is_kept:
                self.place()

    def _goes_before(self, block: Block) -> bool:
        """Whether a block fills the page at hand before the charts that wait: text that fits, and no heading."""
        if not isinstance(block, Words) or block.is_kept or self.held:
            return False
        return height(block.strips(self.room, self.full)) <= self.room


def set_sheets(blocks: Iterable[Block], head: str, *, top: float, bottom: float) -> list[Sheet]:
    """The blocks on as many pages as they need, none of them empty."""
    pager = Pager(head, top, bottom)
    pager.turn()
    for block in blocks:
        pager.add(block)
    pager.place_waiting()
    pager.place()
    return [sheet for sheet in pager.sheets if sheet.placed]
