"""A table over pages: parts of its rows and columns that fit, with the heads repeated; for slides and for print."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from django.utils.translation import gettext as _

from portal.exhibits.table_texts import Texts

STEPS = 100  # in a unit of length, to which pages are evened out


@dataclass(frozen=True)
class Room:
    """What a page holds, in a unit of its own, inches or points.

    `first` is the height where the table begins below other words; `is_even` shares rows evenly among pages.
    """

    width: float
    height: float
    columns: int  # the row heads among them
    line: float
    above: float  # what a row is taller than its lines
    beside: float  # what a column is wider than its text
    longest: int  # letters of a cell; more are cut
    word: float  # width of a word that need not break
    text: float  # width of a text that should not break, where there is room
    measure: Callable[[str], float]
    count_lines: Callable[[str, float], int]
    first: float | None = None
    is_even: bool = True


@dataclass(frozen=True)
class Page:
    """The part of a table that fits a page; `headings` are rows that head those below, of which only the first cell
    has words. `columns` are the numbers of the first and last column and of all of them, without that of row heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    tones: tuple[tuple[str, ...], ...] = ()
    headings: frozenset[int] = frozenset()
    unknown: frozenset[tuple[int, int]] = frozenset()
    columns: tuple[int, int, int] = (1, 1, 1)

    @property
    def part_words(self) -> str:
        """Which columns it shows, where it does not show them all."""
        first, last, count = self.columns
        if last - first + 1 == count:
            return ""
        return _("columns %(first)s–%(last)s of %(count)s") % {"first": first, "last": last, "count": count}


@dataclass(frozen=True)
class Strip:
    """Some columns of a table that stand side by side, the row heads before them, over as many pages as it takes."""

    texts: Texts
    places: tuple[int, ...]  # of its columns in the table, that of the row heads first
    room: Room

    def pages(self, *, is_first: bool) -> Iterator[Page]:
        heads_height = self._height(self._cells(self.texts.heads))
        heading = self.room.line + self.room.above if self.texts.are_grouped else 0
        height = self.room.height - heads_height - heading
        first = self.room.first - heads_height - heading if is_first and self.room.first is not None else height
        heights = [self._height(self._cells(row)) for row in self.texts.rows]
        if self.texts.are_grouped:  # the heading goes with the first row below it
            heights = [tall + heading * (place in self._starts) for place, tall in enumerate(heights)]
        breaks = even_breaks(heights, height) if self.room.is_even else list(page_breaks(heights, height, first=first))
        return (self._page(start, end) for start, end in breaks)

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The longest word of each column fits, long texts take the rest of the room."""
        room, columns = self.room, self._columns
        least = [least_width(column, room) for column in columns]
        wanted = [min(max(map(room.measure, column)), room.text) for column in columns]
        more = [max(wish - need, 0.01) for wish, need in zip(wanted, least, strict=True)]
        spare = room.width - sum(least)
        if spare < 0:
            return tuple(round(room.width * need / sum(least), 3) for need in least)
        return tuple(round(need + spare * part / sum(more), 3) for need, part in zip(least, more, strict=True))

    @property
    def _columns(self) -> list[tuple[str, ...]]:
        return list(zip(*(self._cells(row) for row in (self.texts.heads, *self.texts.rows)), strict=True))

    @cached_property
    def _starts(self) -> frozenset[int]:
        """Rows that begin a group."""
        groups = self.texts.groups
        return frozenset(place for place in range(len(groups)) if not place or groups[place] != groups[place - 1])

    def _cells(self, row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(row[place] for place in self.places)

    def _height(self, cells: tuple[str, ...]) -> float:
        lines = max(self.room.count_lines(text, width) for text, width in zip(cells, self.widths, strict=True))
        return max(lines, 1) * self.room.line + self.room.above

    def _page(self, start: int, end: int) -> Page:
        texts = self.texts
        rows: list[tuple[str, ...]] = []
        lines: list[int | None] = []  # of the table, None for headings
        for place in range(start, end):
            if texts.are_grouped and (place == start or place in self._starts):
                rows.append((texts.groups[place], *[""] * (len(self.places) - 1)))
                lines.append(None)
            rows.append(self._cells(texts.rows[place]))
            lines.append(place)
        return Page(
            heads=self._cells(texts.heads),
            rows=tuple(rows),
            widths=self.widths,
            numbers=frozenset(column for column, place in enumerate(self.places) if place in texts.numbers),
            tones=tuple(self._cells(texts.tones[place]) for place in range(start, end)) if texts.tones else (),
            headings=frozenset(line for line, place in enumerate(lines) if place is None),
            unknown=frozenset(
                (line, column)
                for line, place in enumerate(lines)
                for column, column_place in enumerate(self.places)
                if (place, column_place) in texts.unknown
            ),
            columns=(self.places[1], self.places[-1], len(texts.heads) - 1) if len(self.places) > 1 else (1, 1, 1),
        )


def pages_of_table(texts: Texts, room: Room) -> list[Page]:
    """All rows of the first columns, then all rows of the next ones."""
    texts = _shortened(texts, room.longest)
    strips = [Strip(texts, places, room) for places in _strips(texts, room)]
    return [page for place, strip in enumerate(strips) for page in strip.pages(is_first=not place)]


def _shortened(texts: Texts, longest: int) -> Texts:
    cut = tuple(tuple(text if len(text) <= longest else f"{text[:longest]}…" for text in row) for row in texts.rows)
    return replace(texts, rows=cut)


def _strips(texts: Texts, room: Room) -> Iterator[tuple[int, ...]]:
    """As few strips as the width allows, and as even ones."""
    head, *others = (least_width(column, room) for column in zip(texts.heads, *texts.rows, strict=True))
    width = max(room.width - head, room.width / 2)
    share = width / (room.columns - 1)
    for start, end in even_breaks([max(need, share) for need in others], width + 0.01):
        yield (0, *range(start + 1, end + 1))


def least_width(column: tuple[str, ...], room: Room) -> float:
    words = max((room.measure(word) for text in column for word in text.split()), default=0.0)
    return min(words, room.word) + room.beside


def even_breaks(sizes: list[float], room: float) -> list[tuple[int, int]]:
    """As few pages as the room allows, none of them with one row left over from the others."""
    fewest = len(list(page_breaks(sizes, room)))
    rooms = range(1, ceil(room * STEPS))
    place = bisect_left(rooms, True, key=lambda less: len(list(page_breaks(sizes, less / STEPS))) <= fewest)
    return list(page_breaks(sizes, rooms[place] / STEPS if place < len(rooms) else room))


def page_breaks(sizes: list[float], room: float, *, first: float | None = None) -> Iterator[tuple[int, int]]:
    """(first row, row after the last) of each page; a row that is too tall has a page of its own."""
    start, used, now = 0, 0.0, room if first is None else first
    for place, size in enumerate(sizes):
        if place > start and used + size > now:
            yield start, place
            start, used, now = place, 0.0, room
        used += size
    yield start, len(sizes)
