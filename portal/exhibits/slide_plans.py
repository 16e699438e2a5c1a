"""What a native chart on a slide shows: categories and series taken from a shape, before any library draws it."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.charts.line_shapes import Curves, TrendLines
from portal.charts.rows import records
from portal.charts.shape import Shape
from portal.charts.shapes import DotsWithIntervals, GroupedBars, RankedBars, StackedShares
from portal.charts.words import is_number, plain

GAP = "gap"  # tone of what is not known
BREAK = "⋮"  # the category without values at which lines break
MOST_BARS = 12  # on one slide
CLOSE = 0.08  # of the highest value: two numbers nearer than this would lie on each other


@dataclass(frozen=True)
class Series:
    name: str
    values: tuple[float | None, ...]
    tone: str = "emph"
    tones: tuple[str, ...] = ()  # of each bar, where they differ
    less: tuple[float, ...] = ()  # from a value down to the lower end of its interval
    more: tuple[float, ...] = ()

    @property
    def has_intervals(self) -> bool:
        return any((*self.less, *self.more))

    @property
    def ends(self) -> list[float]:
        """Where each bar ends with its interval; 0 where there is no value."""
        more = self.more or (0.0,) * len(self.values)
        return [value + up if is_number(value) else 0.0 for value, up in zip(self.values, more, strict=True)]


@dataclass(frozen=True)
class Bar:
    """One value with its interval; a heading has no tone."""

    label: str
    value: float | None
    tone: str
    less: float = 0.0
    more: float = 0.0

    @classmethod
    def of(cls, row: dict, tone: str) -> "Bar":
        value, low, high = row["value"], row["low"], row["high"]
        has_both = is_number(value) and is_number(low) and is_number(high)
        ends = (round(value - low, 6), round(high - value, 6)) if has_both else (0.0, 0.0)
        return cls(row["label"], value, tone, *ends)


@dataclass(frozen=True)
class Plan:
    """`kind` is "bars", "stacked" or "lines"; a category without value may be a heading."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "%"
    headings: frozenset[int] = frozenset()
    is_log: bool = False  # the scale of the values, which then holds no 0
    has_numbers: bool = True  # beside the marks; not where marks stand too close

    @property
    def has_intervals(self) -> bool:
        return any(series.has_intervals for series in self.series)

    @property
    def most(self) -> float:
        """The end of the longest bar or its interval."""
        return max((end for series in self.series for end in series.ends), default=0) or 1

    @property
    def under(self) -> list[int]:
        """Places of the lines whose numbers stand under them, since another line ends closely above."""
        if self.kind != "lines":
            return []
        ends = [next((value for value in reversed(series.values) if is_number(value)), 0) for series in self.series]
        close = CLOSE * max([*ends, 1])
        return [place for place, end in enumerate(ends) if any(0 < other - end < close for other in ends)]


def plans_of(frame, shape: Shape | None, title: str) -> list[Plan]:
    """The charts of a shape, one a slide; empty where it has no native chart."""
    if shape is None or not len(frame) or type(shape) not in PLANNERS:
        return []
    return PLANNERS[type(shape)](frame, shape, title)


def _ranked(frame, shape: RankedBars, title: str) -> list[Plan]:
    rows = records(frame, tone=shape.tone, **_columns(shape))
    bars = [Bar.of(row, row["tone"] or "emph") for row in rows]
    if shape.remainder:
        bars.append(Bar(shape.remainder.label, shape.remainder.value, GAP))
    return _paged(bars, title, shape.unit)


def _columns(shape) -> dict[str, str | None]:
    return {"label": shape.label, "value": shape.value, "low": shape.low, "high": shape.high}


def _dotted(frame, shape: DotsWithIntervals, title: str) -> list[Plan]:
    return _paged([Bar.of(row, "emph") for row in records(frame, **_columns(shape))], title, shape.unit)


def _grouped(frame, shape: GroupedBars, title: str) -> list[Plan]:
    blocks: dict[str, list[Bar]] = {}
    for row in records(frame, group=shape.group, **_columns(shape)):
        blocks.setdefault(row["group"], []).append(Bar.of(row, "emph"))
    bars = [bar for group, block in blocks.items() for bar in (Bar(group, None, ""), *block)]
    return _paged(bars, title, shape.unit)


