"""Tables of things become lists on narrow screens: each value says what it is, or needs no words for it."""

import re

import pytest

from vendors.exhibits.attributes import attributes_exhibit
from vendors.layouts.tables import when_stacked

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
    assert when_stacked(attributes_exhibit([])).labels == {2: "Unit", 5: "Products with a value"}


def test_what_is_missing_is_marked(client, world):
    page = client.get("/en/products").content.decode()

    rows = re.findall(r"<td([^>]*)>(.*?)</td>", page, re.DOTALL)
    assert {"directory__missing" in head for head, body in rows if "cell--missing" in body} == {True}
    assert {"directory__missing" in head for head, body in rows if "cell--missing" not in body} == {False}


def test_each_column_has_its_kind_and_so_its_width(db):
    stacked = when_stacked(attributes_exhibit([]))

    assert list(stacked.kinds.values()) == ["words", "text", "labelled", "words", "words", "labelled"]


def test_an_unknown_country_takes_no_line_in_a_list(client, world):
    page = client.get("/en/vendors").content.decode()

    countries = re.findall(r'<td class="([^"]*directory__cell--place[^"]*)"[^>]*>(.*?)</td>', page, re.DOTALL)
    assert countries
    assert all(("directory__missing" in names) == ("cell__citation" not in body) for names, body in countries)


@pytest.mark.parametrize("address", ["/en/vendors/aws", "/en/attributes/max_memory_mb"])
def test_tables_beside_other_things_become_lists_too(client, world, address):
    assert "directory__table" in client.get(address).content.decode()


def test_what_is_missing_stands_where_the_values_of_its_column_stand(client, world):
    page = client.get("/en/products").content.decode()

    heads = [("--number" in head) for head in re.findall(r'<th class="(table__heading[^"]*)"', page)][1:]
    rows = [re.findall(r'<td class="([^"]*)"', row) for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)]
    for row in filter(None, rows):
        assert all("--number" in cell for cell, is_number in zip(row, heads, strict=True) if is_number)
