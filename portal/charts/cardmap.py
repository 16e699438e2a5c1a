"""A map of cards: boxes of one group each, side by side as far as they fit. Written as SVG.

Vega-Lite takes more than a hundred times as long for the same picture of a few hundred cards.
"""

from dataclasses import dataclass, replace
from math import ceil

from portal.charts.cards import HIGH, LOW, Card, drawn
from portal.charts.chips import flowing
from portal.charts.markup import text_line
from portal.charts.palette import stand_in
from portal.charts.rows import records
from portal.charts.shapes import INFERRED, CardMap
from portal.charts.space import Body, Space

LEAST_CARD = 138  # pixels: the width of a card
CARD_GAP, BOX_GAP, PADDING = 6, 12, 10
HEAD, HEAD_TEXT = 30, 14
MOST_CARDS = 300  # of so many names are chips, without a second line
SWATCH, LEGEND_TEXT, LEGEND_LINE, LEGEND_GAP = 12, 12, 20, 16


@dataclass(frozen=True)
class Box:
    """A group with its cards, the columns it takes and the columns its name needs."""

    name: str
    cards: tuple[Card, ...]
    columns: int
    least: int

    @property
    def lines(self) -> int:
        return ceil(len(self.cards) / self.columns)


def mapped(frame, shape: CardMap, space: Space) -> Body:
    """The map, groups in the order in which they appear, as tall as it needs to be."""
    groups = _grouped(frame, shape)
    words, top = legend(shape.legend, space)
    content, height = flowing(groups, space) if len(frame) > MOST_CARDS else _in_boxes(groups, shape, space)
    return Body(
        f'{words}<g transform="translate(0,{top:g})">{content}</g>' if top else content, space.width, height + top
    )


def _grouped(frame, shape: CardMap) -> dict[str, list[Card]]:
    fields = ("title", "subtitle", "mark", "href", "tag", "tone")
    groups: dict[str, list[Card]] = {}
    for record in records(frame, group=shape.group, **{name: getattr(shape, name) for name in fields}):
        words = {name: str(record[name] or "") for name in fields}
        border = INFERRED if shape.legend and not words["tone"] else ""  # dashed: its class is not known
        groups.setdefault(record["group"], []).append(Card(**words, border=border, is_classed=bool(shape.legend)))
    return groups


def _in_boxes(groups: dict[str, list[Card]], shape: CardMap, space: Space) -> tuple[str, float]:
    height = HIGH if shape.subtitle or shape.tag else LOW
    total = max(1, int((space.width + BOX_GAP) // (LEAST_CARD + BOX_GAP)))
    boxes = [_measured(name, cards, total, space) for name, cards in groups.items()]
    parts, y = [], 0.0
    for row in _lowest(boxes, total):
        tall = HEAD + max(box.lines for box in row) * (height + CARD_GAP) - CARD_GAP + PADDING
        x, unit = 0.0, (space.width - BOX_GAP * (len(row) - 1)) / sum(box.columns for box in row)
        for box in row:
            parts.append(_box(box, x, y, unit * box.columns, tall, height, space))
            x += unit * box.columns + BOX_GAP
        y += tall + BOX_GAP
    return "".join(parts), round(y - BOX_GAP, 1)


def legend(classes: tuple[tuple[str, str], ...], space: Space) -> tuple[str, float]:
    """(swatches with their words, the height they take); a dashed one for what is not known."""
    parts, x, y = [], 0.0, 0.0
    for tone, words in classes:
        wide = SWATCH + 6 + space.measure(words, LEGEND_TEXT)
        if x and x + wide > space.width:
            x, y = 0.0, y + LEGEND_LINE
        look = (
            f'fill="{stand_in(tone)}"' if tone else f'fill="none" stroke="{stand_in("ink-3")}" stroke-dasharray="3 2"'
        )
        parts.append(f'<rect x="{x + 1:.1f}" y="{y + 1:.1f}" width="{SWATCH}" height="{SWATCH}" rx="2" {look}/>')
        left = round(x + SWATCH + 6, 1)
        parts.append(text_line(words, left, y + 11, LEGEND_TEXT, family=space.family, fill=stand_in("ink-2")))
        x += wide + LEGEND_GAP
    return "".join(parts), y + LEGEND_LINE + 4 if classes else 0.0


def _measured(name: str, cards: list[Card], total: int, space: Space) -> Box:
    heading = space.measure(f"{name}  {len(cards)}", HEAD_TEXT, bold=True) + 2 * PADDING
    least = min(ceil(heading / (LEAST_CARD + BOX_GAP)), total)
    return Box(name, tuple(cards), max(1, least), max(1, least))


def _lowest(boxes: list[Box], total: int) -> list[list[Box]]:
    """The rows that take the least height, of those with at most so many lines of cards in a box."""
    most = max(len(box.cards) for box in boxes)
    return min((_in_rows(boxes, total, lines) for lines in range(1, most + 1)), key=_height)


def _height(rows: list[list[Box]]) -> float:
    return sum(HEAD + PADDING + BOX_GAP + max(box.lines for box in row) * (HIGH + CARD_GAP) for row in rows)


def _in_rows(boxes: list[Box], total: int, lines: int) -> list[list[Box]]:
    """Boxes in rows of `total` columns; what is left of a row goes to its fullest boxes."""
    rows: list[list[Box]] = []
    for box in boxes:
        wanted = replace(box, columns=min(max(ceil(len(box.cards) / lines), box.least), total))
        if rows and sum(other.columns for other in rows[-1]) + wanted.columns <= total:
            rows[-1].append(wanted)
        else:
            rows.append([wanted])
    for row in rows:
        for _ in range(total - sum(box.columns for box in row)):
            fullest = max(range(len(row)), key=lambda index: (row[index].lines, len(row[index].cards)))
            row[fullest] = replace(row[fullest], columns=row[fullest].columns + 1)
    return rows


def _box(box: Box, x: float, y: float, width: float, tall: float, height: float, space: Space) -> str:
    count = str(len(box.cards))
    room = width - 2 * PADDING - space.measure(count, 12) - 8
    tint = f'fill="{stand_in("tint")}"'
    name, font = space.cut(box.name, room, HEAD_TEXT, bold=True), space.family
    left, right = round(x + PADDING, 1), round(x + width - PADDING, 1)
    parts = [
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{tall:.1f}" rx="6" {tint}/>',
        text_line(name, left, y + 20, HEAD_TEXT, family=font, fill=stand_in("ink"), bold=True),
        text_line(count, right, y + 20, 12, family=font, fill=stand_in("ink-3"), anchor="end"),
    ]
    wide = (width - 2 * PADDING - CARD_GAP * (box.columns - 1)) / box.columns
    for index, card in enumerate(box.cards):
        line, column = divmod(index, box.columns)
        card_x, card_y = x + PADDING + column * (wide + CARD_GAP), y + HEAD + line * (height + CARD_GAP)
        parts.append(drawn(card, card_x, card_y, wide, height, space))
    return "".join(parts)
