"""Ranked bars, also in blocks: labels left of the bars, or above them where room is narrow."""

from collections.abc import Sequence

from portal.charts import marks
from portal.charts.barplan import (
    HEADING,
    LABEL_SHARE,
    LINE_HEIGHT,
    Heading,
    PlacedRow,
    Plan,
    Row,
    bars_left,
    label_layer,
    placed,
)
from portal.charts.labelslots import spread
from portal.charts.palette import HATCHED, stand_in
from portal.charts.rows import records
from portal.charts.shapes import VALUE_TEXT, Bracket, GroupedBars, RankedBars
from portal.charts.space import DROP, LINE, TEXT, Space
from portal.charts.words import is_number, spoken, word

VALUE = TEXT + 1
NOTE = TEXT - 1
GAP = 7  # pixels between a bar and its number
BRACKET_LINE = 40  # pixels between the longest number and the words of a bracket, with its line
LEAST_PLOT = 60  # pixels for bars, however long the words


def ranked(frame, shape: RankedBars, space: Space) -> dict:
    """Vega-Lite specification of ranked bars."""
    rows = _rows(frame, shape, space.language)
    if shape.remainder:
        text = spoken(shape.remainder.value, shape.unit)
        rows.append(Row(shape.remainder.label, shape.remainder.value, text, "none", is_gap=True))
    if not space.is_narrow:
        return _specification(rows, space, brackets=shape.brackets)
    entries: list[Row | Heading] = []
    for index, row in enumerate(rows):
        starting = [bracket for bracket in shape.brackets if bracket.first == index]
        entries += [_heading(bracket) for bracket in starting]
        entries.append(row)
    return _specification(entries, space)


def grouped(frame, shape: GroupedBars, space: Space) -> dict:
    """Vega-Lite specification of blocks of bars, in the order in which the groups appear."""
    blocks: dict[str, list[Row]] = {}
    groups = [record["group"] for record in records(frame, group=shape.group)]
    for group, row in zip(groups, _rows(frame, shape, space.language), strict=True):
        blocks.setdefault(group, []).append(row)
    entries: list[Row | Heading] = []
    for group, rows in blocks.items():
        entries += [Heading(group), *rows]
    return _specification(entries, space)


def _heading(bracket: Bracket) -> Heading:
    return Heading(bracket.text, bracket.note, bracket.tone, covers=bracket.last - bracket.first + 1)


def _rows(frame, shape, language: str) -> list[Row]:
    tone = getattr(shape, "tone", None)
    columns = {"label": shape.label, "value": shape.value, "low": shape.low, "high": shape.high}
    rows = []
    for record in records(frame, tone=tone, text=VALUE_TEXT, **columns):
        value = record["value"] if is_number(record["value"]) else None
        ends = record["low"], record["high"]
        low, high = ends if value is not None and all(map(is_number, ends)) else (None, None)
        text = record["text"] or (word("missing", language) if value is None else spoken(value, shape.unit))
        shade = record["tone"] or ("soft" if tone else "emph")
        rows.append(Row(record["label"], value, str(text), shade, low=low, high=high))
    return rows


def _specification(entries: Sequence[Row | Heading], space: Space, *, brackets: tuple[Bracket, ...] = ()) -> dict:
    rows = [entry for entry in entries if isinstance(entry, Row)]
    has_lines = any(isinstance(entry, Heading) and entry.tone for entry in entries)
    left = TEXT if has_lines else bars_left(rows, space)
    words = _bracket_width(brackets, space)
    scale = _scale(rows, left, space.width - words - (BRACKET_LINE if brackets else 0), space)
    plan = placed(entries, space, indent=left)
    zero = [{"left": left, "right": left, "top": top, "bottom": bottom} for top, bottom in plan.blocks]
    layers = [
        marks.bars([_bar(place) for place in plan.rows if place.row.value is not None], scale),
        label_layer(plan, left, space),
        *_intervals(plan, scale),
        *_numbers(plan, scale, space),
        *([] if space.is_narrow else [marks.rules(zero, tone="muted")]),
        *_headings(plan, space),
        *(_brackets(plan, brackets, space, at=space.width - words) if brackets else []),
    ]
    return marks.specification(layers, space.width, plan.height)


def _bracket_width(brackets: tuple[Bracket, ...], space: Space) -> float:
    texts = [space.measure(bracket.text, VALUE, bold=True) for bracket in brackets]
    notes = [space.measure(bracket.note, NOTE) for bracket in brackets]
    return min(max([*texts, *notes], default=0), space.width * LABEL_SHARE)


def _scale(rows: list[Row], left: float, right: float, space: Space) -> marks.Linear:
    """From zero to the largest value, with room for each number behind its bar."""
    room = max(right - left, LEAST_PLOT)
    drawn = [(row.end, space.measure(row.text, VALUE, bold=True) + GAP) for row in rows if row.end]
    most = max((end for end, _ in drawn), default=1)
    pixels = min((max(room - text, LEAST_PLOT / 2) / end for end, text in drawn), default=room)
    return marks.Linear((0, most), (left, round(left + most * pixels, 2)))


