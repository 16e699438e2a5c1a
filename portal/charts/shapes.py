"""Shapes: what a chart draws, before any library draws it. Each names columns of a frame."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.charts.shape import Shape, ShapeError, check_count, check_interval, check_not_negative, check_tones

if TYPE_CHECKING:
    from pandas import DataFrame

VALUE_TEXT = "value_text"  # a column of this name says in words what stands beside a value

STATED, INFERRED = "stated", "inferred"  # marks of a card in a matrix


@dataclass(frozen=True)
class Bracket:
    """Words beside the rows first to last (from 0), for a sum or a reading."""

    first: int
    last: int
    text: str
    note: str = ""
    tone: str = "emph"

    def __post_init__(self):
        if not 0 <= self.first <= self.last:
            raise ShapeError(f"a bracket must run from a row to a later one, not {self.first} to {self.last}")
        check_tones([self.tone])


@dataclass(frozen=True)
class Remainder:
    """What the source does not state: drawn as a gap in the data, never like an answer."""

    value: float
    label: str

    def __post_init__(self):
        if not self.value > 0:
            raise ShapeError(f"a remainder must be more than 0, not {self.value}")


@dataclass(frozen=True)
class RankedBars(Shape):
    """Horizontal bars in the order of the frame, with their intervals as whiskers."""

    label: str
    value: str
    tone: str | None = None
    unit: str = "%"
    brackets: tuple[Bracket, ...] = ()
    remainder: Remainder | None = None
    low: str | None = None
    high: str | None = None

    column_fields = ("label", "tone")
    number_fields = ("value", "low", "high")

    def check(self, frame):
        super().check(frame)
        check_not_negative(frame, self.value)
        check_interval(frame, self.low, self.high)
        if self.tone is not None:
            check_tones(frame[self.tone].dropna())
        for bracket in self.brackets:
            if bracket.last >= len(frame):
                raise ShapeError(f"bracket {bracket.text!r} ends at row {bracket.last}, the frame has {len(frame)}")


@dataclass(frozen=True)
class DotsWithIntervals(Shape):
    """A dot a row with its interval; a dot alone where no interval is known."""

    label: str
    value: str
    low: str
    high: str
    unit: str = "%"

    column_fields = ("label",)
    number_fields = ("value", "low", "high")

    def check(self, frame):
        super().check(frame)
        check_not_negative(frame, self.low)
        check_not_negative(frame, self.value)


@dataclass(frozen=True)
class StackedShares(Shape):
    """One bar of 100 % a group, cut into parts; what is missing to 100 is hatched."""

    group: str
    part: str
    value: str
    part_order: tuple[str, ...] = ()
    remainder_label: str = ""
    tones: tuple[str, ...] = ()

    column_fields = ("group", "part")
    number_fields = ("value",)

    def __post_init__(self):
        check_tones(self.tones)

    def parts(self, frame: "DataFrame") -> list[str]:
        """The parts in their order: those named first, then as they appear."""
        return list(dict.fromkeys([*self.part_order, *frame[self.part].astype(str)]))

    def check(self, frame):
        super().check(frame)
        check_not_negative(frame, self.value)
        check_count("parts", len(self.parts(frame)))


@dataclass(frozen=True)
class Heatmap(Shape):
    """A number in each cell, the darker the larger; a missing cell is empty."""

    row: str
    column: str
    value: str
    unit: str = "%"

    column_fields = ("row", "column")
    number_fields = ("value",)


@dataclass(frozen=True)
class GroupedBars(Shape):
    """Blocks of ranked bars, one a group, under a heading."""

    group: str
    label: str
    value: str
    unit: str = "%"
    low: str | None = None
    high: str | None = None

    column_fields = ("group", "label")
    number_fields = ("value", "low", "high")

    def check(self, frame):
        super().check(frame)
        check_not_negative(frame, self.value)
        check_interval(frame, self.low, self.high)


@dataclass(frozen=True)
class CardMap(Shape):
    """Cards by group, as in a market landscape; mark is a short text such as "CN".

    Cards that have a tone are classed by it; `legend` says what tones mean, an empty one what is not known.
    """

    group: str
    title: str
    subtitle: str | None = None
    mark: str | None = None
    href: str | None = None
    tag: str | None = None
    tone: str | None = None
    legend: tuple[tuple[str, str], ...] = ()

    is_plot = False
    column_fields = ("group", "title", "subtitle", "mark", "href", "tag", "tone")

    def check(self, frame):
        super().check(frame)
        tones = [] if self.tone is None else frame[self.tone].dropna().astype(str)
        check_tones({*tones, *(tone for tone, _words in self.legend)} - {""})


@dataclass(frozen=True)
class CardMatrix(Shape):
    """Cards in the cells of a table; a card marked "inferred" is dashed, "stated" is solid."""

    row: str
    column: str
    title: str
    mark: str | None = None

    is_plot = False
    column_fields = ("row", "column", "title", "mark")

    def check(self, frame):
        super().check(frame)
        if self.mark is not None:
            unknown = sorted(set(frame[self.mark].dropna().astype(str)) - {"", STATED, INFERRED})
            if unknown:
                raise ShapeError(f"unknown mark {', '.join(unknown)}; a card is {STATED} or {INFERRED}")
