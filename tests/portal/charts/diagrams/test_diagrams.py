"""Diagrams are placed within their room, in both layouts, and refuse frames that they cannot be drawn from."""

import re

import pandas as pd
import pytest

from portal.charts import pictures
from portal.charts.diagrams.scene import Arrow, Box, Words
from portal.charts.diagrams.shape import Diagram
from portal.charts.diagrams.templates import scene_of
from portal.charts.shape import ShapeError
from portal.charts.space import Space

COLUMNS = ("part", "kind", "label", "text", "within", "leads_to")
PARTS = {
    "staircase": (
        ("machine", "step", "Machine", "first", "", "function"),
        ("function", "step", "Function", "last", "", ""),
        ("user", "user", "Users", "", "", ""),
        ("provider", "provider", "Provider", "all else", "", ""),
    ),
    "shrinking": (
        ("machine", "step", "Machine", "first", "", "process"),
        ("process", "step", "Process", "last", "", ""),
        ("unknown", "gap", "Not stated", "more", "", ""),
    ),
    "sum": (
        ("whole", "whole", "Whole", "of two", "", ""),
        ("one", "term", "One", "first", "whole", ""),
        ("trait", "trait", "is small", "", "one", ""),
        ("two", "term", "Two", "second", "whole", ""),
        ("price", "price", "Price", "to pay", "", ""),
    ),
    "layers": (
        ("front", "front", "Front", "page", "", "logic store"),
        ("back", "group", "Back", "", "", ""),
        ("logic", "layer", "Logic", "own", "back", "base store"),
        ("base", "layer", "Base", "shared", "back", ""),
        ("store", "beside", "Store", "kept", "", ""),
    ),
    "timelines": (
        ("server", "lane", "Server", "waits", "", ""),
        ("none", "lane", "None", "does not", "", ""),
        ("request", "request", "Request", "", "", ""),
        ("work", "work", "Work", "", "", ""),
        ("idle", "idle", "Idle", "", "", ""),
        ("time", "time", "Time", "", "", ""),
    ),
    "fan": (
        ("event", "event", "Event", "happens", "", "trigger"),
        ("trigger", "trigger", "Trigger", "starts", "", "process"),
        ("process", "process", "Process", "runs", "", "result"),
        ("result", "result", "Result", "comes", "", ""),
        ("wall", "wall", "Wall", "between", "", ""),
    ),
}


def frame_of(template: str) -> pd.DataFrame:
    return pd.DataFrame(PARTS[template], columns=list(COLUMNS))


def edges(item) -> tuple[float, float, float, float]:
    """Left, top, right and lower edge of an item."""
    if isinstance(item, Arrow):
        return min(item.x, item.to_x), min(item.y, item.to_y), max(item.x, item.to_x), max(item.y, item.to_y)
    left = item.x - (item.width / 2 if isinstance(item, Words) and item.is_centred else 0)
    return left, item.y, left + (item.width if isinstance(item, Box) else 0), item.y + item.height


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("width", [300, 358, 780, 1400])
@pytest.mark.parametrize("template", PARTS)
def test_everything_stands_within_the_scene(template, width, language):
    scene = scene_of(frame_of(template), Diagram(template), Space(width, language=language))

    assert scene.width == width
    for item in scene.items:
        left, top, right, bottom = edges(item)
        assert (left, top) >= (-0.01, -0.01)
        assert right <= width + 0.01
        assert bottom <= scene.height + 0.01


@pytest.mark.parametrize("template", PARTS)
def test_every_label_is_drawn(template):
    svg = pictures.body_svg(frame_of(template), Diagram(template), language="en")

    words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    drawn = [label for _code, kind, label, *_rest in PARTS[template] if kind != "trait"]
    assert [label for label in drawn if label not in words] == []


def test_a_phone_gets_bars_below_each_other_in_place_of_columns():
    wide = scene_of(frame_of("staircase"), Diagram("staircase"), Space(780))
    narrow = scene_of(frame_of("staircase"), Diagram("staircase"), Space(358))

    own = [[item for item in scene.items if isinstance(item, Box) and item.tone == "emph"] for scene in (wide, narrow)]
    assert [box.width for box in own[0]] == [383, 383]
    assert [round(box.height) for box in own[0]] == [240, 58]
    assert [round(box.width, 1) for box in own[1][1:]] == [358, 85.9]


def test_what_is_not_known_is_hatched():
    svg = pictures.body_svg(frame_of("shrinking"), Diagram("shrinking"), language="en")

    assert "-hatch)" in svg


def test_each_event_has_a_process_of_its_own_and_walls_between_them():
    scene = scene_of(frame_of("fan"), Diagram("fan"), Space(780))

    processes = [
        item for item in scene.items if isinstance(item, Box) and item.title[:1] and "Process" in item.title[0]
    ]
    walls = [item for item in scene.items if isinstance(item, Arrow) and item.is_dashed and item.x > 1]
    assert [box.title for box in processes] == [("Process 1",), ("Process 2",), ("Process 3",)]
    assert [upper.y + upper.height < wall.y for upper, wall in zip(processes, walls, strict=False)] == [True, True]


def test_only_parts_that_lead_to_what_stands_beside_have_an_arrow_to_it():
    scene = scene_of(frame_of("layers"), Diagram("layers"), Space(780))

    flat = [item for item in scene.items if isinstance(item, Arrow) and item.y == item.to_y]
    assert len(flat) == 2


@pytest.mark.parametrize(
    ("template", "change", "said"),
    [
        ("sum", lambda frame: frame[frame["kind"] != "whole"], "a sum needs parts of the kinds whole"),
        ("sum", lambda frame: pd.concat([frame, frame[:1]]), "one part of each of the kinds whole"),
        ("fan", lambda frame: frame.assign(leads_to="nowhere"), "nowhere, which are no parts"),
        ("fan", lambda frame: frame.drop(columns="label"), "Diagram needs the columns label"),
    ],
    ids=["kind missing", "kind twice", "unknown part", "column missing"],
)
def test_a_frame_that_cannot_be_drawn_is_refused(template, change, said):
    with pytest.raises(ShapeError, match=said):
        Diagram(template).check(change(frame_of(template)))


def test_an_unknown_template_is_refused():
    with pytest.raises(ShapeError, match="unknown template 'pie'"):
        Diagram("pie")
