"""A map of very many cards: their names as small chips that flow like words, groups in columns. Written as SVG."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from portal.charts.cards import Card
from portal.charts.markup import quoted, text_line
from portal.charts.palette import stand_in
from portal.charts.shapes import INFERRED
from portal.charts.space import Space

TEXT, MARK, HEAD_TEXT = 8.5, 7, 10
CHIP, GAP, STRIPE = 15, 3, 3  # pixels: height, room between, and the width of a class's colour
INSIDE = 4  # pixels beside a name
PADDING, HEAD, BOX_GAP = 6, 19, 8
LEAST_COLUMN = 255  # pixels
MANY = 60  # cards: a group of so many is as wide as the map


@dataclass(frozen=True)
class Chip:
    """A card at its place in the box; its name cut where it is longer than the box is wide."""

    card: Card
    words: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Box:
    """A group with its chips laid out in lines."""

    name: str
    count: int
    chips: tuple[Chip, ...]
    height: float


def flowing(groups: dict[str, list[Card]], space: Space) -> tuple[str, float]:
    """(the map as SVG, its height): large groups across, runs of smaller ones in columns."""
    most = max(1, int((space.width + BOX_GAP) // (LEAST_COLUMN + BOX_GAP)))
    parts: list[str] = []
    y = 0.0
    for is_large, found in groupby(groups.items(), key=lambda pair: len(pair[1]) >= MANY):
        run = list(found)
        ends = [y] * (1 if is_large else min(most, len(run)))
        wide = (space.width - BOX_GAP * (len(ends) - 1)) / len(ends)
        for name, cards in run:
            box = _laid_out(name, cards, wide, space)
            place = ends.index(min(ends))
            parts.extend(_drawn(box, place * (wide + BOX_GAP), ends[place], wide, space))
            ends[place] += box.height + BOX_GAP
        y = max(ends)
    return "".join(parts), round(y - BOX_GAP, 1)


def _laid_out(name: str, cards: list[Card], wide: float, space: Space) -> Box:
    chips = list(_lines(cards, wide - 2 * PADDING, space))
    height = HEAD + (chips[-1].y if chips else 0) + CHIP + PADDING
    return Box(name, len(cards), tuple(chips), height)


def _lines(cards: list[Card], room: float, space: Space) -> Iterator[Chip]:
    x = y = 0.0
    for card in cards:
        more = 2 * INSIDE + (STRIPE if card.tone else 0) + (_mark_width(card, space) if card.mark else 0)
        words = space.cut(card.title, room - more, TEXT)
        wide = space.measure(words, TEXT) + more
        if x and x + wide > room:
            x, y = 0.0, y + CHIP + GAP
        yield Chip(card, words, x, y, wide)
        x += wide + GAP


def _mark_width(card: Card, space: Space) -> float:
    return space.measure(card.mark, MARK, bold=True) + 3


def _drawn(box: Box, x: float, y: float, wide: float, space: Space) -> Iterator[str]:
    count, font = str(box.count), space.family
    yield (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{box.height:.1f}" rx="4" fill="{stand_in("tint")}"/>'
    )
    name = space.cut(box.name, wide - 2 * PADDING - space.measure(count, TEXT) - 6, HEAD_TEXT, bold=True)
    yield text_line(name, round(x + PADDING, 1), y + 13, HEAD_TEXT, family=font, fill=stand_in("ink"), bold=True)
    right = round(x + wide - PADDING, 1)
    yield text_line(count, right, y + 13, TEXT, family=font, fill=stand_in("ink-3"), anchor="end")
    for chip in box.chips:
        yield _chip(chip, x + PADDING + chip.x, y + HEAD + chip.y, space)


def _chip(chip: Chip, x: float, y: float, space: Space) -> str:
    card, font, base = chip.card, space.family, y + CHIP / 2 + 3
    dashes = ' stroke-dasharray="3 2"' if card.border == INFERRED else ""
    parts = [
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{chip.width:.1f}" height="{CHIP}" rx="3" fill="{stand_in("card")}"'
        f' stroke="{stand_in("rule")}"{dashes}/>'
    ]
    if card.tone:
        parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{STRIPE}" height="{CHIP}" fill="{stand_in(card.tone)}"/>')
    left = round(x + INSIDE + (STRIPE if card.tone else 0), 1)
    parts.append(text_line(chip.words, left, base, TEXT, family=font, fill=stand_in("ink")))
    if card.mark:
        place = round(x + chip.width - INSIDE, 1)
        tone = stand_in("ink-2")
        parts.append(text_line(card.mark, place, base, MARK, family=font, fill=tone, bold=True, anchor="end"))
    return f'<g role="img" aria-label={quoted(card.said)}>{"".join(parts)}</g>'
