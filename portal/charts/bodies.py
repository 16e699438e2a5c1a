"""A shape and a frame become the body of a picture, in stand-in colours."""

import re

from portal.charts import bars, drawing
from portal.charts.markup import shortened
from portal.charts.palette import stand_in
from portal.charts.shape import Shape
from portal.charts.shapes import GroupedBars, RankedBars
from portal.charts.space import DROP, TEXT, Body, Space
from portal.charts.words import word

SPECIFICATIONS = {
    RankedBars: bars.ranked,
    GroupedBars: bars.grouped,
}  # drawn by Vega-Lite
ROOT = re.compile(r"<svg[^>]*>(.*)</svg>\s*$", re.DOTALL)


def specification(frame, shape: Shape, space: Space) -> dict:
    """The Vega-Lite specification of a chart that has one."""
    shape.check(frame)
    return SPECIFICATIONS[type(shape)](frame, shape, space)


def body(frame, shape: Shape, space: Space) -> Body:
    """The drawn chart, without frame; a sentence where there is nothing to draw."""
    shape.check(frame)
    if not len(frame):
        return _empty(space)
    drawn = specification(frame, shape, space)
    content = shortened(ROOT.search(drawing.ask("draw", drawn))[1])
    return Body(content, drawn["width"], drawn["height"])


def _empty(space: Space) -> Body:
    words = word("empty", space.language)
    y = 30 + DROP * TEXT
    text = f'<text x="0" y="{y:g}" font-family="{space.fonts}" font-size="{TEXT}px" fill="{stand_in("ink-2")}">'
    return Body(f"{text}{words}</text>", space.width, 60)
