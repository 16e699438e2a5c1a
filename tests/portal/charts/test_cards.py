"""Cards: maps of a market and tables of products, in pages and in files."""

import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest

from portal.charts import pictures
from portal.charts.bodies import body
from portal.charts.shapes import CardMap, CardMatrix
from portal.charts.sizes import SIZES
from portal.charts.space import Space
from tests.portal.charts.frames import CAPTION


def cards() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "group": ["Platform", "Platform", "Tools"],
            "title": ["Function Compute", "Lambda", "Knative"],
            "owner": ["Alibaba Cloud", "AWS", "CNCF"],
            "mark": ["CN", "", None],
            "url": ["https://example.org/?a=1&b=2", "javascript:alert(1)", None],
        }
    )


CARDS = CardMap("group", "title", subtitle="owner", mark="mark", href="url")


def test_inline_cards_hold_no_links():
    svg = pictures.inline_svg(cards(), CARDS, language="en", label="Map", description="Three cards")

    assert "<a " not in svg
    assert "example.org" not in svg


def test_cards_of_a_file_link_to_web_addresses_only():
    svg = pictures.framed_svg(cards(), CARDS, CAPTION, theme="light", size=SIZES["default"])

    assert 'xlink:href="https://example.org/?a=1&amp;b=2"' in svg
    assert "javascript:" not in svg
    assert 'role="group"' in svg


@pytest.mark.parametrize("width", [358, 780])
def test_matrix_cards_show_how_certain_they_are(width):
    frame = pd.DataFrame(
        {
            "layer": ["Resources", "Resources", "Business logic"],
            "provider": ["Alibaba Cloud", "AWS", "AWS"],
            "product": ["Elastic Container Instance", "Fargate", "Lambda"],
            "certainty": ["stated", "inferred", None],
        }
    )

    svg = pictures.body_svg(
        frame, CardMatrix("layer", "provider", "product", mark="certainty"), language="en", width=width
    )

    assert svg.count("stroke-dasharray") == 2  # the card and its key
    assert ">inferred</text>" in svg
    assert ">Lambda</text>" in svg


def test_a_map_of_hundreds_of_cards_is_drawn_at_once():
    frame = pd.DataFrame({"group": [f"Group {index % 17}" for index in range(900)], "title": ["A product"] * 900})

    svg = pictures.body_svg(frame, CardMap("group", "title"), language="en")

    assert svg.count(">A product</text>") == 900


def test_a_map_in_a_fixed_size_fills_it_as_well_as_it_can():
    frame = pd.DataFrame({"group": [f"Group {index % 7}" for index in range(200)], "title": ["A product"] * 200})

    svg = pictures.framed_svg(frame, CardMap("group", "title"), CAPTION, theme="light", size=SIZES["slide"])

    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("1920", "1080")


def test_groups_lie_side_by_side_where_they_fit():
    frame = pd.DataFrame({"group": ["A", "B", "C"], "title": ["One", "Two", "Three"]})

    assert body(frame, CardMap("group", "title"), Space(780)).height < 100
    assert body(frame, CardMap("group", "title"), Space(200)).height > 200


def test_cards_show_mark_and_tag():
    frame = cards().assign(tag=["sandbox", None, "graduated"])
    shape = CardMap("group", "title", subtitle="owner", mark="mark", tag="tag")

    svg = pictures.body_svg(frame, shape, language="en")

    assert svg.count(">CN</text>") == 1
    assert ">sandbox</text>" in svg


def test_a_wide_matrix_is_turned():
    frame = pd.DataFrame(
        {"layer": ["Resources"] * 12, "provider": [f"Provider {number}" for number in range(12)], "product": ["X"] * 12}
    )

    drawn = body(frame, CardMatrix("layer", "provider", "product"), Space(780))

    assert drawn.width == 780
    assert drawn.content.index(">Resources</text>") < drawn.content.index(">Provider 0</text>")


def test_a_matrix_wide_both_ways_becomes_wider_than_its_place():
    names = [f"Name {number}" for number in range(12)]
    frame = pd.DataFrame({"row": names, "column": names, "title": names})

    assert body(frame, CardMatrix("row", "column", "title"), Space(780)).width > 780
