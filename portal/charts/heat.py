"""Heatmap: a table whose cells are the darker the larger their number."""

from portal.charts import marks
from portal.charts.palette import STEPS, stand_in
from portal.charts.rows import records
from portal.charts.shapes import Heatmap
from portal.charts.space import DROP, LINE, TEXT, Space
from portal.charts.words import is_number, plain, spoken, word

HEAD = TEXT - 2
CELL = 34  # pixels: the height of a row
GROWTH = 1.6
LABEL_SHARE = 0.3
ROOM = 8  # pixels above a label that stands over its cells
GAP = 1  # pixels on each side of a cell
HEAD_ROOM = 6  # pixels between two column names
MOST_LINES = 5  # of a column name
TURNED = {1: 240, 2: 240, 3: 180}  # lines of column names that are turned upright: pixels of each at most


def heated(frame, shape: Heatmap, space: Space) -> dict:
    """Vega-Lite specification of a heatmap, rows and columns in the order in which they appear."""
    found = records(frame, row=shape.row, column=shape.column, value=shape.value)
    rows = list(dict.fromkeys(record["row"] for record in found))
    columns = list(dict.fromkeys(record["column"] for record in found))
    limit = 0 if space.is_narrow else space.width * LABEL_SHARE
    labels = [space.wrapped(row, limit or space.width) for row in rows]
    left = 0 if space.is_narrow else max(space.measure(label) for label in labels) + 10
    heads, top, is_turned = _heads(columns, (space.width - left) / len(columns), left, space)
    heights = _heights(labels, top, space)
    tops = [top + sum(heights[:index]) for index in range(len(rows))]
    cells = _cells(found, rows, columns, tops, heights, left=left, shape=shape, space=space)
    layers = [
        marks.cells(cells),
        _labels(labels, tops, heights, left, space),
        marks.texts(heads, space, size=HEAD, align="left" if is_turned else "center", tone="ink-2",
                    angle=270 if is_turned else 0),
        *_numbers(cells, shape.unit, left, top, space),
    ]  # fmt: skip
    return marks.specification(layers, space.width, round(top + sum(heights), 2))


def _heads(columns: list[str], wide: float, left: float, space: Space) -> tuple[list[dict], float, bool]:
    """(column names, height they take, whether they are turned upright for want of room)."""
    wrapped = [space.wrapped(column, wide - HEAD_ROOM, HEAD, most=MOST_LINES) for column in columns]
    longest = max(space.measure(part, HEAD) for column in columns for part in column.split() or [""])
    is_turned = wide < 30 or (longest > wide - HEAD_ROOM and not space.language.startswith("zh"))
    if is_turned:
        return *_turned(columns, wide, left, space), True
    lines = max(text.count("\n") for text in wrapped)
    tall = (lines + 1) * HEAD * LINE + 8
    items = []
    for index, text in enumerate(wrapped):
        y = tall - 10 - text.count("\n") * HEAD * LINE
        items.append({"x": round(left + wide * (index + 0.5), 2), "y": round(y, 2), "text": text})
    return items, tall, False


def _turned(columns: list[str], wide: float, left: float, space: Space) -> tuple[list[dict], float]:
    """Column names upright, in as many lines as stand side by side over a column; and the height they take."""
    line = HEAD * LINE
    most = max(min(int((wide - 2) / line), max(TURNED)), 1)
    words = [space.wrapped(column, TURNED[most], HEAD, most=most) for column in columns]
    tall = max(space.measure(text, HEAD) for text in words) + 10
    items = []
    for index, text in enumerate(words):
        x = left + wide * (index + 0.5) + DROP * HEAD - text.count("\n") * line / 2
        items.append({"x": round(x, 2), "y": round(tall - 6, 2), "text": text})
    return items, tall


def _heights(labels: list[str], top: float, space: Space) -> list[float]:
    lines = [(label.count("\n") + 1) * TEXT * LINE for label in labels]
    if space.is_narrow:
        return [line + CELL + ROOM for line in lines]
    heights = [max(CELL, line + 6) for line in lines]
    stretch = (space.height - top) / sum(heights) if space.height else 1
    return [height * min(max(stretch, 1), GROWTH) for height in heights]


def _cells(found, rows, columns, tops, heights, *, left: float, shape: Heatmap, space: Space) -> list[dict]:
    """A cell for each row and column, also where nothing is known: outlined, without number."""
    values = {(record["row"], record["column"]): record["value"] for record in found if is_number(record["value"])}
    low, most = min([0, *values.values()]), max([0, *values.values()])
    wide, cells = (space.width - left) / len(columns), []
    for row, top, height in zip(rows, tops, heights, strict=True):
        roof = height - CELL if space.is_narrow else 0
        for index, column in enumerate(columns):
            value = values.get((row, column))
            step = min(int((value - low) / ((most - low) or 1) * STEPS), STEPS - 1) if value is not None else None
            text = word("missing", space.language) if value is None else spoken(value, shape.unit)
            cells.append(
                {
                    "row": row,
                    "column": column,
                    "value": value,
                    "said": f"{row}, {column}: {text}",
                    "left": round(left + wide * index + GAP, 2),
                    "right": round(left + wide * (index + 1) - GAP, 2),
                    "top": round(top + roof + GAP, 2),
                    "bottom": round(top + height - GAP, 2),
                    "fill": None if step is None else stand_in(f"seq-{step}"),
                    "stroke": stand_in("muted") if step is None else None,
                    "ink": stand_in("ink" if step is None else f"on-seq-{step}"),
                }
            )
    return cells


def _labels(labels, tops, heights, left: float, space: Space):
    items = []
    for label, top, height in zip(labels, tops, heights, strict=True):
        first = ROOM + TEXT * LINE / 2 if space.is_narrow else (height - label.count("\n") * TEXT * LINE) / 2
        x = 0 if space.is_narrow else left - 10
        items.append({"x": round(x, 2), "y": round(top + first + DROP * TEXT, 2), "text": label})
    return marks.texts(items, space, align="left" if space.is_narrow else "right")


def _numbers(cells: list[dict], unit: str, left: float, top: float, space: Space) -> list:
    """Per cent with their sign where all have room for it, else under one sign in the corner."""
    items, size = [], 11 if space.is_narrow else TEXT - 1
    known = [cell for cell in cells if cell["value"] is not None]
    has_room = all(
        space.measure(spoken(cell["value"], unit), size) <= cell["right"] - cell["left"] - 4 for cell in known
    )
    is_signed = unit == "%" and has_room
    for cell in known:
        x, middle = (cell["left"] + cell["right"]) / 2, (cell["top"] + cell["bottom"]) / 2
        y = round(middle + DROP * (TEXT - 1), 2)
        text = spoken(cell["value"], unit) if is_signed else plain(cell["value"])
        items.append({"x": round(x, 2), "y": y, "text": text, "fill": cell["ink"]})
    layers = [marks.texts(items, space, size=size, align="center", tone=None)] if items else []
    if unit and not is_signed and left:
        corner = {"x": round(left - 10, 2), "y": round(top - 6, 2), "text": unit}
        layers.append(marks.texts([corner], space, size=HEAD, align="right", tone="ink-2"))
    return layers
