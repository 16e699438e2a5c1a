"""Paths of steps: a staircase of what is left to the user, and units that shrink from step to step."""

from portal.charts.diagrams.scene import (
    GAP,
    PADDING,
    TITLE,
    Arrow,
    Box,
    Item,
    Part,
    Parts,
    Scene,
    box_at,
    of_kind,
    told,
    words_at,
)
from portal.charts.space import Space

TALL, BAR = 240, 30  # pixels: of a column, and of a bar on a phone
LEAST = 0.24  # of a column: what the last step leaves to the user
LARGEST, SMALLEST = 132, 44  # pixels: sides of the first and the last unit
SWATCH = 13


def staircase(parts: Parts, space: Space) -> Scene:
    """Columns whose lower part, the user's, shrinks to the right; on a phone bars, one below the other."""
    steps, (user,), (provider,) = of_kind(parts, "step"), of_kind(parts, "user"), of_kind(parts, "provider")
    shares = [1 - (1 - LEAST) * place / (len(steps) - 1) for place in range(len(steps))]
    return (_bars if space.is_narrow else _columns)(steps, shares, user, provider, space)


def _columns(steps: Parts, shares: list[float], user: Part, provider: Part, space: Space) -> Scene:
    wide = (space.width - GAP * (len(steps) - 1)) / len(steps)
    lefts = [place * (wide + GAP) for place in range(len(steps))]
    heads = [
        words_at(step.label, x, 0, wide, space, size=TITLE, bold=True, tone="ink")
        for step, x in zip(steps, lefts, strict=True)
    ]
    top = max(head.height for head in heads) + 8
    items: list[Item] = [*heads]
    for place, (_step, x, share) in enumerate(zip(steps, lefts, shares, strict=True)):
        own = TALL * share
        is_last = place == len(steps) - 1
        if share < 1:
            words = box_at(provider.label, provider.text, x, top, wide, space) if is_last else None
            title, text = (words.title, words.text) if words else ((), ())
            items.append(Box(x, top, wide, TALL - own - 3, "ghost", title, text, is_framed=False, ink="on-ghost"))
        words = box_at(user.label, user.text, x, top, wide, space) if not place else None
        title, text = (words.title, words.text) if words else ((), ())
        items.append(Box(x, top + TALL - own, wide, own, "emph", title, text, is_framed=False, ink="on-emph"))
    below = [words_at(step.text, x, top + TALL + 10, wide, space) for step, x in zip(steps, lefts, strict=True)]
    return Scene((*items, *below), space.width, top + TALL + 10 + max(words.height for words in below))


def _bars(steps: Parts, shares: list[float], user: Part, provider: Part, space: Space) -> Scene:
    items: list[Item] = []
    y = 0.0
    for part, tone in ((user, "emph"), (provider, "ghost")):
        items.append(Box(0, y + 1, SWATCH, SWATCH, tone, is_framed=False))
        items.append(words := words_at(told(part, space), SWATCH + 8, y, space.width - SWATCH - 8, space))
        y += words.height + 6
    y += 8
    for step, share in zip(steps, shares, strict=True):
        head = words_at(step.label, 0, y, space.width, space, size=TITLE, bold=True, tone="ink")
        own, bar = space.width * share, y + head.height + 4
        text = words_at(step.text, 0, bar + BAR + 5, space.width, space)
        items += [head, Box(0, bar, own, BAR, "emph", is_framed=False), text]
        if share < 1:
            items.append(Box(own + 3, bar, space.width - own - 3, BAR, "ghost", is_framed=False))
        y = text.y + text.height + 16
    return Scene(tuple(items), space.width, y - 16)


def shrinking(parts: Parts, space: Space) -> Scene:
    """Squares that shrink from step to step, an arrow between them, words beside; and what is not known, hatched."""
    steps = of_kind(parts, "step")
    sides = [LARGEST - (LARGEST - SMALLEST) * place / (len(steps) - 1) for place in range(len(steps))]
    items, y = (_downwards if space.is_narrow else _across)(steps, sides, space)
    for part in of_kind(parts, "gap"):
        plate = box_at(part.label, part.text, 16, y + 34, space.width - 32, space)
        items.append(Box(0, y + 18, space.width, plate.height + 32, "hatch", is_dashed=True))
        items.append(plate)
        y += plate.height + 50
    return Scene(tuple(items), space.width, y)


def _across(steps: Parts, sides: list[float], space: Space) -> tuple[list[Item], float]:
    wide = (space.width - 2 * GAP * (len(steps) - 1)) / len(steps)
    items: list[Item] = []
    bottom = 0.0
    for place, (step, side) in enumerate(zip(steps, sides, strict=True)):
        x = place * (wide + 2 * GAP)
        items.append(Box(x, LARGEST - side, side, side, f"seq-{3 + place}", is_framed=False))
        if place < len(steps) - 1:
            items.append(Arrow(x + side + GAP, LARGEST - SMALLEST / 2, x + wide + GAP, LARGEST - SMALLEST / 2))
        head = words_at(step.label, x, LARGEST + 12, wide, space, size=TITLE, bold=True, tone="ink")
        text = words_at(step.text, x, head.y + head.height + 3, wide, space)
        items += [head, text]
        bottom = max(bottom, text.y + text.height)
    return items, bottom


def _downwards(steps: Parts, sides: list[float], space: Space) -> tuple[list[Item], float]:
    items: list[Item] = []
    y, left = 0.0, LARGEST * 0.7 + PADDING + 4
    for place, (step, full) in enumerate(zip(steps, sides, strict=True)):
        side = full * 0.7
        head = words_at(step.label, left, y, space.width - left, space, size=TITLE, bold=True, tone="ink")
        text = words_at(step.text, left, y + head.height + 2, space.width - left, space)
        items += [Box(LARGEST * 0.35 - side / 2, y, side, side, f"seq-{3 + place}", is_framed=False), head, text]
        foot = max(y + side, text.y + text.height)
        if place < len(steps) - 1:
            items.append(Arrow(LARGEST * 0.35, y + side + 5, LARGEST * 0.35, foot + 24))
        y = foot + 30
    return items, y - 30
