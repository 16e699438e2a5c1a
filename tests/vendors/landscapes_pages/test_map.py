"""One edition as a map: groups, classes, tiles and cards, filters over a tree, the edition of a day."""

import csv
import io

import pytest
from django.utils import translation

from tests.factories import make_category, make_listing, make_scheme, make_source, make_vendor
from vendors.models import Scheme

pytestmark = pytest.mark.django_db
NAMES = ("Hosted Platform", "Installable Platform", "Framework", "Tools", "Security")


def context(client, query: str = "", edition: str = "2021") -> dict:
    response = client.get(f"/en/landscape/wood/{edition}{query}")
    assert response.status_code == 200
    return response.context


def shown(client, query: str = "") -> list[tuple]:
    """(group, its items, the cards of its parts)."""
    return [
        (group.name, group.count, {part.name: [card.name for card in part.cards] for part in group.parts})
        for group in context(client, query)["groups"]
    ]


def test_categories_hold_their_subcategories_as_parts(client, tree):
    assert shown(client) == [
        ("Run", 3, {"Serve": ["Elm", "Oak Tree"], "Store": ["Ash"]}),
        ("Build", 3, {"": ["Elm", "Fir", "Yew"]}),
    ]


def test_subcategories_are_groups_with_the_path_as_name(client, tree):
    assert [group[0] for group in shown(client, "?group=subcategory")] == ["Run / Serve", "Run / Store", "Build"]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (
            "country",
            [("China", 2, ["Ash", "Yew"]), ("United States", 1, ["Oak Tree"]), ("Country unknown", 2, ["Elm", "Fir"])],
        ),
        (
            "organisation",
            [("Ali", 2, ["Ash", "Yew"]), ("AWS", 1, ["Oak Tree"]), ("Organisation not stated", 2, ["Elm", "Fir"])],
        ),
        ("maturity", [("CNCF sandbox", 1, ["Elm"]), ("Not a CNCF project", 4, ["Ash", "Fir", "Oak Tree", "Yew"])]),
    ],
)
def test_other_groups_hold_each_item_once_and_what_is_unknown_last(client, tree, group, expected):
    assert shown(client, f"?group={group}") == [(name, count, {"": items}) for name, count, items in expected]


@pytest.mark.parametrize(
    ("classify", "expected"),
    [
        (
            "country",
            [("CN", "China", "cat-1", 2), ("US", "United States", "cat-0", 1), ("unknown", "country unknown", "", 2)],
        ),
        ("maturity", [("sandbox", "CNCF sandbox", "seq-2", 1), ("none", "Not a CNCF project", "none", 4)]),
        (
            "open_source",
            [
                ("yes", "open source", "cat-0", 1),
                ("no", "not open source", "cat-6", 1),
                ("unknown", "not known", "", 3),
            ],
        ),
    ],
)
def test_the_legend_counts_items_once_and_keeps_unknown_apart(client, tree, classify, expected):
    legend = context(client, f"?classify={classify}")["legend"]

    assert [(each.key, each.label, each.tone, each.count) for each in legend] == expected


def test_without_classes_only_headquarters_in_china_are_marked(client, tree):
    marks = {card.name: card.mark for group in context(client)["groups"] for part in group.parts for card in part.cards}

    assert marks == {"Ash": "CN", "Yew": "CN", "Oak Tree": "", "Elm": "", "Fir": ""}


def test_more_than_five_other_countries_share_a_class(client, tree):

    build = tree.categories.get(code="build")
    for place, country in enumerate(("DE", "FI", "FR", "GB", "IN", "JP")):
        for number in range(9 - place):
            vendor = make_vendor(slug=f"{country.lower()}-{number}", country=country)
            make_listing(category=build, edition="2021", key=f"{country}-{number}".lower(), vendor=vendor)

    legend = context(client, "?classify=country")["legend"]

    assert [(each.key, each.count) for each in legend][-2:] == [("other", 5), ("unknown", 2)]
    assert [each.key for each in legend[:-2]] == ["DE", "FI", "FR", "GB", "IN", "CN"]


def test_many_organisations_with_one_item_share_a_group(client, tree):
    build = tree.categories.get(code="build")
    for number in range(21):
        make_listing(category=build, edition="2021", key=f"own-{number}", organisation=f"Firm {number}")

    groups = [(group[0], group[1]) for group in shown(client, "?group=organisation")]

    assert groups == [("Ali", 2), ("Organisations with one item", 22), ("Organisation not stated", 2)]


def test_a_category_stands_for_all_below_it(client, tree):
    assert shown(client, "?category=run") == [("Run", 3, {"Serve": ["Elm", "Oak Tree"], "Store": ["Ash"]})]
    assert shown(client, "?category=run-store") == [("Run", 1, {"Store": ["Ash"]})]