def _paged(bars: list[Bar], title: str, unit: str) -> list[Plan]:
    """Bars over as many slides as they need; no slide ends with a heading."""
    plans = []
    while bars:
        count = MOST_BARS
        if len(bars) > count and not bars[count - 1].tone:
            count -= 1
        part, bars = bars[:count], bars[count:]
        headings = frozenset(place for place, bar in enumerate(part) if not bar.tone)
        series = Series(
            title,
            tuple(bar.value for bar in part),
            tones=tuple(bar.tone or "emph" for bar in part),
            less=tuple(bar.less for bar in part),
            more=tuple(bar.more for bar in part),
        )
        plans.append(Plan("bars", tuple(bar.label for bar in part), (series,), unit, headings))
    return plans


def _stacked(frame, shape: StackedShares, title: str) -> list[Plan]:
    rows = records(frame, group=shape.group, part=shape.part, value=shape.value)
    groups = tuple(dict.fromkeys(row["group"] for row in rows))
    held = {(row["group"], row["part"]): row["value"] for row in rows}
    tones = dict(enumerate(shape.tones))
    series = [
        Series(part, tuple(held.get((group, part)) for group in groups), tones.get(place, f"cat-{place}"))
        for place, part in enumerate(shape.parts(frame))
    ]
    missing = [round(100 - sum(each.values[place] or 0 for each in series), 2) for place in range(len(groups))]
    if shape.remainder_label and any(value > 0 for value in missing):
        series.append(Series(shape.remainder_label, tuple(value if value > 0 else None for value in missing), GAP))
    return [Plan("stacked", groups, tuple(series))]


def _trended(frame, shape: TrendLines, title: str) -> list[Plan]:
    rows = records(frame, label=shape.x, series=shape.series, value=shape.value, low=shape.low, high=shape.high)
    stops = tuple(dict.fromkeys(row["label"] for row in rows))
    if all(stop.isascii() and stop.isdigit() for stop in stops):
        stops = tuple(sorted(stops, key=int))
    stops = _with_gaps(stops, shape.gaps)
    held = {(row["series"], row["label"]): Bar.of(row, "") for row in rows}
    nothing = Bar("", None, "")
    series = []
    for place, name in enumerate(dict.fromkeys(row["series"] for row in rows)):
        points = [held.get((name, stop), nothing) for stop in stops]
        values, less, more = zip(*((point.value, point.less, point.more) for point in points), strict=True)
        series.append(Series(name, values, f"cat-{place}", less=less, more=more))
    return [Plan("lines", stops, tuple(series), shape.unit)]


def _with_gaps(stops: tuple[str, ...], gaps: tuple[str, ...]) -> tuple[str, ...]:
    """An empty category before each open break: a native line stops only where a value is missing."""
    return tuple(stop for found in stops for stop in ((BREAK, found) if found in gaps else (found,)))


def _curved(frame, shape: Curves, title: str) -> list[Plan]:
    """Each x is a category of its own: those of a logarithmic grid stand at equal steps."""
    rows = records(frame, x=shape.x, series=shape.series, value=shape.value)
    stops = sorted({row["x"] for row in rows})
    held = {(row["series"], row["x"]): row["value"] for row in rows}
    is_log = shape.is_log and any(row["value"] for row in rows)

    def shown(value: float | None) -> float | None:
        return None if is_log and not value else value

    series = tuple(
        Series(name, tuple(shown(held.get((name, stop))) for stop in stops), f"cat-{place}")
        for place, name in enumerate(dict.fromkeys(row["series"] for row in rows))
    )
    return [Plan("lines", tuple(plain(stop) for stop in stops), series, shape.unit, is_log=is_log, has_numbers=False)]


PLANNERS: dict[type[Shape], Callable[..., list[Plan]]] = {
    RankedBars: _ranked,
    DotsWithIntervals: _dotted,
    GroupedBars: _grouped,
    StackedShares: _stacked,
    TrendLines: _trended,
    Curves: _curved,
}