def _bar(place: PlacedRow) -> dict:
    row = place.row
    return {
        "label": row.label,
        "value": row.value,
        "start": 0,
        "top": place.bar_top,
        "bottom": place.bar_bottom,
        "fill": HATCHED if row.is_gap else stand_in(row.tone),
        "stroke": stand_in("hatch") if row.is_gap else None,
        "said": f"{row.label}: {row.text}",
    }


def _intervals(plan: Plan, scale: marks.Linear) -> list:
    """A whisker over each bar whose interval is known."""
    spans = [
        {"low": place.row.low, "high": place.row.high, "y": place.bar_middle, "label": place.row.label}
        for place in plan.rows
        if place.row.high is not None
    ]
    return marks.whiskers(spans, scale) if spans else []


def _numbers(plan: Plan, scale: marks.Linear, space: Space) -> list:
    """Numbers behind the bars in bold; what stands for a missing number in plain grey."""
    known: list[dict] = []
    unknown: list[dict] = []
    for place in plan.rows:
        value = place.row.value
        x = scale.at(place.row.end) + GAP
        item = {"x": round(x, 2), "y": round(place.bar_middle + DROP * VALUE, 2), "text": place.row.text}
        (unknown if value is None else known).append(item)
    return [
        *([marks.texts(known, space, size=VALUE, bold=True)] if known else []),
        *([marks.texts(unknown, space, size=NOTE, tone="ink-3")] if unknown else []),
    ]


def _headings(plan: Plan, space: Space) -> list:
    if not plan.headings:
        return []
    heads, notes, lines = [], [], []
    for place in plan.headings:
        heading, height = place.heading, (place.words.count("\n") + 1) * HEADING * LINE
        note = LINE_HEIGHT if heading.note else 0
        top = place.bottom - 6 - note - height
        x = TEXT if heading.tone else 0
        heads.append({"x": x, "y": round(top + HEADING, 2), "text": place.words})
        if note:
            notes.append({"x": x, "y": round(top + height + NOTE, 2), "text": space.cut(heading.note, space.width - x)})
        if heading.tone:
            ends = {"top": round(top, 2), "bottom": plan.last_row(place).bar_bottom}
            lines.append({"left": 2, "right": 2, "fill": stand_in(heading.tone), **ends})
    layers = [marks.texts(heads, space, size=HEADING, bold=True)]
    layers += [marks.texts(notes, space, size=NOTE, tone="ink-2")] if notes else []
    return [*layers, *([marks.rules(lines, tone=None, thickness=3)] if lines else [])]


def _brackets(plan: Plan, brackets: tuple[Bracket, ...], space: Space, *, at: float) -> list:
    """A line beside the rows of each bracket, its words behind the line, moved apart where they would touch."""
    ordered = sorted(brackets, key=lambda bracket: bracket.first + bracket.last)
    words = [_bracket_words(bracket, space, space.width - at + 1) for bracket in ordered]
    ends = [(plan.rows[bracket.first].bar_top, plan.rows[bracket.last].bar_bottom) for bracket in ordered]
    wanted, heights = [sum(end) / 2 for end in ends], [head + note for _, _, head, note in words]
    lines, heads, notes = [], [], []
    middles = spread(wanted, heights, 0, max(plan.height, sum(heights)))
    for bracket, (top, bottom), (head, note, head_height, note_height), middle in zip(
        ordered, ends, words, middles, strict=True
    ):
        side = {"left": at - 12, "right": at - 12, "top": top, "bottom": bottom}
        lines.append(side | {"fill": stand_in(bracket.tone)})
        upper = middle - (head_height + note_height) / 2
        heads.append({"x": at, "y": round(upper + VALUE * (LINE / 2 + DROP), 2), "text": head})
        if note:
            notes.append({"x": at, "y": round(upper + head_height + NOTE * (LINE / 2 + DROP), 2), "text": note})
    layers = [marks.rules(lines, tone=None, thickness=2.5), marks.texts(heads, space, size=VALUE, bold=True)]
    return [*layers, *([marks.texts(notes, space, size=NOTE, tone="ink-2")] if notes else [])]


def _bracket_words(bracket: Bracket, space: Space, width: float) -> tuple[str, str, float, float]:
    """(text, note, height of each), wrapped."""
    head = space.wrapped(bracket.text, width, VALUE, bold=True)
    note = space.wrapped(bracket.note, width, NOTE) if bracket.note else ""
    head_height = (head.count("\n") + 1) * VALUE * LINE
    return head, note, head_height, (note.count("\n") + 1) * NOTE * LINE + 2 if note else 0
