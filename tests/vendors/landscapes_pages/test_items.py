"""The history of an item: names, categories and maturity over the editions, and its dated events."""

import csv
import io

import pytest

from tests.factories import make_listing_event, make_product
from vendors.models import Listing

pytestmark = pytest.mark.django_db


def context(client, key: str, language: str = "en") -> dict:
    response = client.get(f"/{language}/landscape/wood/items/{key}")
    assert response.status_code == 200
    return response.context


def told(client, key: str) -> dict[str, list]:
    return {each.label: [(run.years, run.text) for run in each.runs] for each in context(client, key)["histories"]}


def test_names_and_categories_run_over_the_editions(client, tree):
    oak, ash, elm = (told(client, key) for key in ("oak", "ash", "elm"))

    assert oak["Name"] == [("2020", "Oak"), ("2021", "Oak Tree")]
    assert oak["Category"] == [("2020–2021", "Serve")]
    assert ash["Category"] == [("2020", "Serve"), ("2021", "Store")]
    assert elm["Maturity"] == [("2020", "Not a CNCF project"), ("2021", "CNCF sandbox")]
    assert "Organisation as listed" not in elm


def test_a_second_place_is_named_beside_the_main_one(client, tree):
    found = context(client, "elm")

    assert (found["item"].category.code, found["also_in"]) == ("run-serve", ["Build"])


def test_years_tell_where_it_stands_and_that_it_left(client, tree):
    gone = context(client, "box")

    assert [(year.edition, year.is_present) for year in gone["years"]] == [("2020", True), ("2021", False)]
    assert gone["is_gone"]
    assert "the last edition that lists it is 2020" in client.get("/en/landscape/wood/items/box").content.decode()
    assert not context(client, "yew")["is_gone"]


def test_an_item_that_is_listed_on_by_a_second_path_has_not_gone(client, tree):
    make_listing_event(scheme=tree, key="oak", name="Oak", kind="left", date="2020-09-01")
    Listing.objects.filter(key="oak", edition="2021").update(is_second_path=True)

    notes = [client.get(f"/en/landscape/wood/items/{key}.json").json()["notes"] for key in ("oak", "box")]

    found = [[note["text"] for note in each if "second path" in note["text"]] for each in notes]
    assert found[0][0].startswith("On 2020-09-01 the item’s main place in the file moved out")
    assert found[1] == []


def test_files_tell_editions_and_events_by_date(client, tree):
    answer = client.get("/en/landscape/wood/items/ash.csv?labels=code").content.decode()
    rows = list(csv.DictReader(io.StringIO(answer)))

    assert [(row["date"], row["kind"], row["edition"], row["category"], row["previous_category"]) for row in rows] == [
        ("2020-06-30", "listed", "2020", "run-serve", ""),
        ("2020-10-05", "moved", "", "", "Serve"),
        ("2021-06-30", "listed", "2021", "run-store", ""),
    ]


def test_unknown_country_and_open_source_are_no_no(client, tree):
    response = client.get("/en/landscape/wood/items/box")
    page = response.content.decode()

    assert "unknown: no source read says the country" in page
    assert '<dt>Open source</dt><dd><span class="cell--missing">unknown</span></dd>' in page
    assert response.context["country"] == ""


def test_headquarters_in_china_carry_the_source_of_the_flag(client, tree):
    found = context(client, "yew")
    citations = found["exhibit"]["value"].citations

    assert (found["country"], found["is_in_china"]) == ("China", True)
    assert citations[found["country_citation"] - 1].code == "flag"


def test_details_of_the_file_are_shown_as_they_are_and_escaped(client, tree):
    Listing.objects.filter(key="yew").update(
        description="A <b>tree</b>", details={"extra": {"accepted": "2021-09-14", "none": None}, "tags": ["a", "b"]}
    )

    response = client.get("/en/landscape/wood/items/yew")

    assert response.context["details"] == [("extra · accepted", "2021-09-14"), ("tags", "a; b")]
    assert "A &lt;b&gt;tree&lt;/b&gt;" in response.content.decode()


def test_product_and_vendor_are_linked(client, tree):
    Listing.objects.filter(key="yew").update(product=make_product(slug="yew-run"))

    page = client.get("/en/landscape/wood/items/yew").content.decode()

    assert "/en/products/yew-run" in page
    assert "/en/vendors/ali" in page
    assert 'href="https://example.org/yew"' in page


@pytest.mark.parametrize("address", ["wood/items/nothing", "nowhere/items/oak"])
def test_what_is_not_there_is_404(client, tree, address):
    assert client.get(f"/en/landscape/{address}").status_code == 404


def test_wrong_parameters_are_400(client, tree):
    assert client.get("/en/landscape/wood/items/oak?group=x").status_code == 400


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_answer_with_few_queries(client, tree, language, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        context(client, "ash", language)


@pytest.mark.usefixtures("shipped")
def test_shipped_knative_tells_its_history(client):
    found = client.get("/en/landscape/cncf-serverless/items/knative").context
    told = {each.label: [(run.years, run.text) for run in each.runs] for each in found["histories"]}
    events = found["exhibit"]["value"].frame.query("kind != 'listed'")[["date", "kind"]].values.tolist()

    assert told["Name"] == [("2019–2023", "Knative"), ("2024", "Knative (Serverless)"), ("2025–2026", "Knative")]
    assert told["Maturity"] == [
        ("2019–2021", "Not a CNCF project"),
        ("2022–2025", "CNCF incubating"),
        ("2026", "CNCF graduated"),
    ]
    assert events == [["2018-09-12", "entered"], ["2023-11-15", "renamed"], ["2024-11-04", "left"]]
