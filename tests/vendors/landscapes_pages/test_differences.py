"""The difference between two editions: what entered, left, was renamed, moved or changed, with its day."""

import csv
import io

import pytest

from tests.factories import make_category, make_listing, make_scheme
from vendors.models import Scheme

pytestmark = pytest.mark.django_db


def differences(client, query: str = "", language: str = "en") -> dict[str, list]:
    response = client.get(f"/{language}/landscape/wood/changes{query}")
    assert response.status_code == 200
    return {
        group.label: [(row["item_label"], row["change_words"], row["date"]) for row in group.rows]
        for group in response.context["groups"]
    }


def test_each_kind_of_change_is_told_with_what_and_when(client, tree):
    assert differences(client) == {
        "Entered": [("Yew", "Build", "2021-02-03")],
        "Left": [("Box", "Build", "")],
        "Renamed": [("Oak Tree", "Oak → Oak Tree", "")],
        "Moved": [("Ash", "Serve → Store", "2020-10-05")],
        "Maturity changed": [("Elm", "Not a CNCF project → CNCF sandbox", "")],
    }


def test_an_organisation_that_is_not_stated_is_said_to_be_so(client, tree):
    tree.categories.get(code="build").listings.filter(key="fir", edition="2021").update(organisation="Fir Ltd")

    assert differences(client, "?kind=organisation") == {"Organisation changed": [("Fir", "not stated → Fir Ltd", "")]}


def test_kinds_can_be_chosen_and_speak_chinese(client, tree):
    assert differences(client, "?kind=moved~left", language="zh-hans") == {
        "退出": [("Box", "构建", "")],
        "移动": [("Ash", "服务 → 存储", "2020-10-05")],
    }


def test_the_finding_counts_and_files_have_the_same_rows(client, tree):
    exhibit = client.get("/en/landscape/wood/changes").context["exhibit"]["value"]
    rows = list(csv.DictReader(io.StringIO(client.get("/en/landscape/wood/changes.csv").content.decode())))

    assert exhibit.finding == "2020–2021: 1 entered; 1 left; 1 renamed; 1 moved; 1 with another maturity"
    assert [(row["kind"], row["item"], row["before"], row["after"], row["date"], row["revision"]) for row in rows] == [
        ("entered", "yew", "", "build", "2021-02-03", "abc"),
        ("left", "box", "build", "", "", ""),
        ("renamed", "oak", "Oak", "Oak Tree", "", ""),
        ("moved", "ash", "run-serve", "run-store", "2020-10-05", ""),
        ("maturity", "elm", "none", "sandbox", "", ""),
    ]


def test_editions_that_are_alike_differ_in_nothing(client):
    scheme = make_scheme(code="still", kind=Scheme.Kind.LANDSCAPE)
    category = make_category(scheme=scheme)
    for edition in ("2020", "2021"):
        make_listing(category=category, edition=edition, key="oak", name_en="Oak")

    response = client.get("/en/landscape/still/changes")

    assert response.context["groups"] == []
    assert response.context["exhibit"]["value"].finding == "2020–2021: nothing changed"
    assert client.get("/en/landscape/still/changes.svg").status_code == 200


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("from=2021&to=2020", "2021 is not before 2020"),
        ("from=2021&to=2021", "2021 is not before 2021"),
        ("to=2020", "2020 is not before 2020"),
        ("from=2019", "2020"),
        ("kind=entred", "entered"),
        ("since=2020", "There is no such parameter"),
    ],
)
def test_impossible_pairs_and_unknown_values_are_400(client, tree, query, named):
    response = client.get(f"/en/landscape/wood/changes?{query}")

    assert response.status_code == 400
    assert named in response.content.decode()


def test_one_edition_alone_differs_from_nothing(client):
    scheme = make_scheme(code="young", kind=Scheme.Kind.LANDSCAPE)
    make_listing(category=make_category(scheme=scheme), edition="2021")

    assert client.get("/en/landscape/young/changes").status_code == 404
    assert client.get("/en/landscape/young/over-time").status_code == 200


def test_an_edition_leads_to_what_changed_since_the_one_before(client, tree):
    page = client.get("/en/landscape/wood/2021").content.decode()

    assert "/en/landscape/wood/changes?from=2020&amp;to=2021" in page
    assert 'type="application/atom+xml"' in client.get("/en/landscape/wood/changes").content.decode()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".md", ".pptx", ".svg", ".png", ".pdf", ".zip"])
def test_the_difference_has_its_files(client, tree, suffix):
    assert client.get(f"/en/landscape/wood/changes{suffix}").status_code == 200


@pytest.mark.usefixtures("shipped")
def test_shipped_editions_differ_as_they_are_listed(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        response = client.get("/en/landscape/cncf-serverless/changes?from=2021&to=2026")

    groups = {group.code: group.rows for group in response.context["groups"]}
    assert {code: len(rows) for code, rows in groups.items() if code in ("entered", "left")} == {
        "entered": 16,
        "left": 6,
    }
    assert [(row["change_words"], row["date"]) for row in groups["renamed"]] == [("Keda → KEDA", "2023-09-23")]


def test_the_description_counts_each_kind_and_names_the_first(client, tree):
    build = tree.categories.get(code="build")
    for number in range(6):
        make_listing(category=build, edition="2021", key=f"new-{number}", name_en=f"New {number}")

    exhibit = client.get("/en/landscape/wood/changes?kind=entered~left").context["exhibit"]["value"]

    assert exhibit.description == (
        "Wood: from 2020 to 2021. Entered (7): New 0, New 1, New 2, New 3, New 4, …. Left (1): Box."
    )
