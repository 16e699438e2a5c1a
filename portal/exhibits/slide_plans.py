"""What a native chart on a slide shows: categories and series taken from a shape, before any library draws it."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.charts.rows import records
from portal.charts.shape import Shape
from portal.charts.shapes import DotsWithIntervals, GroupedBars, RankedBars, StackedShares, TrendLines
from portal.charts.words import is_number

GAP = "gap"  # tone of what is not known
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


@dataclass(frozen=True)
class Plan:
    """`kind` is "bars", "stacked" or "lines"; a category without value may be a heading."""

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "%"
    headings: frozenset[int] = frozenset()

    @property
    def has_intervals(self) -> bool:
        return any(any((*series.less, *series.more)) for series in self.series)

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
    rows = records(frame, label=shape.label, value=shape.value, tone=shape.tone)
    bars = [(row["label"], row["value"], row["tone"] or "emph") for row in rows]
    if shape.remainder:
        bars.append((shape.remainder.label, shape.remainder.value, GAP))
    return _paged(bars, title, shape.unit)


def _dotted(frame, shape: DotsWithIntervals, title: str) -> list[Plan]:
    rows = records(frame, label=shape.label, value=shape.value, low=shape.low, high=shape.high)
    plans = []
    for start in range(0, len(rows), MOST_BARS):
        part = rows[start : start + MOST_BARS]
        series = Series(
            title,
            tuple(row["value"] for row in part),
            "emph",
            less=tuple(_distance(row["value"], row["low"]) for row in part),
            more=tuple(_distance(row["high"], row["value"]) for row in part),
        )
        plans.append(Plan("bars", tuple(row["label"] for row in part), (series,), shape.unit))
    return plans


def _distance(high: float | None, low: float | None) -> float:
    return round(high - low, 6) if is_number(high) and is_number(low) else 0.0


def _grouped(frame, shape: GroupedBars, title: str) -> list[Plan]:
    blocks: dict[str, list[tuple]] = {}
    for row in records(frame, group=shape.group, label=shape.label, value=shape.value):
        blocks.setdefault(row["group"], []).append((row["label"], row["value"], "emph"))
    bars = [bar for group, block in blocks.items() for bar in ((group, None, ""), *block)]
    return _paged(bars, title, shape.unit)


def _paged(bars: list[tuple], title: str, unit: str) -> list[Plan]:
    """Bars over as many slides as they need; no slide ends with a heading."""
    plans = []
    while bars:
        count = MOST_BARS
        if len(bars) > count and not bars[count - 1][2]:
            count -= 1
        part, bars = bars[:count], bars[count:]
        labels, values, tones = (tuple(column) for column in zip(*part, strict=True))
        headings = frozenset(place for place, tone in enumerate(tones) if not tone)
        series = Series(title, values, tones=tuple(tone or "emph" for tone in tones))
        plans.append(Plan("bars", labels, (series,), unit, headings))
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
    rows = records(frame, label=shape.x, series=shape.series, value=shape.value)
    stops = tuple(dict.fromkeys(row["label"] for row in rows))
    if all(stop.isascii() and stop.isdigit() for stop in stops):
        stops = tuple(sorted(stops, key=int))
    held = {(row["series"], row["label"]): row["value"] for row in rows}
    names = dict.fromkeys(row["series"] for row in rows)
    series = [
        Series(name, tuple(held.get((name, stop)) for stop in stops), f"cat-{place}")
        for place, name in enumerate(names)
    ]
    return [Plan("lines", stops, tuple(series), shape.unit)]


PLANNERS: dict[type[Shape], Callable[..., list[Plan]]] = {
    RankedBars: _ranked,
    DotsWithIntervals: _dotted,
    GroupedBars: _grouped,
    StackedShares: _stacked,
    TrendLines: _trended,
}
