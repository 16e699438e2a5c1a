"""Flows in time: requests on two lines of time, and events that each start a process of their own."""

from dataclasses import replace

from portal.charts.diagrams.scene import (
    GAP,
    PADDING,
    TEXT,
    TITLE,
    Arrow,
    Box,
    Item,
    Part,
    Parts,
    Scene,
    box_at,
    lines_of,
    of_kind,
    told,
    words_at,
)
from portal.charts.space import Space

NAMED = 2  # the request that has room for its name
REQUESTS = ((0.08, 0.06), (0.19, 0.05), (0.52, 0.08), (0.83, 0.06))  # (start, length) of the width: an illustration
BAR, CALL = 34, 26  # pixels: of a bar, and of the arrow of a request above it
EVENTS = 3
SWATCH = 13
ROW, STEP = 44, 34  # pixels: of a box of the flow, and of the arrow behind it


def timelines(parts: Parts, space: Space) -> Scene:
    """One bar of time for each lane; what runs is drawn, what waits is paler, what does not run is not there."""
    lanes, (request,), (work,), (idle,), (time,) = (
        of_kind(parts, kind) for kind in ("lane", "request", "work", "idle", "time")
    )
    items, y = _legend(((work, "emph"), (idle, "soft")), space)
    for place, lane in enumerate(lanes):
        head = words_at(lane.label, 0, y, space.width, space, size=TITLE, bold=True, tone="ink")
        text = words_at(lane.text, 0, head.y + head.height + 2, space.width, space)
        calls = text.y + text.height + 8
        start = REQUESTS[NAMED][0] * space.width
        items += [head, text, words_at(request.label, start + 9, calls, space.width - start - 9, space)]
        bar = calls + CALL
        if not place:
            items.append(Box(0, bar, space.width, BAR, "soft", is_framed=False))
        items.append(Arrow(0, bar + BAR + 6, space.width, bar + BAR + 6, "ink-3"))
        for part, length in REQUESTS:
            x = part * space.width
            items.append(Box(x, bar, length * space.width, BAR, "emph", is_framed=False))
            items.append(Arrow(x + 1, calls, x + 1, bar - 2))
        y = bar + BAR + 34
    wide = space.measure(time.label, TEXT)
    items.append(words_at(time.label, space.width - wide, y - 22, wide + 1, space))
    return Scene(tuple(items), space.width, y - 4)


def _legend(named: tuple[tuple[Part, str], ...], space: Space) -> tuple[list[Item], float]:
    items: list[Item] = []
    x = y = 0.0
    for part, tone in named:
        wide = SWATCH + 7 + space.measure(part.label, TEXT)
        if x and x + wide > space.width:
            x, y = 0.0, y + 22
        items.append(Box(x, y + 1, SWATCH, SWATCH, tone, is_framed=False))
        items.append(words_at(part.label, x + SWATCH + 7, y, wide, space))
        x += wide + 20
    return items, y + 34


def fanned(parts: Parts, space: Space) -> Scene:
    """Events go through one trigger into a process each, and come out as a result each."""
    stages = {kind: of_kind(parts, kind)[0] for kind in ("event", "trigger", "process", "result", "wall")}
    return (_downwards if space.is_narrow else _across)(stages, space)


TONES = {"event": "seq-1", "trigger": "seq-5", "process": "seq-3", "result": "seq-1"}


def _across(stages: dict[str, Part], space: Space) -> Scene:
    wide = (space.width - 3 * 2 * STEP) / 4
    lefts = {kind: place * (wide + 2 * STEP) for place, kind in enumerate(TONES)}
    heads = [
        words_at(stages[kind].label, x, 0, wide + STEP, space, size=TITLE, bold=True, tone="ink")
        for kind, x in lefts.items()
    ]
    top, tall = max(head.height for head in heads) + 8, EVENTS * ROW + (EVENTS - 1) * STEP
    inside = lines_of(stages["trigger"].text, wide - 2 * PADDING, space)
    trigger = Box(lefts["trigger"], top, wide, tall, TONES["trigger"], text=inside, is_centred=True, is_framed=False)
    items: list[Item] = [*heads, replace(trigger, ink=f"on-{trigger.tone}")]
    for number in range(EVENTS):
        y = top + number * (ROW + STEP)
        for kind in ("event", "process", "result"):
            items.append(_numbered(stages[kind], kind, number + 1, lefts[kind], y, wide))
        items += [
            Arrow(lefts[kind] + wide + 6, y + ROW / 2, lefts[kind] + wide + 2 * STEP - 6, y + ROW / 2)
            for kind in ("event", "trigger", "process")
        ]
        if number:
            wall = y - STEP / 2
            items.append(Arrow(lefts["process"] - 8, wall, lefts["process"] + wide + 8, wall, "mark", False, True))
    foot = top + tall + 12
    below = [words_at(stages[kind].text, x, foot, wide + STEP, space) for kind, x in lefts.items() if kind != "trigger"]
    bottom = foot + max(words.height for words in below)
    return _walled([*items, *below], stages["wall"], bottom, space)


def _downwards(stages: dict[str, Part], space: Space) -> Scene:
    wide = (space.width - GAP * 2 * (EVENTS - 1)) / EVENTS
    lefts = [number * (wide + 2 * GAP) for number in range(EVENTS)]
    items: list[Item] = []
    y = 0.0
    for kind in TONES:
        part = stages[kind]
        if kind == "trigger":
            box = box_at(part.label, part.text, 0, y, space.width, space, tone=TONES[kind], ink=f"on-{TONES[kind]}")
            items.append(box)
            y += box.height
        else:
            items += [_numbered(part, kind, place + 1, x, y, wide) for place, x in enumerate(lefts)]
            y += ROW + 6
            if kind == "process":
                middles = [x + wide + GAP for x in lefts[:-1]]
                items += [Arrow(x, y - ROW - 14, x, y + 2, "mark", False, True) for x in middles]
            items.append(words := words_at(part.text, 0, y, space.width, space))
            y += words.height
        if kind != "result":
            items += [Arrow(x + wide / 2, y + 6, x + wide / 2, y + STEP) for x in lefts]
            y += STEP + 6
    return _walled(items, stages["wall"], y, space)


def _numbered(part: Part, kind: str, number: int, x: float, y: float, width: float) -> Box:
    tone = TONES[kind]
    title = (f"{part.label} {number}",)
    return Box(x, y, width, ROW, tone, title, is_centred=True, is_framed=False, ink=f"on-{tone}", size=TEXT + 0.5)


def _walled(items: list[Item], wall: Part, bottom: float, space: Space) -> Scene:
    """With the sign and the words of what keeps processes apart, below all else."""
    y = bottom + GAP
    sign = Arrow(0, y + TEXT * 0.65, 2 * PADDING, y + TEXT * 0.65, "mark", has_head=False, is_dashed=True)
    words = words_at(told(wall, space), 2 * PADDING + 8, y, space.width - 2 * PADDING - 8, space)
    return Scene((*items, sign, words), space.width, y + words.height)
