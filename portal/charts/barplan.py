"""Where the rows of a bar chart lie: heights from wrapped labels, spare height shared out."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.charts import marks
from portal.charts.space import DROP, LINE, TEXT, Space

ROW = 36  # pixels, for a label of one line beside its bar
ROOMY_ROW = 40  # the same in a chart of few rows
FEW = 6
BAR_SHARE = 0.66  # of the row, for the bar
NARROW_BAR = 16  # pixels: the bar under its label
GROWTH = 1.9  # at most, where the picture is taller than needed
HEADING = TEXT + 1
LINE_HEIGHT = TEXT * LINE
LABEL_GAP = 10  # pixels between a label and its bar
LABEL_SHARE = 0.36  # of the width, at most, for labels


@dataclass(frozen=True)
class Row:
    """One bar with its label and the words behind it; no value, no bar."""

    label: str
    value: float | None
    text: str
    tone: str
    is_gap: bool = False
    low: float | None = None
    high: float | None = None

    @property
    def end(self) -> float:
        """Where its number may stand: behind the bar and its interval."""
        return max(self.value or 0, self.high or 0)


@dataclass(frozen=True)
class Heading:
    """Words above the rows that follow; a tone gives them, and the rows they cover, a line at their side."""

    text: str
    note: str = ""
    tone: str | None = None
    covers: int = 0  # rows


@dataclass(frozen=True)
class PlacedRow:
    """A row with its wrapped label and its pixels."""

    row: Row
    words: str
    top: float
    bottom: float
    bar_top: float
    bar_bottom: float

    @property
    def bar_middle(self) -> float:
        return (self.bar_top + self.bar_bottom) / 2


@dataclass(frozen=True)
class PlacedHeading:
    """A heading with its wrapped words and its pixels."""

    heading: Heading
    words: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Plan:
    """All places from top to bottom."""

    places: tuple[PlacedRow | PlacedHeading, ...]
    height: float

    @property
    def rows(self) -> list[PlacedRow]:
        return [place for place in self.places if isinstance(place, PlacedRow)]

    @property
    def headings(self) -> list[PlacedHeading]:
        return [place for place in self.places if isinstance(place, PlacedHeading)]

    def last_row(self, place: PlacedHeading) -> PlacedRow:
        """The last row that a heading covers."""
        following = self.places[self.places.index(place) :]
        return [row for row in following if isinstance(row, PlacedRow)][place.heading.covers - 1]

    @property
    def blocks(self) -> list[tuple[float, float]]:
        """Top and bottom of each run of rows between headings."""
        runs: list[list[PlacedRow]] = [[]]
        for place in self.places:
            if isinstance(place, PlacedRow):
                runs[-1].append(place)
            else:
                runs.append([])
        return [(run[0].top, run[-1].bottom) for run in runs if run]


def bars_left(rows: Sequence[Row], space: Space) -> float:
    """Where bars begin: behind the widest label, or at the edge where labels stand above."""
    if space.is_narrow:
        return 0
    limit = space.width * LABEL_SHARE
    return round(max(space.measure(space.wrapped(row.label, limit)) for row in rows) + LABEL_GAP, 2)


def label_layer(plan: Plan, left: float, space: Space):
    """The labels of all rows: beside the middle of the bar, or above it."""
    items = []
    for place in plan.rows:
        extra = place.words.count("\n") * LINE_HEIGHT
        middle = place.top + LINE_HEIGHT / 2 if space.is_narrow else place.bar_middle - extra / 2
        x = left if space.is_narrow else left - LABEL_GAP
        items.append({"x": round(x, 2), "y": round(middle + DROP * TEXT, 2), "text": place.words})
    return marks.texts(items, space, align="left" if space.is_narrow else "right")


def placed(entries: Sequence[Row | Heading], space: Space, *, indent: float = 0) -> Plan:
    """The entries one under the other; as tall as they need, or filling the height that is given."""
    words = [_words(entry, space, indent) for entry in entries]
    rows = sum(isinstance(entry, Row) for entry in entries)
    heights = [
        _height(entry, text, space, is_first=index == 0, row=ROOMY_ROW if rows <= FEW else ROW)
        for index, (entry, text) in enumerate(zip(entries, words, strict=True))
    ]
    stretch = _stretch(entries, heights, space.height)
    places: list[PlacedRow | PlacedHeading] = []
    top = 0.0
    for entry, text, height in zip(entries, words, heights, strict=True):
        full = height * stretch if isinstance(entry, Row) else height
        places.append(_place(entry, text, top, full, space))
        top += full
    return Plan(tuple(places), round(top, 2))


def _words(entry: Row | Heading, space: Space, indent: float) -> str:
    if isinstance(entry, Heading):
        return space.wrapped(entry.text, space.width - TEXT, HEADING, bold=True)
    return space.wrapped(entry.label, space.width - indent if space.is_narrow else space.width * LABEL_SHARE)


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _height(entry: Row | Heading, text: str, space: Space, *, is_first: bool, row: float) -> float:
    if isinstance(entry, Heading):
        return (0 if is_first else TEXT) + _lines(text) * HEADING * LINE + (LINE_HEIGHT if entry.note else 0) + 6
    if space.is_narrow:
        return _lines(text) * LINE_HEIGHT + NARROW_BAR + TEXT
    return max(row, _lines(text) * LINE_HEIGHT + 8)


def _stretch(entries: Sequence[Row | Heading], heights: list[float], wanted: float | None) -> float:
    rows = sum(height for entry, height in zip(entries, heights, strict=True) if isinstance(entry, Row))
    if wanted is None or not rows:
        return 1.0
    return min(max((wanted - sum(heights) + rows) / rows, 1.0), GROWTH)


def _place(entry: Row | Heading, text: str, top: float, height: float, space: Space) -> PlacedRow | PlacedHeading:
    bottom = top + height
    if isinstance(entry, Heading):
        return PlacedHeading(entry, text, top, bottom)
    if space.is_narrow:
        bar_top = top + _lines(text) * LINE_HEIGHT + 5
        return PlacedRow(entry, text, top, bottom, round(bar_top, 2), round(bottom - 9, 2))
    inset = (height - min(height, ROOMY_ROW * GROWTH) * BAR_SHARE) / 2
    return PlacedRow(entry, text, top, bottom, round(top + inset, 2), round(bottom - inset, 2))
