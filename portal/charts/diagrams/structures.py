"""Structures: a whole as the sum of its terms, and an application in layers with what stands beside them."""

from dataclasses import replace

from portal.charts.diagrams.scene import (
    BULLET,
    GAP,
    TITLE,
    Arrow,
    Box,
    Item,
    Part,
    Parts,
    Scene,
    box_at,
    of_kind,
    words_at,
)
from portal.charts.space import Space

INSIDE = 16  # pixels: from the frame of a group to its boxes
PLUS, PLUS_TEXT, LARGE = 38, 26, 19
BETWEEN = 34  # pixels: the length of an arrow between layers
BESIDE = 0.3  # of the width: what stands beside the layers
TERM_TONES = ("seq-1", "seq-2", "seq-3")


def summed(parts: Parts, space: Space) -> Scene:
    """The whole as a frame round its terms, with a plus between them and what is exchanged for it below."""
    (whole,), terms = of_kind(parts, "whole"), of_kind(parts, "term")
    inner = space.width - 2 * INSIDE
    head = box_at(whole.label, whole.text, INSIDE - 12, INSIDE - 12, inner + 24, space, size=LARGE, tone="tint")
    top = head.y + head.height
    boxes, pluses, bottom = (_stacked if space.is_narrow else _side_by_side)(parts, terms, top, inner, space)
    for part in of_kind(parts, "price"):
        price = box_at(part.label, part.text, INSIDE, bottom + GAP, inner, space, tone="tint", is_dashed=True)
        boxes, bottom = [*boxes, price], price.y + price.height
    frame = Box(0, 0, space.width, bottom + INSIDE, "tint")
    return Scene((frame, replace(head, is_framed=False), *boxes, *pluses), space.width, frame.height)


def _side_by_side(parts: Parts, terms: Parts, top: float, inner: float, space: Space):
    wide = (inner - PLUS * (len(terms) - 1)) / len(terms)
    boxes = [
        _term(term, parts, INSIDE + place * (wide + PLUS), top, wide, TERM_TONES[place], space)
        for place, term in enumerate(terms)
    ]
    tall = max(box.height for box in boxes)
    middle = top + tall / 2 - PLUS_TEXT * 0.62
    pluses = [_plus(box.x + wide + PLUS / 2, middle, space) for box in boxes[:-1]]
    return [replace(box, height=tall) for box in boxes], pluses, top + tall


def _stacked(parts: Parts, terms: Parts, top: float, inner: float, space: Space):
    boxes: list[Box] = []
    pluses: list[Item] = []
    for place, term in enumerate(terms):
        if boxes:
            pluses.append(_plus(space.width / 2, top + 2, space))
            top += PLUS
        boxes.append(_term(term, parts, INSIDE, top, inner, TERM_TONES[place], space))
        top += boxes[-1].height
    return boxes, pluses, top


def _term(term: Part, parts: Parts, x: float, y: float, width: float, tone: str, space: Space) -> Box:
    traits = [f"{BULLET}{trait.label}" for trait in of_kind(parts, "trait", term.code)]
    text = "\n".join(filter(None, [term.text, *traits]))
    return box_at(term.label, text, x, y, width, space, size=LARGE, tone=tone, is_framed=False, ink=f"on-{tone}")


def _plus(x: float, y: float, space: Space) -> Item:
    return words_at("+", x, y, PLUS, space, size=PLUS_TEXT, bold=True, tone="ink", is_centred=True)


def layered(parts: Parts, space: Space) -> Scene:
    """Front end above, the layers of the back end in a frame below it, what both may call at the right."""
    (front,), (back,), (beside,) = (of_kind(parts, kind) for kind in ("front", "group", "beside"))
    call = 30 if space.is_narrow else 64
    wide = space.width * (1 - BESIDE) - call
    top = box_at(front.label, front.text, 0, 0, wide, space, tone="seq-1", is_framed=False, ink="on-seq-1")
    start = top.height + BETWEEN
    head = words_at(back.label, INSIDE, start + 10, wide - 2 * INSIDE, space, size=TITLE, bold=True, tone="ink")
    layers, y = [], head.y + head.height + 8
    arrows: list[Item] = [Arrow(wide / 2, top.height + 3, wide / 2, start - 3)]
    stack = of_kind(parts, "layer", back.code)
    for part in stack:
        box = box_at(part.label, part.text, INSIDE, y, wide - 2 * INSIDE, space, tone="seq-2", ink="on-seq-2")
        layers.append(replace(box, is_framed=False))
        y += box.height + BETWEEN
    layers[-1] = replace(layers[-1], tone="card", ink="ink", is_dashed=True, is_framed=True)  # it may be missing
    arrows += [
        Arrow(wide / 2, upper.y + upper.height + 3, wide / 2, lower.y - 3)
        for upper, lower in zip(layers, layers[1:], strict=False)
    ]
    bottom = y - BETWEEN + INSIDE
    group = Box(0, start, wide, bottom - start, "tint")
    left = wide + call
    side = box_at(beside.label, beside.text, left, 0, space.width - left, space, tone="seq-3", ink="on-seq-3")
    side = replace(side, height=max(bottom, side.height), is_framed=False)
    callers = [(front, top, wide), *((part, box, wide - INSIDE) for part, box in zip(stack, layers, strict=True))]
    arrows += [
        Arrow(right + 3, box.y + box.height / 2, left - 3, box.y + box.height / 2)
        for part, box, right in callers
        if beside.code in part.leads_to
    ]
    return Scene((top, group, head, *layers, side, *arrows), space.width, side.height)
