"""A table with cards in its cells, turned where it is too wide, in blocks where room is narrow. SVG."""

from collections.abc import Iterable

from portal.charts.cards import LOW, PADDING, TITLE, Card, drawn
from portal.charts.markup import text_line
from portal.charts.palette import stand_in
from portal.charts.rows import records
from portal.charts.shapes import INFERRED, STATED, CardMatrix
from portal.charts.space import Body, Space
from portal.charts.words import word

LEAST_CELL = 118  # pixels: the width of a column
GAP = 6
HEAD_TEXT, LABEL_TEXT = 13, 13
LABEL_SHARE = 0.2
LINE = 1.25
LEGEND = 30

Cells = dict[tuple[str, str], list[Card]]


def arranged(frame, shape: CardMatrix, space: Space) -> Body:
    """The table, rows and columns in the order in which they appear."""
    found = records(frame, row=shape.row, column=shape.column, title=shape.title, mark=shape.mark)
    cells: Cells = {}
    for record in found:
        card = Card(record["title"], border=str(record["mark"] or ""))
        cells.setdefault((record["row"], record["column"]), []).append(card)
    rows, columns = ([*dict.fromkeys(record[name] for record in found)] for name in ("row", "column"))
    if space.is_narrow:
        parts, height, width = *_blocks(rows, columns, cells, space), space.width
    else:
        if len(rows) < len(columns) and _width(columns, space) > space.width:
            cells = {(column, row): cards for (row, column), cards in cells.items()}
            rows, columns = columns, rows
        width = max(space.width, _width(columns, space))
        parts, height = _table(rows, columns, cells, width, space)
    if shape.mark:
        parts += _legend(height + 12, space)
        height += LEGEND
    return Body("".join(parts), width, round(height, 1))


def _width(columns: list[str], space: Space) -> float:
    return space.width * LABEL_SHARE + len(columns) * LEAST_CELL


def _table(rows, columns, cells: Cells, width: float, space: Space) -> tuple[list[str], float]:
    left = min(space.width * LABEL_SHARE, max(space.measure(row, LABEL_TEXT, bold=True) for row in rows) + 14)
    wide = (width - left) / len(columns)
    heads = [space.wrapped(column, wide - GAP - 4, HEAD_TEXT, bold=True, most=3) for column in columns]
    y = (max(head.count("\n") for head in heads) + 1) * HEAD_TEXT * LINE + 8
    parts = []
    for index, head in enumerate(heads):
        parts += _lines(head, left + index * wide, 0, space)
    for row in rows:
        label = space.wrapped(row, left - 12, LABEL_TEXT, bold=True)
        filled = [_stack(cells.get((row, column), []), wide - GAP, space) for column in columns]
        tall = max([sum(height + GAP for _, _, height in stack) for stack in filled])
        tall = max(tall + GAP, (label.count("\n") + 1) * LABEL_TEXT * LINE + 2 * GAP)
        parts.append(f'<rect x="0" y="{y:.1f}" width="{width:.1f}" height="1" fill="{stand_in("rule")}"/>')
        parts += _lines(label, 0, y + GAP + 3, space)
        for index, stack in enumerate(filled):
            parts += _cards(stack, left + index * wide, y + GAP, wide - GAP, space)
        y += tall
    return parts, y


def _blocks(rows, columns, cells: Cells, space: Space) -> tuple[list[str], float]:
    """One block a row; in it the filled cells one under the other, each under its column's name."""
    parts, y = [], 0.0
    for row in rows:
        heading = space.wrapped(row, space.width, LABEL_TEXT + 1, bold=True)
        parts += _lines(heading, 0, y + 4, space, size=LABEL_TEXT + 1)
        y += (heading.count("\n") + 1) * (LABEL_TEXT + 1) * LINE + 8
        for column in columns:
            stack = _stack(cells.get((row, column), []), space.width * 0.62, space)
            if not stack:
                continue
            name = space.wrapped(column, space.width * 0.36, TITLE, most=2)
            parts += _lines(name, 0, y + 7, space, size=TITLE, bold=False)
            parts += _cards(stack, space.width * 0.38, y, space.width * 0.62, space)
            y += max(sum(height + GAP for _, _, height in stack), (name.count("\n") + 1) * TITLE * LINE + 9)
        y += 14
    return parts, y


def _stack(cards: Iterable[Card], width: float, space: Space) -> list[tuple[Card, str, float]]:
    """(card, its title in lines, its height), from top to bottom."""
    stack = []
    for card in cards:
        words = space.wrapped(card.title, width - 2 * PADDING, TITLE, most=3)
        stack.append((card, words, LOW + words.count("\n") * TITLE * LINE))
    return stack


def _cards(stack, x: float, y: float, width: float, space: Space) -> list[str]:
    parts = []
    for card, words, height in stack:
        parts.append(drawn(card, x, y, width, height, space, words=words))
        y += height + GAP
    return parts


def _lines(text: str, x: float, y: float, space: Space, *, size: float = LABEL_TEXT, bold: bool = True) -> list[str]:
    """Lines of text under the height y."""
    return [
        text_line(line, round(x, 1), y + size * (0.95 + index * LINE), size, family=space.family,
                  fill=stand_in("ink"), bold=bold)
        for index, line in enumerate(text.split("\n"))
    ]  # fmt: skip


def _legend(y: float, space: Space) -> list[str]:
    """What a solid and a dashed card mean."""
    parts, x = [], 0.0
    for name, dashes in ((STATED, ""), (INFERRED, ' stroke-dasharray="4 3"')):
        text = word(name, space.language)
        parts.append(
            f'<rect x="{x + 0.5:.1f}" y="{y:.1f}" width="22" height="14" rx="3" fill="{stand_in("card")}"'
            f' stroke="{stand_in("ink-3")}"{dashes}/>'
        )
        parts += _lines(text, x + 30, y - 0.5, space, size=TITLE, bold=False)
        x += 30 + space.measure(text, TITLE) + 24
    return parts
