"""Listings in the API: what else a file said of them, and the editions that stood on a day."""

import csv
import io
import json

import pytest

from tests.factories import make_category, make_listing, make_scheme, make_source
from tests.vendors.landscapes.conftest import listing

ADDRESS = "/api/v1/listings"


def editions(client, **asked) -> list[tuple[str, str]]:
    return [(row["scheme"], row["edition"]) for row in client.get(ADDRESS, asked).json()["data"]]


def test_details_are_sent_as_they_are_and_as_json_in_files(load_file, client):
    load_file("unknown-keys.yml")
    oak = {"hardness": [4, {"scale": 9.5}], "extra": {"mood": "calm", "blog_url": "https://blog.example.org"}}

    row = client.get(ADDRESS, {"key": "oak"}).json()["data"][0]
    content = b"".join(client.get(f"{ADDRESS}.csv", {"key": "oak"}).streaming_content).decode()

    assert listing("Oak").details == row["details"] == oak
    assert json.loads(next(csv.DictReader(io.StringIO(content)))["details"]) == oak


def test_an_item_without_details_has_null(load_file, client):
    load_file("equal-names.yml")

    assert client.get(ADDRESS, {"key": "hazel"}).json()["data"][0]["details"] is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-12-31", []),
        ("2018-06-29", []),
        ("2018-06-30", [("field", "2018")]),
        ("2020-06-01", [("field", "2018"), ("layers", "2020")]),
        ("2020-06-30", [("field", "2020"), ("layers", "2020")]),
        ("2026-01-01", [("field", "2020"), ("layers", "2020")]),
    ],
)
def test_as_of_gives_the_editions_that_stood_on_a_day(field, client, day, expected):
    """field: 30 June of 2018 and of 2020. layers: a year without a day, which stands from its first one."""
    leafy = make_category(scheme=field, code="leafy")
    for year in ("2018", "2020"):
        source = make_source(code=f"read-{year}", published=f"{year}-06-30")
        make_listing(category=leafy, edition=year, key="oak", source=source)
    layers = make_category(scheme=make_scheme(code="layers"))
    make_listing(category=layers, edition="2020", key="oak", source=make_source(published="2019-01"))

    assert editions(client, as_of=day, sort="scheme,edition") == expected


@pytest.mark.parametrize("day", ["2020", "2020-02-30", "2020-13-01", "", "yesterday", "9999-01-01"])
def test_as_of_must_be_a_day(field, client, day):
    assert client.get(ADDRESS, {"as_of": day}).status_code == 400
