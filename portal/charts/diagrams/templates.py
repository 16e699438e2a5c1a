"""The templates of diagrams by name, and the frame read as the parts that they place."""

from portal.charts.diagrams.flows import fanned, timelines
from portal.charts.diagrams.scene import Part, Parts, Scene
from portal.charts.diagrams.scene_svg import drawn
from portal.charts.diagrams.shape import Diagram
from portal.charts.diagrams.steps import shrinking, staircase
from portal.charts.diagrams.structures import layered, summed
from portal.charts.rows import records
from portal.charts.space import Body, Space

TEMPLATES = {
    "staircase": staircase,
    "shrinking": shrinking,
    "sum": summed,
    "layers": layered,
    "timelines": timelines,
    "fan": fanned,
}


def scene_of(frame, shape: Diagram, space: Space) -> Scene:
    """The diagram, placed in the width of the space and as tall as it needs to be."""
    return TEMPLATES[shape.template](_parts(frame, shape), space)


def diagrammed(frame, shape: Diagram, space: Space) -> Body:
    return drawn(scene_of(frame, shape, space), space)


def _parts(frame, shape: Diagram) -> Parts:
    named = {name: getattr(shape, name) for name in shape.column_fields}
    return tuple(
        Part(**{**record, "leads_to": tuple(record["leads_to"].split())}) for record in records(frame, **named)
    )
