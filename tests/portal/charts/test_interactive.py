"""A chart for a page: each mark has its tip, series can be picked, colours are the page's own."""

import json

import pandas as pd
import pytest

from portal.charts.interactive import Tip, interactive
from portal.charts.line_shapes import TrendLines
from portal.charts.shape import ShapeError
from portal.charts.shapes import DotsWithIntervals, GroupedBars, Heatmap, RankedBars, Remainder, StackedShares
from portal.charts.space import Space
from tests.portal.charts.frames import stages

WIDE = Space(780)
NAN = float("nan")


def drawn(frame, shape, *, space=WIDE) -> dict:
    """The specification of a frame whose rows say their own number as tip."""
    tips = [Tip(rows=(("row", str(place)),), number=f"/en/n/{place}") for place in range(len(frame))]
    return json.loads(interactive(frame, shape, space, label="What it shows", tips=tips))


def told(specification: dict) -> list[tuple[str, str, int]]:
    """(title, row of the frame or "", row of marks) of each mark with a tip."""
    rows = [row for layer in specification["layer"] for row in layer["data"]["values"] if "tip" in row]
    return [(row["tip"]["title"], dict(row["tip"]["rows"]).get("row", ""), row["tip"]["row"]) for row in rows]


def cells(**columns) -> pd.DataFrame:
    """Two groups with two parts each; one value is missing, the groups take turns."""
    frame = {"group": ["B", "A", "B", "A"], "part": ["x", "x", "y", "y"], "share": [10.0, 20.0, NAN, 40.0]}
    return pd.DataFrame(frame | columns)


def test_bars_tell_their_own_row_and_a_remainder_only_its_words():
    shape = RankedBars("label", "share", remainder=Remainder(3.5, "Not stated"))

    found = told(drawn(stages(share=[28.0, NAN, 11, 17, 36]), shape))

    assert found == [
        ("In production", "0", 0),
        ("Learning", "2", 2),
        ("Considering", "3", 3),
        ("Not using", "4", 4),
        ("Not stated: 3.5%", "", 5),
    ]


def test_bars_of_one_name_tell_the_row_of_their_own_group():
    frame = cells(share=[10.0, 20.0, 30.0, 20.0], part=["x", "x", "y", "x"])

    found = told(drawn(frame, GroupedBars("group", "part", "share")))

    assert found == [("B · x", "0", 0), ("B · y", "2", 1), ("A · x", "1", 2), ("A · x", "3", 3)]


def test_dots_tell_their_row():
    frame = stages(low=[20.0] * 5, high=[40.0] * 5)

    found = told(drawn(frame, DotsWithIntervals("label", "share", "low", "high")))

    assert [(title, row) for title, row, _ in found][:2] == [("In production", "0"), ("In testing", "1")]
    assert [line for _, _, line in found] == [0, 1, 2, 3, 4]


def test_parts_of_one_bar_stand_in_one_row_and_the_gap_with_them():
    shape = StackedShares("group", "part", "share", remainder_label="Not stated")

    found = told(drawn(cells(), shape))

    assert found == [
        ("B · x", "0", 0),
        ("B, Not stated: 90%", "", 0),
        ("A · x", "1", 1),
        ("A · y", "3", 1),
        ("A, Not stated: 40%", "", 1),
    ]


def test_points_of_one_line_stand_in_one_row():
    frame = cells(group=["2019", "2019", "2020", "2020"], part=["a", "b", "a", "b"])

    found = told(drawn(frame, TrendLines("group", "part", "share")))

    assert found == [("a · 2019", "0", 0), ("b · 2019", "1", 1), ("b · 2020", "3", 1)]


def test_a_cell_without_number_tells_its_row_and_one_without_row_what_it_is():
    frame = cells().iloc[:3]

    found = told(drawn(frame, Heatmap("group", "part", "share")))

    assert found == [("B · x", "0", 0), ("B · y", "2", 0), ("A · x", "1", 1), ("A, y: not published", "", 1)]


@pytest.mark.parametrize("shape", [StackedShares("group", "part", "share"), TrendLines("group", "part", "share")])
def test_a_series_fades_as_a_whole_and_its_words_can_be_pointed_at(shape):
    specification = drawn(cells(group=["2019", "2019", "2020", "2020"]), shape)

    layers = [layer for layer in specification["layer"] if "series" in layer["data"]["values"][0]]
    words = [layer for layer in layers if layer["mark"].get("cursor") == "pointer"]
    named = {row["series"] for layer in layers for row in layer["data"]["values"]}
    assert specification["params"] == [{"name": "picked", "value": []}]
    assert named == {"x", "y"}
    assert any(layer["mark"]["type"] == "text" for layer in words)
    for layer in layers:
        assert layer["encoding"]["opacity"]["condition"]["test"] == (
            "picked.length > 0 && indexof(picked, datum.series) < 0"
        )


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_colours_and_fonts_are_those_of_the_page(language):
    shape = RankedBars("label", "share", remainder=Remainder(3.5, "Not stated"))

    text = json.dumps(drawn(stages(), shape, space=Space(358, language=language)))

    assert "var(--chart-emph, #1F5FA8)" in text
    assert "url(#chart-hatch)" in text
    assert "#0b5" not in text
    assert "Portal Sans SC" not in text
    assert "Microsoft YaHei" in text


def test_it_is_as_large_as_the_inline_chart_and_says_what_it_shows():
    specification = drawn(stages(), RankedBars("label", "share"))

    assert specification["width"] == 780
    assert specification["height"] == 200  # five rows of 40 pixels
    assert specification["description"] == "What it shows"
    assert specification["config"]["padding"] == 0


def test_a_tip_is_wanted_for_each_row():
    with pytest.raises(ShapeError, match="1 tips for 5 rows"):
        interactive(stages(), RankedBars("label", "share"), WIDE, label="x", tips=[Tip(rows=())])