def test_filters_keep_how_the_map_is_laid_out(client, tree):
    page = client.get("/en/landscape/wood/2021?country=CN&group=maturity&classify=country&view=grid").content.decode()

    for name, value in (("group", "maturity"), ("classify", "country"), ("view", "grid")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page


def test_few_items_are_cards_and_many_are_tiles_unless_asked(client, tree):
    few = client.get("/en/landscape/wood/2021").content.decode()
    tiles = client.get("/en/landscape/wood/2021?view=grid").content.decode()
    build = tree.categories.get(code="build")
    for number in range(151):
        make_listing(category=build, edition="2021", key=f"more-{number}")

    many = client.get("/zh-hans/landscape/wood/2021").content.decode()
    cards = client.get("/zh-hans/landscape/wood/2021?view=cards").content.decode()

    assert ('class="items"' in few, 'class="tiles"' in few) == (True, False)
    assert ('class="items"' in tiles, 'class="tiles"' in tiles) == (False, True)
    assert ('class="items"' in many, 'class="tiles"' in many) == (False, True)
    assert ('class="items"' in cards, 'class="tiles"' in cards) == (True, False)


def test_cards_lead_to_the_page_of_the_item(client, tree):
    for query in ("", "?view=grid"):
        page = client.get(f"/zh-hans/landscape/wood/2021{query}").content.decode()
        assert '<a href="/zh-hans/landscape/wood/items/yew">Yew</a>' in page


def test_files_have_the_rows_in_the_order_of_the_groups(client, tree):
    answer = client.get("/en/landscape/wood/2021.csv?group=country&labels=code").content.decode()
    rows = list(csv.DictReader(io.StringIO(answer)))

    assert [(row["top_category"], row["category"], row["item"]) for row in rows] == [
        ("run", "run-store", "ash"),
        ("build", "build", "yew"),
        ("run", "run-serve", "oak"),
        ("run", "run-serve", "elm"),
        ("build", "build", "elm"),
        ("build", "build", "fir"),
    ]


def test_a_flat_landscape_has_no_top_categories(client, world):
    heads = client.get("/en/landscape/map/2021.csv").content.decode().splitlines()[0]

    assert "top_category" not in heads
    assert client.get("/en/landscape/map/2021?group=subcategory").status_code == 400


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("group=contry", "country"),
        ("classify=color", "maturity"),
        ("view=map", "grid"),
        ("category=rum", "run"),
        ("grup=country", "group"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_wrong_ways_are_400_with_what_is_near(client, tree, query, named, language):
    response = client.get(f"/{language}/landscape/wood/2021?{query}")

    assert response.status_code == 400
    assert named in response.content.decode()


@pytest.mark.parametrize(
    ("day", "edition"),
    [("2020-06-30", "2020"), ("2021-06-29", "2020"), ("2021-06-30", "2021"), ("2026-01-01", "2021")],
)
def test_a_day_leads_to_the_edition_of_then(client, tree, day, edition):
    response = client.get(f"/en/landscape/wood?as_of={day}")

    assert (response.status_code, response["Location"]) == (302, f"/en/landscape/wood/{edition}")


def test_an_edition_without_a_date_counts_from_the_end_of_its_year(client):

    scheme = make_scheme(code="undated", kind=Scheme.Kind.LANDSCAPE)
    make_listing(category=make_category(scheme=scheme), edition="2020", source=make_source(published=""))

    def listed(day):
        return len(client.get(f"/api/v1/listings?scheme=undated&as_of={day}").json()["data"])

    assert client.get("/en/landscape/undated?as_of=2020-12-30").status_code == 404
    assert client.get("/en/landscape/undated?as_of=2020-12-31").status_code == 302
    assert (listed("2020-12-30"), listed("2020-12-31")) == (0, 1)  # the API and the pages agree


def test_a_month_counts_from_its_last_day(client):
    scheme = make_scheme(code="monthly", kind=Scheme.Kind.LANDSCAPE)
    make_listing(category=make_category(scheme=scheme), edition="2020", source=make_source(published="2020-05"))

    assert client.get("/en/landscape/monthly?as_of=2020-05-30").status_code == 404
    assert client.get("/en/landscape/monthly?as_of=2020-05-31").status_code == 302


def test_before_the_first_edition_there_is_none_and_no_day_is_400(client, tree):
    missing = client.get("/en/landscape/wood?as_of=2020-06-29")

    assert missing.status_code == 404
    assert "2020-06-29" in missing.content.decode()
    for wrong in ("2021", "2021-13-01", "yesterday"):
        assert client.get(f"/en/landscape/wood?as_of={wrong}").status_code == 400


def test_a_landscape_marked_in_chinese_says_so(client, tree):
    with translation.override("zh-hans"):
        page = client.get("/zh-hans/landscape/wood/2021?classify=open_source&group=country").content.decode()

    assert "分组方式" in page
    assert "非开源" in page


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("edition", "seats", "groups"),
    [
        ("2018", (2, 10, 49), (19, 12, 12, 13, 5)),
        ("2021", (7, 17, 36), (23, 14, 10, 11, 2)),
        ("2026", (7, 15, 48), (23, 17, 16, 11, 3)),
    ],
)
def test_shipped_editions_count_as_they_are_listed(client, edition, seats, groups):
    found = client.get(f"/en/landscape/cncf-serverless/{edition}").context

    assert found["counts"] == dict(zip(("china", "elsewhere", "unknown"), seats, strict=True))
    assert [(group.name, group.count) for group in found["groups"]] == list(zip(NAMES, groups, strict=True))
    assert sum(groups) == sum(seats)
