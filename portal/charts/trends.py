"""Trend lines: one line a series over waves or years, named at its end."""

from portal.charts import marks
from portal.charts.labelslots import spread
from portal.charts.line_shapes import TrendLines
from portal.charts.palette import stand_in
from portal.charts.rows import records
from portal.charts.space import DROP, LINE, TEXT, Space
from portal.charts.ticks import ticks
from portal.charts.words import is_number, plain, spoken

HEIGHT, NARROW_HEIGHT = 330, 300  # pixels
LABEL = TEXT - 1
LABEL_SHARE = 0.34  # of the width, at most, for the names of the lines
SWATCH = 9  # pixels: the piece of line before each name
LEADER = 34  # pixels between the last point and its name
AXIS = 30  # pixels under the lines for waves or years
TOP = 10
STEP = 5  # pixels between intervals that would lie on each other
LABEL_SPACE = 8  # pixels that names on the axis keep between each other


def trended(frame, shape: TrendLines, space: Space) -> dict:
    """Vega-Lite specification of trend lines, x in the order in which it appears."""
    found = records(frame, label=shape.x, series=shape.series, value=shape.value, low=shape.low, high=shape.high)
    stops = _in_order([record["label"] for record in found])
    names = list(dict.fromkeys(record["series"] for record in found))
    height = max(space.height or (NARROW_HEIGHT if space.is_narrow else HEIGHT), 160)
    ends = [record[name] for record in found for name in ("value", "high") if is_number(record[name])]
    values = ticks(max(ends, default=1))
    suffix = shape.unit if shape.unit == "%" else ""
    left = max(space.measure(f"{plain(value)}{suffix}", LABEL) for value in values) + 10
    texts = {name: end_name(name, found, shape.unit, space) for name in names}
    right = space.width - max((space.measure(text, LABEL, bold=True) for text in texts.values()), default=0) - LEADER
    scale = marks.Linear((0, values[-1]), (height - AXIS, TOP))
    places = _places(stops, left + 8, right - 8)
    points = _points(found, names, stops, places, shape)
    layers = [
        marks.rules([{"left": left, "right": right, "top": y, "bottom": y} for y in map(scale.at, values)]),
        _scale_words(values, scale, suffix, left, space),
        *_stops(stops, places, height, space),
        *_breaks([places[stop] for stop in stops if stop in shape.breaks], height),
        *_drawn(points, scale),
        *named_ends(points, texts, scale, right, height, space),
    ]
    return marks.specification(layers, space.width, height)


def _in_order(labels: list[str]) -> list[str]:
    """Waves in order of appearance; years, which sort by themselves, in their own."""
    stops = list(dict.fromkeys(labels))
    return sorted(stops, key=int) if all(_is_year(stop) for stop in stops) else stops


def _is_year(stop: str) -> bool:
    return stop.isascii() and stop.isdigit() and len(stop) == 4


def _places(stops: list[str], left: float, right: float) -> dict[str, float]:
    """Pixels of each stop: years by their distance, waves at equal steps."""
    numbers = [int(stop) for stop in stops] if all(map(_is_year, stops)) else list(range(len(stops)))
    span = numbers[-1] - numbers[0]
    if not span:
        return dict.fromkeys(stops, (left + right) / 2)
    return {
        stop: round(left + (number - numbers[0]) / span * (right - left), 2)
        for stop, number in zip(stops, numbers, strict=True)
    }


def end_name(name: str, found: list[dict], unit: str, space: Space) -> str:
    """What stands at the end of a line: its name and last value, on a line of its own where the name fills three."""
    last = [record["value"] for record in found if record["series"] == name and is_number(record["value"])]
    said = spoken(last[-1], unit) if last else ""
    whole, alone = (_in_lines(text, space) for text in (f"{name} {said}".rstrip(), name))
    return f"{alone}\n{said}" if said and not whole.endswith(said) else whole


def _in_lines(text: str, space: Space) -> str:
    return space.wrapped(text, space.width * LABEL_SHARE, LABEL, bold=True, most=3)


