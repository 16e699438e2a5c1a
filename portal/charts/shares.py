"""Stacked shares: one bar a group, cut into its parts, with a legend above."""

from portal.charts import marks
from portal.charts.barplan import Plan, Row, bars_left, label_layer, placed
from portal.charts.palette import HATCHED, stand_in
from portal.charts.rows import records
from portal.charts.shapes import StackedShares
from portal.charts.space import DROP, LINE, TEXT, Space
from portal.charts.words import is_number, spoken

WHOLE = 100  # per cent
NOTICEABLE = 0.5  # per cent missing to the whole; less is rounding
SWATCH = 12
LEGEND_TEXT = TEXT - 1
LEGEND_LINE = 22
LEGEND_GAP = 18
NUMBER_GAP = 6  # pixels beside a number inside its part


def stacked(frame, shape: StackedShares, space: Space) -> dict:
    """Vega-Lite specification of stacked shares, groups in the order in which they appear."""
    parts = shape.parts(frame)
    tones = dict(zip(parts, shape.tones or [f"cat-{index}" for index in range(len(parts))], strict=False))
    tones = {part: tones.get(part, "muted") for part in parts}
    found = records(frame, group=shape.group, part=shape.part, value=shape.value)
    pieces = _pieces(found, parts, shape)
    legend, top = _legend(parts, tones, shape.remainder_label if any(piece["gap"] for piece in pieces) else "", space)
    rows = [Row(group, WHOLE, "", "emph") for group in dict.fromkeys(record["group"] for record in found)]
    plan = placed(rows, Space(space.width, space.height - top if space.height else None, space.language))
    left = bars_left(rows, space)
    scale = marks.Linear((0, max([WHOLE, *(piece["end"] for piece in pieces)])), (left, space.width))
    bars = [_drawn(piece, tones, plan, top) for piece in pieces]
    layers = [
        marks.bars(bars, scale, end="end", radius=0),
        _lowered(plan, left, top, space),
        *_numbers(bars, scale, space),
        *legend,
    ]
    return marks.specification(layers, space.width, plan.height + top)


def _pieces(found: list[dict], parts: list[str], shape: StackedShares) -> list[dict]:
    """Parts with start and end, group by group; a gap to the whole comes last."""
    pieces, groups = [], list(dict.fromkeys(record["group"] for record in found))
    for index, group in enumerate(groups):
        values = {record["part"]: record["value"] for record in found if record["group"] == group}
        start = 0.0
        for part in parts:
            value = values.get(part)
            if is_number(value) and value:
                said = f"{group}, {part}: {spoken(value, '%')}"
                pieces.append({"row": index, "label": group, "part": part, "value": value, "said": said})
                pieces[-1] |= {"start": start, "end": round(start + value, 6), "gap": False}
                start = pieces[-1]["end"]
        left = WHOLE - start
        if shape.remainder_label and left > NOTICEABLE:
            said = f"{group}, {shape.remainder_label}: {spoken(left, '%')}"
            pieces.append({"row": index, "label": group, "part": shape.remainder_label, "value": left, "said": said})
            pieces[-1] |= {"start": start, "end": WHOLE, "gap": True}
    return pieces


def _drawn(piece: dict, tones: dict[str, str], plan: Plan, top: float) -> dict:
    place = plan.rows[piece["row"]]
    colours = {"fill": HATCHED, "stroke": stand_in("hatch"), "ink": stand_in("ink")}
    if not piece["gap"]:
        tone = tones[piece["part"]]
        colours = {"fill": stand_in(tone), "stroke": stand_in("paper"), "ink": stand_in(f"on-{tone}")}
    places = {"top": place.bar_top + top, "bottom": place.bar_bottom + top}
    return piece | colours | places | {"series": piece["part"]}


def _lowered(plan: Plan, left: float, top: float, space: Space):
    """The labels, moved down under the legend."""
    layer = label_layer(plan, left, space)
    for item in layer.data.values.rows:
        item["y"] += top
    return layer


def _numbers(bars: list[dict], scale: marks.Linear, space: Space) -> list:
    """The number inside each part that is wide enough for it."""
    items = []
    for bar in bars:
        text = spoken(bar["value"], "%")
        start, end = scale.at(bar["start"]), scale.at(bar["end"])
        if end - start >= space.measure(text, LEGEND_TEXT, bold=True) + NUMBER_GAP and not bar["gap"]:
            middle = (bar["top"] + bar["bottom"]) / 2 + DROP * LEGEND_TEXT
            item = {"x": round((start + end) / 2, 2), "y": round(middle, 2), "text": text, "fill": bar["ink"]}
            items.append(item | {"series": bar["series"]})
    return [marks.texts(items, space, size=LEGEND_TEXT, bold=True, align="center", tone=None)] if items else []


def _legend(parts: list[str], tones: dict[str, str], gap: str, space: Space) -> tuple[list, float]:
    """(layers, height): swatches with their words, in as many lines as they need."""
    colours = {part: (stand_in(tones[part]), stand_in(tones[part])) for part in parts}
    if gap:
        colours[gap] = (HATCHED, stand_in("hatch"))
    swatches, words, x, y = [], [], 0.0, 0.0
    for part, (fill, stroke) in colours.items():
        text = space.wrapped(part, space.width - SWATCH - 8, LEGEND_TEXT)
        wide = SWATCH + 7 + space.measure(text, LEGEND_TEXT)
        if x and x + wide > space.width:
            x, y = 0.0, y + LEGEND_LINE
        box = {"left": x, "right": x + SWATCH, "top": y + 3, "bottom": y + 3 + SWATCH}
        swatches.append(box | {"fill": fill, "stroke": stroke, "said": part, "series": part})
        place = {"x": round(x + SWATCH + 7, 2), "y": round(y + 9 + DROP * LEGEND_TEXT, 2)}
        words.append(place | {"text": text, "series": part})
        x += wide + LEGEND_GAP
        y += text.count("\n") * LEGEND_TEXT * LINE
    layers = [marks.cells(swatches), marks.texts(words, space, size=LEGEND_TEXT, tone="ink-2")]
    return layers, y + LEGEND_LINE + 8
