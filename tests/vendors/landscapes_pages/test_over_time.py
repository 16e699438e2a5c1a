"""A landscape over its editions: counts and shares worked out by hand."""

import csv
import io

import pytest

from tests.factories import make_category, make_listing, make_scheme
from vendors.models import Listing, Scheme

pytestmark = pytest.mark.django_db


def rows(client, show: str = "", scheme: str = "wood") -> list[tuple]:
    query = f"?show={show}" if show else ""
    answer = client.get(f"/en/landscape/{scheme}/over-time.csv{query}").content.decode()
    found = csv.DictReader(io.StringIO(answer))
    return [(row["edition"], row["part"], int(row["items"]), int(row["total"]), float(row["share"])) for row in found]


def test_categories_at_the_top_count_an_item_in_each_and_once_among_all(client, tree):
    assert rows(client) == [
        ("2020", "run", 3, 5, 60.0),
        ("2020", "build", 2, 5, 40.0),
        ("2021", "run", 3, 5, 60.0),
        ("2021", "build", 3, 5, 60.0),
    ]


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("changes", [("2021", "entered", 1, 5, 20.0), ("2021", "left", 1, 5, 20.0)]),
        (
            "open_source",
            [
                ("2020", "yes", 1, 5, 20.0),
                ("2020", "no", 1, 5, 20.0),
                ("2020", "unknown", 3, 5, 60.0),
                ("2021", "yes", 1, 5, 20.0),
                ("2021", "no", 1, 5, 20.0),
                ("2021", "unknown", 3, 5, 60.0),
            ],
        ),
        (
            "country",
            [
                ("2020", "china", 1, 5, 20.0),
                ("2020", "elsewhere", 1, 5, 20.0),
                ("2020", "unknown", 3, 5, 60.0),
                ("2021", "china", 2, 5, 40.0),
                ("2021", "elsewhere", 1, 5, 20.0),
                ("2021", "unknown", 2, 5, 40.0),
            ],
        ),
    ],
)
def test_what_is_counted(client, tree, show, expected):
    assert rows(client, show) == expected


def test_archived_projects_are_counted_apart_where_there_are_some(client, tree):
    Listing.objects.filter(edition="2021", maturity="sandbox").update(maturity="archived")

    found = [row[:3] for row in rows(client, "maturity") if row[0] == "2021"]

    assert found[-2:] == [("2021", "archived", 1), ("2021", "none", 4)]
    answer = client.get(f"/en/landscape/{tree.code}/over-time.json?show=maturity").json()
    assert "2021: 0 CNCF projects among 5 items" in answer["exhibit"]["finding"]


def test_maturity_counts_every_level_and_what_is_no_project(client, tree):
    assert [row[:3] for row in rows(client, "maturity") if row[0] == "2021"] == [
        ("2021", "graduated", 0),
        ("2021", "incubating", 0),
        ("2021", "sandbox", 1),
        ("2021", "none", 4),
    ]


@pytest.mark.parametrize(
    ("show", "finding"),
    [
        ("categories", "5 items in 2020, 5 in 2021; most of them then in Run (3)"),
        ("changes", "most entered by 2021 (1); most left by 2021 (1)"),
        (
            "open_source",
            "2020: 1 of 5 items open source (20%), 3 unknown; 2021: 1 of 5 items open source (20%), 3 unknown",
        ),
        (
            "country",
            "2020: 1 of 5 items with headquarters in China, 3 of unknown country; "
            "2021: 2 of 5 items with headquarters in China, 2 of unknown country",
        ),
        ("maturity", "2020: 0 CNCF projects among 5 items (0%); 2021: 1 CNCF projects among 5 items (20%)"),
    ],
)
def test_the_finding_compares_the_first_and_the_last_edition(client, tree, show, finding):
    assert client.get(f"/en/landscape/wood/over-time?show={show}").context["exhibit"]["value"].finding == finding


def test_the_chart_has_at_most_seven_lines_and_the_table_all(client):
    scheme = make_scheme(code="wide", kind=Scheme.Kind.LANDSCAPE)
    for number in range(9):
        category = make_category(scheme=scheme, code=f"c-{number}", order=number)
        for item in range(number + 1):
            make_listing(category=category, edition="2020", key=f"i-{number}-{item}")

    exhibit = client.get("/en/landscape/wide/over-time").context["exhibit"]["value"]

    assert len(exhibit.frame) == 9
    assert exhibit.drawn[["part", "items"]].values.tolist() == [
        *[[f"c-{number}", number + 1] for number in range(3, 9)],
        ["other", 1 + 2 + 3],
    ]


def test_one_edition_has_no_changes_and_its_page_answers(client):
    scheme = make_scheme(code="young", kind=Scheme.Kind.LANDSCAPE)
    make_listing(category=make_category(scheme=scheme), edition="2021")

    response = client.get("/en/landscape/young/over-time?show=changes")

    assert response.status_code == 200
    assert response.context["exhibit"]["value"].is_empty


@pytest.mark.parametrize(("query", "named"), [("show=categoris", "categories"), ("shwo=country", "show")])
def test_wrong_parameters_are_400(client, tree, query, named):
    response = client.get(f"/en/landscape/wood/over-time?{query}")

    assert response.status_code == 400
    assert named in response.content.decode()


@pytest.mark.parametrize("show", ["categories", "changes", "open_source", "country", "maturity"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_and_pictures_answer(client, tree, show, language):
    assert client.get(f"/{language}/landscape/wood/over-time?show={show}").status_code == 200
    assert client.get(f"/{language}/landscape/wood/over-time.pptx?show={show}").status_code == 200


@pytest.mark.usefixtures("shipped")
def test_shipped_editions_count_as_they_are_listed(client):
    scheme = "cncf-serverless"
    by_edition = {(row[0], row[1]): row[2] for row in rows(client, "open_source", scheme)}
    changes = {(row[0], row[1]): row[2] for row in rows(client, "changes", scheme)}
    seats = [row[2] for row in rows(client, "country", scheme) if row[0] == "2026"]
    projects = [row[2] for row in rows(client, "maturity", scheme) if row[0] == "2026"]

    assert [by_edition["2018", part] for part in ("yes", "no", "unknown")] == [26, 35, 0]
    assert [by_edition["2026", part] for part in ("yes", "no", "unknown")] == [40, 30, 0]
    assert [changes[year, "entered"] for year in ("2019", "2020", "2021", "2022")] == [11, 6, 9, 8]
    assert [changes[year, "left"] for year in ("2019", "2020", "2021", "2022")] == [14, 13, 0, 2]
    assert seats == [7, 15, 48]
    assert projects == [3, 1, 5, 61]
