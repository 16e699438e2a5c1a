"""Curves over a logarithmic x, each named at its end; the values logarithmic with 0 at the foot, or linear."""

from dataclasses import dataclass
from math import ceil, floor, log10

from babel.numbers import format_compact_decimal

from portal.charts import marks
from portal.charts.line_shapes import Curves
from portal.charts.palette import stand_in
from portal.charts.rows import records
from portal.charts.space import DROP, TEXT, Space
from portal.charts.ticks import ticks
from portal.charts.trends import AXIS, LABEL, LEADER, end_name, named_ends
from portal.charts.words import is_number, plain, spoken

HEIGHT, NARROW_HEIGHT = 400, 340  # pixels
TOP = 26  # for the words of markers
TITLE_SPACE = 18  # under the axis, for what x is
ZERO_SPACE = 26  # between 0 and the first power of ten
DOTTED = (1, 2, 5)  # leading digits at which a curve carries a dot to point at
LOCALES = {"en": "en", "zh-hans": "zh_Hans"}


@dataclass(frozen=True)
class Log:
    """A logarithmic scale from values to pixels; 0 has its own place where it is given."""

    domain: tuple[float, float]
    pixels: tuple[float, float]
    zero: float | None = None

    def at(self, value: float) -> float:
        if value <= 0 and self.zero is not None:
            return self.zero
        low, high = map(log10, self.domain)
        start, end = self.pixels
        share = (log10(value) - low) / (high - low) if high > low else 0.5
        return start + share * (end - start)


def curved(frame, shape: Curves, space: Space) -> dict:
    """Vega-Lite specification of curves."""
    found = records(frame, label=shape.x, x=shape.x, series=shape.series, value=shape.value)
    names = list(dict.fromkeys(record["series"] for record in found))
    found.sort(key=lambda record: record["x"])
    height = max(space.height or (NARROW_HEIGHT if space.is_narrow else HEIGHT), 180)
    foot = height - AXIS - (TITLE_SPACE if shape.x_title else 0)
    across, steps = upright_scale([record["value"] for record in found], foot, is_log=shape.is_log)
    words = {value: plain(value) for value in steps}
    left = max(space.measure(text, LABEL) for text in words.values()) + 10
    texts = {name: end_name(name, found, shape.unit, space) for name in names}
    right = space.width - max((space.measure(text, LABEL, bold=True) for text in texts.values()), default=0) - LEADER
    along = Log(_ends_of([record["x"] for record in found]), (left + 8, right - 8))
    points = _points(found, names, along, across, shape)
    layers = [
        marks.rules([_level(left, right, across.at(value)) for value in steps]),
        _side_words(words, across, left, space),
        *_foot_words(along, foot, shape, space),
        *_markers(shape, along, foot, space),
        marks.paths(points),
        marks.dots([point for point in points if point["is_dotted"]], None, area=26),
        *named_ends(points, texts, across, right, foot, space),
    ]
    return marks.specification(layers, space.width, height)


def upright_scale(values: list[float | None], foot: float, *, is_log: bool) -> tuple["Log | marks.Linear", list[float]]:
    """The scale of the values and its steps: powers of ten over 0 where it is logarithmic."""
    known = [value for value in values if is_number(value)]
    positive = [value for value in known if value > 0]
    if not is_log or not positive:
        steps = ticks(max(known, default=0))
        return marks.Linear((0, steps[-1]), (foot, TOP)), steps
    low, high = floor(log10(min(positive))), ceil(log10(max(positive)))
    high = max(high, low + 1)
    has_zero = any(value == 0 for value in known)
    bottom = foot - ZERO_SPACE if has_zero else foot
    scale = Log((10.0**low, 10.0**high), (bottom, TOP), zero=foot)
    return scale, [*([0.0] if has_zero else []), *(round(10.0**power, 10) for power in range(low, high + 1))]


def _ends_of(places: list[float]) -> tuple[float, float]:
    low, high = min(places), max(places)
    return (low, high) if high > low else (low / 10, high * 10)


def _points(found: list[dict], names: list[str], along: Log, across, shape: Curves) -> list[dict]:
    """The known values, which come in the order of x; a gap starts a new run."""
    points = []
    for index, name in enumerate(names):
        run = 0
        for record in (each for each in found if each["series"] == name):
            value = record["value"]
            if not is_number(value):
                run += 1
                continue
            points.append(
                {
                    "x": round(along.at(record["x"]), 2),
                    "y": round(across.at(value), 2),
                    "label": record["label"],
                    "value": value,
                    "series": name,
                    "run": run,
                    "fill": stand_in(f"cat-{index}"),
                    "said": f"{name}, {plain(record['x'])}: {spoken(value, shape.unit)}",
                    "is_dotted": _is_dotted(record["x"]),
                }
            )
    return points


def _is_dotted(place: float) -> bool:
    power = 10.0 ** floor(log10(place) + 1e-9)
    return any(abs(place / power - digit) < 1e-6 for digit in DOTTED)


def _level(left: float, right: float, y: float) -> dict:
    return {"left": left, "right": right, "top": round(y, 2), "bottom": round(y, 2)}


def _side_words(words: dict[float, str], scale, left: float, space: Space):
    items = [
        {"x": left - 8, "y": round(scale.at(value) + DROP * LABEL, 2), "text": text} for value, text in words.items()
    ]
    return marks.texts(items, space, size=LABEL, align="right", tone="ink-2")


def compact(value: float, language: str) -> str:
    """1M, 10亿: as the language shortens large numbers."""
    return format_compact_decimal(value, locale=LOCALES.get(language, "en"), fraction_digits=1)


def _foot_words(along: Log, foot: float, shape: Curves, space: Space) -> list:
    """Powers of ten under the curves, those that have room, and what x is."""
    low, high = along.domain
    items: list[dict] = []
    end = float("-inf")
    for power in range(ceil(log10(low) - 1e-9), floor(log10(high) + 1e-9) + 1):
        text = compact(10.0**power, space.language)
        half, x = space.measure(text, LABEL) / 2, along.at(10.0**power)
        if x - half > end:
            items.append({"x": round(x, 2), "y": foot + AXIS - 8, "text": text})
            end = x + half + 8
    layers = [marks.texts(items, space, size=LABEL, align="center", tone="ink-2")] if items else []
    if shape.x_title:
        title = [{"x": round(sum(along.pixels) / 2, 2), "y": foot + AXIS + TITLE_SPACE - 8, "text": shape.x_title}]
        layers.append(marks.texts(title, space, size=LABEL, align="center", tone="ink-2"))
    return layers


def _markers(shape: Curves, along: Log, foot: float, space: Space) -> list:
    """Upright lines with words over them; what lies outside is left out."""
    inside = [marker for marker in shape.markers if along.domain[0] <= marker.x <= along.domain[1]]
    if not inside:
        return []
    lines, words = [], []
    for marker in inside:
        x, half = along.at(marker.x), space.measure(marker.text, TEXT - 2) / 2
        lines.append({"left": round(x, 2), "right": round(x, 2), "top": TOP - 6, "bottom": foot})
        words.append({"x": round(min(max(x, half), space.width - half), 2), "y": TOP - 12, "text": marker.text})
    return [
        marks.rules(lines, tone="ink-3", dash=(3, 3)),
        marks.texts(words, space, size=TEXT - 2, align="center", tone="ink-2"),
    ]
