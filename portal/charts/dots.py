"""Dots with intervals: an estimate and how far it may be off."""

from portal.charts import marks
from portal.charts.barplan import Row, bars_left, label_layer, placed
from portal.charts.palette import stand_in
from portal.charts.rows import records
from portal.charts.shapes import VALUE_TEXT, DotsWithIntervals
from portal.charts.space import DROP, TEXT, Space
from portal.charts.ticks import ticks
from portal.charts.words import is_number, plain, spoken, word

GAP = 12  # pixels between an interval and its number
AXIS = 26  # pixels for the numbers under the dots


def dotted(frame, shape: DotsWithIntervals, space: Space) -> dict:
    """Vega-Lite specification of dots with intervals, in the order of the frame."""
    found = records(frame, label=shape.label, value=shape.value, low=shape.low, high=shape.high, text=VALUE_TEXT)
    rows = [Row(record["label"], record["value"], _text(record, shape.unit, space), "emph") for record in found]
    left = bars_left(rows, space)
    inner = Space(space.width, space.height - AXIS if space.height else None, space.language)
    plan = placed(rows, inner)
    values = ticks(max((_end(record) for record in found), default=0), 4 if space.is_narrow else 5)
    right = space.width - max(space.measure(row.text, bold=True) for row in rows) - GAP
    scale = marks.Linear((0, values[-1]), (left + 8, right))
    items = [
        record | {"y": place.bar_middle, "fill": stand_in("emph"), "said": _said(record, shape.unit, space)}
        for record, place in zip(found, plan.rows, strict=True)
    ]
    known = [item for item in items if is_number(item["value"])]
    spans = [item for item in known if is_number(item["low"]) and is_number(item["high"])]
    grid = [
        {"left": scale.at(value), "right": scale.at(value), "top": 0, "bottom": plan.height + 4} for value in values
    ]
    layers = [
        marks.rules(grid),
        label_layer(plan, left, space),
        *([marks.intervals(spans, scale)] if spans else []),
        marks.dots(known, scale),
        *_numbers(items, scale, space),
        _axis(values, scale, shape.unit, plan.height + AXIS - 6, space),
    ]
    return marks.specification(layers, space.width, plan.height + AXIS)


def _end(record: dict) -> float:
    return max((record[name] for name in ("value", "high") if is_number(record[name])), default=0)


def _text(record: dict, unit: str, space: Space) -> str:
    if record["text"]:
        return str(record["text"])
    return spoken(record["value"], unit) if is_number(record["value"]) else word("missing", space.language)


def _said(record: dict, unit: str, space: Space) -> str:
    interval = ""
    if is_number(record["low"]) and is_number(record["high"]):
        interval = f" ({plain(record['low'])}–{plain(record['high'])})"
    return f"{record['label']}: {_text(record, unit, space)}{interval}"


def _numbers(items: list[dict], scale: marks.Linear, space: Space) -> list:
    known: list[dict] = []
    unknown: list[dict] = []
    for item in items:
        text = item["said"].removeprefix(f"{item['label']}: ")
        text = text.partition(" (")[0] if is_number(item["low"]) else text
        x = scale.at(_end(item)) + GAP if is_number(item["value"]) else scale.at(0) + GAP
        place = {"x": round(x, 2), "y": round(item["y"] + DROP * TEXT, 2), "text": text}
        (known if is_number(item["value"]) else unknown).append(place)
    return [
        *([marks.texts(known, space, bold=True)] if known else []),
        *([marks.texts(unknown, space, size=TEXT - 1, tone="ink-3")] if unknown else []),
    ]


def _axis(values: list[float], scale: marks.Linear, unit: str, y: float, space: Space):
    suffix = unit if unit == "%" else ""
    items = [{"x": round(scale.at(value), 2), "y": y, "text": f"{plain(value)}{suffix}"} for value in values]
    return marks.texts(items, space, size=TEXT - 1, align="center", tone="ink-2")
