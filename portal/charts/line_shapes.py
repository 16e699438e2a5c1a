"""Lines: over waves with their breaks, and curves over numbers such as cost over requests. Shapes as in shapes.py."""

from dataclasses import dataclass
from math import isfinite

from portal.charts.shape import Shape, ShapeError, check_count, check_interval, check_not_negative


@dataclass(frozen=True)
class TrendLines(Shape):
    """Lines over waves or years; a break is the first wave that cannot be compared with the last.

    Lines end before a break and start anew behind it, unless the reader wants them `is_joined`.
    """

    x: str
    series: str
    value: str
    unit: str = "%"
    breaks: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    is_joined: bool = False

    column_fields = ("x", "series")
    number_fields = ("value", "low", "high")

    @property
    def gaps(self) -> tuple[str, ...]:
        """The breaks that no line crosses."""
        return () if self.is_joined else self.breaks

    def check(self, frame):
        super().check(frame)
        check_not_negative(frame, self.value)
        check_interval(frame, self.low, self.high)
        check_count("series", frame[self.series].nunique())


@dataclass(frozen=True)
class Marker:
    """An upright line at an x, with words over it."""

    x: float
    text: str


@dataclass(frozen=True)
class Curves(Shape):
    """Lines over a logarithmic x; values stand on a logarithmic scale too, with 0 at its foot, or on a linear one.

    Rows of a series are joined in the order of x; a missing value is a gap.
    """

    x: str
    series: str
    value: str
    unit: str = ""
    x_title: str = ""
    is_log: bool = True
    markers: tuple[Marker, ...] = ()

    column_fields = ("series",)
    number_fields = ("x", "value")

    def check(self, frame):
        super().check(frame)
        check_not_negative(frame, self.value)
        check_count("series", frame[self.series].nunique())
        places = [*frame[self.x], *(marker.x for marker in self.markers)]
        if any(not isfinite(place) or place <= 0 for place in places):
            raise ShapeError(f"column {self.x} and markers must lie above 0 on a logarithmic scale")
