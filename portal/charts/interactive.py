"""The body of a chart as a Vega-Lite specification for a page: the inline SVG again, with what a browser can do more.

Colours are the page's own CSS properties, so that light and dark follow the page. Each mark that stands for a number
carries its tip; marks of a series fade while others are picked, by the parameter `picked`.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from portal.charts.bodies import specification
from portal.charts.lettering import SYSTEM_FONTS
from portal.charts.line_shapes import Curves, TrendLines
from portal.charts.palette import HATCHED, in_variables
from portal.charts.rows import records
from portal.charts.shape import Shape, ShapeError
from portal.charts.shapes import DotsWithIntervals, GroupedBars, Heatmap, RankedBars, StackedShares
from portal.charts.space import Space

if TYPE_CHECKING:
    from pandas import DataFrame

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
PICKED = "picked"  # names of series; an empty list fades nothing
FADED = 0.15  # opacity
HATCH = "url(#chart-hatch)"  # the page holds the pattern

# What tells the marks of a shape apart: (columns by attribute, the same in the rows of the drawing).
Names = tuple[tuple[str, ...], tuple[str, ...]]
NAMES: dict[type[Shape], Names] = {
    RankedBars: (("label",), ("label",)),
    GroupedBars: (("group", "label"), ("label",)),
    DotsWithIntervals: (("label",), ("label",)),
    StackedShares: (("group", "part"), ("label", "part")),
    TrendLines: (("series", "x"), ("series", "label")),
    Curves: (("series", "x"), ("series", "label")),
    Heatmap: (("row", "column"), ("row", "column")),
}
LINED_UP = (StackedShares, TrendLines, Curves, Heatmap)  # several marks in a row, which the first name tells


@dataclass(frozen=True)
class Tip:
    """What is said of one mark: a title, rows of a name and a value, the path of its number's page without suffix."""

    rows: tuple[tuple[str, str], ...]
    number: str = ""
    title: str = ""
    row: int = 0  # marks of one row stand side by side


def interactive(frame: "DataFrame", shape: Shape, space: Space, *, label: str, tips: Sequence[Tip]) -> str:
    """JSON of the chart in this space; `tips` holds one for each row of the frame."""
    if len(tips) != len(frame):
        raise ShapeError(f"{len(tips)} tips for {len(frame)} rows: expected one for each row")
    drawn = specification(frame, shape, space)
    waiting = _waiting(frame, shape, tips)
    for layer in drawn["layer"]:
        if "description" in layer["encoding"]:
            _tell(layer, NAMES[type(shape)][1], waiting)
        if any("series" in row for row in layer["data"]["values"]):
            _fade(layer)
    drawn |= {"$schema": SCHEMA, "description": label, "params": [{"name": PICKED, "value": []}]}
    text = json.dumps(drawn, ensure_ascii=False, sort_keys=True)
    return in_variables(text.replace(HATCHED, HATCH)).replace(json.dumps(space.fonts), json.dumps(SYSTEM_FONTS))


def _waiting(frame: "DataFrame", shape: Shape, tips: Sequence[Tip]) -> dict[tuple, list[dict]]:
    """(names, value) of a mark → its tips, in the order in which such marks are drawn."""
    attributes, fields = NAMES[type(shape)]
    columns = {name: getattr(shape, name) for name in (*attributes, "value")}
    # `records` reads these names as words and the others as they are.
    words = dict(zip(("title", "part"), attributes, strict=False))
    found = records(frame, value=columns["value"], **{word: columns[name] for word, name in words.items()})
    order = list(range(len(found)))
    if isinstance(shape, GroupedBars):
        groups = list(dict.fromkeys(row["title"] for row in found))
        order.sort(key=lambda place: groups.index(found[place]["title"]))
    firsts = list(dict.fromkeys(row["title"] for row in found))
    waiting: dict[tuple, list[dict]] = {}
    for number, place in enumerate(order):
        row, tip = found[place], tips[place]
        names = [row[word] for word in words]
        line = firsts.index(names[0]) if isinstance(shape, LINED_UP) else number
        told = replace(tip, title=tip.title or " · ".join(names), row=line)
        waiting.setdefault((*names[-len(fields) :], row["value"]), []).append(asdict(told))
    return waiting


def _tell(layer: dict, fields: tuple[str, ...], waiting: dict[tuple, list[dict]]) -> None:
    """Gives each mark of a number its tip; one that stands for no row of the frame says what it is."""
    last, told = 0, []
    for row in layer["data"]["values"]:  # other layers may draw the same rows
        if "value" not in row:
            told.append(row)
            continue
        tips = waiting.get((*(row.get(field) for field in fields), row["value"]))
        tip = tips.pop(0) if tips else asdict(Tip((), title=row["said"], row=last + (fields == ("label",))))
        told.append({**row, "tip": tip})
        last = tip["row"]
    layer["data"]["values"] = told


def _fade(layer: dict) -> None:
    """Marks of series that are not picked fade; words of a series can be pointed at."""
    test = f"{PICKED}.length > 0 && indexof({PICKED}, datum.series) < 0"
    layer["encoding"]["opacity"] = {"condition": {"test": test, "value": FADED}, "value": 1}
    if not any("tip" in row for row in layer["data"]["values"]):
        layer["mark"]["cursor"] = "pointer"
