"""A shape and a frame become the body of a picture, in stand-in colours."""

import re
from collections.abc import Callable

from portal.charts import bars, cardmap, cardmatrix, curves, dots, drawing, heat, shares, trends
from portal.charts.diagrams.shape import Diagram
from portal.charts.diagrams.templates import diagrammed
from portal.charts.line_shapes import Curves, TrendLines
from portal.charts.markup import shortened
from portal.charts.palette import stand_in
from portal.charts.shape import Shape
from portal.charts.shapes import CardMap, CardMatrix, DotsWithIntervals, GroupedBars, Heatmap, RankedBars, StackedShares
from portal.charts.space import DROP, TEXT, Body, Space
from portal.charts.words import word

SPECIFICATIONS: dict[type[Shape], Callable[..., dict]] = {
    RankedBars: bars.ranked,
    GroupedBars: bars.grouped,
    DotsWithIntervals: dots.dotted,
    StackedShares: shares.stacked,
    TrendLines: trends.trended,
    Curves: curves.curved,
    Heatmap: heat.heated,
}  # drawn by Vega-Lite
CARDS: dict[type[Shape], Callable[..., Body]] = {
    CardMap: cardmap.mapped,
    CardMatrix: cardmatrix.arranged,
    Diagram: diagrammed,
}  # written as SVG straight
ROOT = re.compile(r"^\s*<svg[^>]*>|</svg>\s*$")


def specification(frame, shape: Shape, space: Space) -> dict:
    """The Vega-Lite specification of a chart that has one."""
    shape.check(frame)
    return SPECIFICATIONS[type(shape)](frame, shape, space)


def is_quick(shape: Shape) -> bool:
    """Whether a body costs so little that it can be tried in several widths."""
    return type(shape) in CARDS


def body(frame, shape: Shape, space: Space) -> Body:
    """The drawn chart, without frame; a sentence where there is nothing to draw."""
    shape.check(frame)
    if not len(frame):
        return _empty(space)
    if is_quick(shape):
        return CARDS[type(shape)](frame, shape, space)
    drawn = specification(frame, shape, space)
    content = shortened(ROOT.sub("", drawing.ask("draw", drawn)))
    return Body(content, drawn["width"], drawn["height"])


def _empty(space: Space) -> Body:
    words = word("empty", space.language)
    y = 30 + DROP * TEXT
    text = f'<text x="0" y="{y:g}" font-family="{space.fonts}" font-size="{TEXT}px" fill="{stand_in("ink-2")}">'
    return Body(f"{text}{words}</text>", space.width, 60)