def _points(found, names, stops, places, shape: TrendLines) -> list[dict]:
    """The known values; a gap or an open break starts a new run, so that no line crosses it."""
    held = {(record["series"], record["label"]): record for record in found}
    points = []
    for index, name in enumerate(names):
        run = 0
        for stop in stops:
            record = held.get((name, stop), {})
            value = record.get("value")
            run += stop in shape.gaps or not is_number(value)
            if is_number(value):
                said = f"{name}, {stop}: {spoken(value, shape.unit)}"
                points.append({"x": places[stop], "label": stop, "value": value, "series": name, "run": run})
                points[-1] |= {"fill": stand_in(f"cat-{index}"), "said": said}
                points[-1] |= {"low": record["low"], "high": record["high"]}
    return points


def _drawn(points: list[dict], scale: marks.Linear) -> list:
    """Intervals under lines under dots; what belongs to a series names it."""
    if not points:
        return []
    spans = [point for point in points if is_number(point["low"]) and is_number(point["high"])]
    whiskers = [{key: point[key] for key in ("x", "low", "high", "series", "fill", "label")} for point in _apart(spans)]
    return [
        *(marks.whiskers(whiskers, scale, is_upright=True, tone=None) if whiskers else []),
        marks.curves(points, scale),
        marks.dots(points, None, scale, area=42),
    ]


def _apart(spans: list[dict]) -> list[dict]:
    """Intervals of one wave that overlap stand a little beside each other."""
    placed: list[dict] = []
    for span in sorted(spans, key=lambda span: (span["x"], -span["value"])):
        others = [other for other in placed if other["place"] == span["x"] and other["low"] <= span["high"]]
        taken = {other["x"] for other in others}
        steps = (span["x"] + STEP * side * number for number in range(len(spans)) for side in (1, -1))
        placed.append({**span, "place": span["x"], "x": next(x for x in steps if x not in taken)})
    return placed


def _scale_words(values, scale: marks.Linear, suffix: str, left: float, space: Space):
    items = [
        {"x": left - 8, "y": round(scale.at(value) + DROP * LABEL, 2), "text": f"{plain(value)}{suffix}"}
        for value in values
    ]
    return marks.texts(items, space, size=LABEL, align="right", tone="ink-2")


def _stops(stops, places, height: float, space: Space) -> list:
    """Names under the lines; those that would touch the one before are left out, the last never."""
    kept: list[tuple[float, float, str]] = []
    for stop in reversed(stops):
        half = space.measure(stop, LABEL) / 2
        middle = min(max(places[stop], half), space.width - half)
        if not kept or middle + half + LABEL_SPACE <= kept[-1][0]:
            kept.append((middle - half, middle, stop))
    items = [{"x": round(middle, 2), "y": height - 8, "text": stop} for _, middle, stop in kept]
    return [marks.texts(items, space, size=LABEL, align="center", tone="ink-2")]


def _breaks(places: list[float], height: float) -> list:
    if not places:
        return []
    lines = [{"left": x - 14, "right": x - 14, "top": TOP, "bottom": height - AXIS} for x in places]
    return [marks.rules(lines, tone="ink-3", dash=(2, 3))]


def named_ends(points, texts, scale, right: float, height: float, space: Space) -> list:
    """Names in a column at the right, moved apart where they would overlap, tied to their lines."""
    last = {point["series"]: point for point in points}
    if not last:
        return []
    order = sorted(last, key=lambda name: -last[name]["value"])
    lines = {name: texts[name].count("\n") + 1 for name in order}
    wanted = [scale.at(last[name]["value"]) for name in order]
    middles = spread(wanted, [lines[name] * LABEL * LINE + 2 for name in order], 0, height - AXIS / 2)
    names, leaders, swatches = [], [], []
    for name, middle in zip(order, middles, strict=True):
        first = middle - (lines[name] - 1) * LABEL * LINE / 2 + DROP * LABEL
        names.append({"x": round(right + LEADER, 2), "y": round(first, 2), "text": texts[name], "series": name})
        point = last[name]
        of = {"fill": point["fill"], "series": name}
        start = {"left": point["x"] + 6, "top": round(scale.at(point["value"]), 2), **of}
        end = {"left": round(right + LEADER - 5 - SWATCH, 2), "top": round(middle, 2), **of}
        leaders.append(start | {"right": end["left"], "bottom": end["top"]})
        swatches.append(end | {"right": end["left"] + SWATCH, "bottom": end["top"]})
    return [
        marks.rules(leaders, tone=None, dash=(1, 2)),
        marks.rules(swatches, tone=None, thickness=3),
        marks.texts(names, space, size=LABEL, bold=True),
    ]
