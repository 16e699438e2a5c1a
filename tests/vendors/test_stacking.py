"""Tables of things become lists on narrow screens: each value says what it is, or needs no words for it."""

import re

import pytest

from portal.exhibits.stacking import labels_when_stacked
from vendors.exhibits.attributes import attributes_exhibit
from vendors.layouts.tables import SPEAKING

pytestmark = pytest.mark.django_db


def cells_of(client, address: str, name: str) -> list[tuple[str, str]]:
    """Label and text of each cell in the row of that name."""
    page = client.get(address).content.decode()
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if name in row and "<td" in row)
    found = re.findall(r"<td([^>]*)>(.*?)</td>", row, re.DOTALL)
    return [
        ("".join(re.findall(r'data-label="([^"]*)"', head)), re.sub(r"<[^>]+>", " ", body).split()[0])
        for head, body in found
    ]


def test_numbers_are_labelled_and_names_are_not(client, world):
    cells = cells_of(client, "/en/products", "AWS Lambda")

    labels = [label for label, _text in cells]
    assert labels[:5] == ["", "", "", "", "Launched"]
    assert all(labels[4:])


def test_labels_follow_the_language(client, world):
    assert ("发布时间", "2014-11") in cells_of(client, "/zh-hans/products", "AWS Lambda")


def test_the_dictionary_labels_units_and_counts(db):
    assert labels_when_stacked(attributes_exhibit([]), SPEAKING) == {2: "Unit", 5: "Products with a value"}


def test_what_is_missing_is_marked(client, world):
    page = client.get("/en/products").content.decode()

    rows = re.findall(r"<td([^>]*)>(.*?)</td>", page, re.DOTALL)
    assert {"stacking__missing" in head for head, body in rows if "cell--missing" in body} == {True}
    assert {"stacking__missing" in head for head, body in rows if "cell--missing" not in body} == {False}
