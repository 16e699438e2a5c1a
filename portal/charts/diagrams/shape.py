"""Diagram: parts and relations in place of numbers."""

from dataclasses import dataclass

from portal.charts.shape import Shape, ShapeError

KINDS = {
    "staircase": ("step", "user", "provider"),
    "shrinking": ("step",),
    "sum": ("whole", "term"),
    "layers": ("front", "group", "layer", "beside"),
    "timelines": ("lane", "request", "work", "idle", "time"),
    "fan": ("event", "trigger", "process", "result", "wall"),
}  # template → the kinds of parts that it cannot be drawn without
SINGLE = {"user", "provider", "whole", "front", "group", "beside", "request", "work", "idle", "time"}


@dataclass(frozen=True)
class Diagram(Shape):
    """Parts, one a row, placed by a template according to their kind.

    `within` names the part that a part belongs to, `leads_to` those that it leads to, by code and parted by spaces.
    """

    template: str
    code: str = "part"
    kind: str = "kind"
    label: str = "label"
    text: str = "text"
    within: str = "within"
    leads_to: str = "leads_to"

    unit = ""
    is_plot = False
    column_fields = ("code", "kind", "label", "text", "within", "leads_to")

    def __post_init__(self):
        if self.template not in KINDS:
            raise ShapeError(f"unknown template {self.template!r}; there are {', '.join(KINDS)}")

    def check(self, frame):
        super().check(frame)
        kinds, codes = list(frame[self.kind]), set(frame[self.code])
        missing = [kind for kind in KINDS[self.template] if kind not in kinds]
        if missing:
            raise ShapeError(f"a {self.template} needs parts of the kinds {', '.join(missing)}")
        doubled = sorted(kind for kind in SINGLE if kinds.count(kind) > 1)
        if doubled:
            raise ShapeError(f"a {self.template} has one part of each of the kinds {', '.join(doubled)}, not more")
        named = {code for words in (*frame[self.leads_to], *frame[self.within]) for code in words.split()}
        if named - codes:
            raise ShapeError(f"parts lead to or stand in {', '.join(sorted(named - codes))}, which are no parts")
