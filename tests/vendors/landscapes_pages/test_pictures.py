"""Pictures of maps: classes with a legend, and thousands of items as chips."""

import re

import pytest
from pandas import DataFrame

from portal.charts import pictures
from portal.charts.bodies import body
from portal.charts.captions import Caption
from portal.charts.palette import stand_in
from portal.charts.shape import ShapeError
from portal.charts.shapes import CardMap
from portal.charts.sizes import Size
from portal.charts.space import Space

LEGEND = (("cat-1", "China 1"), ("", "unknown 1"))
SHAPE = CardMap(group="group", title="title", mark="mark", tone="tone", legend=LEGEND)
SPACE = Space(780)


def frame(count: int) -> DataFrame:
    """One item in China, the others of unknown country, in groups of a hundred."""
    first = [(f"Group {number // 100}", f"Item {number}", "", "") for number in range(1, count)]
    rows = [("Group 0", "Item 0", "CN", "cat-1"), *first]
    return DataFrame(rows, columns=["group", "title", "mark", "tone"])


@pytest.mark.parametrize("count", [2, 301], ids=["cards", "chips"])
def test_classes_are_coloured_and_what_is_unknown_is_dashed(count):
    drawn = body(frame(count), SHAPE, SPACE).content

    assert drawn.count(f'fill="{stand_in("cat-1")}"') == 2  # in the legend and on the card
    assert drawn.count("stroke-dasharray") == count - 1 + 1  # each that is unknown, and the legend
    assert "China 1" in drawn
    assert stand_in("mark") not in drawn  # nothing is flagged


def test_every_item_is_drawn_within_the_map():
    drawn = body(frame(2413), SHAPE, SPACE)

    assert drawn.content.count('role="img"') == 2413
    ends = [
        float(x) + float(wide)
        for x, wide in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn.content)
    ]
    assert max(ends) <= SPACE.width + 0.2
    assert drawn.height < 10_000


def test_a_map_without_legend_flags_as_ever():
    plain = body(frame(2), CardMap(group="group", title="title", mark="mark"), SPACE).content

    assert stand_in("mark") in plain
    assert "stroke-dasharray" not in plain


def test_an_unknown_tone_is_refused():
    with pytest.raises(ShapeError, match="pink"):
        body(frame(2).assign(tone="pink"), SHAPE, SPACE)


def test_a_name_longer_than_its_box_is_cut():
    long = frame(301).assign(title="A very long name of an item " * 12)

    assert "…" in body(long, SHAPE, SPACE).content


@pytest.mark.parametrize(("count", "has_text"), [(400, True), (1200, False)])
def test_thousands_of_texts_are_drawn_as_paths(monkeypatch, count, has_text):
    given = []
    monkeypatch.setattr(pictures.drawing, "ask", lambda job, picture, *rest: given.append(picture) or b"")
    monkeypatch.setattr(pictures, "pdf_with_metadata", lambda body, caption: body)

    pictures.pdf(frame(count), SHAPE, Caption(title="Map"), theme="light", size=Size())

    assert ("<text" in given[0]) is has_text
