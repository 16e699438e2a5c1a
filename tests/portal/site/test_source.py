"""The page of one source: what is known of it, and what rests on it."""

import csv
import io

import pytest

from portal.site.resting import resting_on
from portal.site.sections import Resting
from tests import factories

pytestmark = pytest.mark.django_db


def test_what_rests_on_a_source_is_counted_and_linked(small_world):
    assert resting_on(small_world["report"]) == [
        Resting("wave", "China survey 2020", "surveys/china-survey/2020"),
        Resting("figure", "China survey 2020 · Stage of adoption", "surveys/china-survey/2020/stage"),
        Resting("term", "Function as a Service", "glossary/faas"),
    ]
    assert resting_on(small_world["copy"]) == [Resting("fact", "AWS Lambda", "products/aws-lambda")]


def test_facts_of_a_product_count_together(small_world):
    factories.make_fact(product=small_world["product"], source=small_world["copy"], value=900)

    (fact,) = resting_on(small_world["copy"])

    assert (fact.address, fact.count) == ("products/aws-lambda", 2)


def test_listings_count_by_edition(db):
    source = factories.make_source(code="a-file")
    scheme = factories.make_scheme(code="map", kind="landscape", name_en="Map")
    category = factories.make_category(scheme=scheme)
    for edition, key in (("2020", "a"), ("2021", "a"), ("2021", "b")):
        factories.make_listing(category=category, edition=edition, key=key, source=source)

    found = [each for each in resting_on(source) if each.kind == "listing"]

    assert found == [
        Resting("listing", "Map, 2021", "landscape/map/2021", 2),
        Resting("listing", "Map, 2020", "landscape/map/2020", 1),
    ]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_shows_the_source_and_leads_to_what_rests_on_it(client, small_world, language):
    page = client.get(f"/{language}/sources/the-report")

    assert page.status_code == 200
    assert "<h1>Report of 2020</h1>" in page.text
    assert f'href="/{language}/surveys/china-survey/2020/stage"' in page.text
    assert "Institute，Report of 2020" in page.text or "Institute, Report of 2020" in page.text


def test_the_address_of_a_copy_is_not_shown(client, small_world):
    assert "copy.example" not in client.get("/en/sources/a-copy").text


def test_its_file_holds_the_same(client, small_world):
    rows = list(csv.DictReader(io.StringIO(client.get("/en/sources/the-report.csv").text)))

    assert [(row["kind"], row["count"], row["address"]) for row in rows] == [
        ("wave", "1", "surveys/china-survey/2020"),
        ("figure", "1", "surveys/china-survey/2020/stage"),
        ("term", "1", "glossary/faas"),
    ]


def test_the_list_leads_to_the_pages_and_keeps_its_anchors(client, small_world):
    page = client.get("/en/sources").text

    assert '<li class="source" id="the-report">' in page
    assert 'href="/en/sources/the-report"' in page


def test_exhibits_lead_to_the_page_of_each_source(client, small_world):
    assert 'href="/en/sources/the-report"' in client.get("/en/surveys/china-survey/2020/stage").text


def test_a_source_that_is_not_there_is_404(client, small_world):
    assert client.get("/en/sources/nothing").status_code == 404
    assert client.get("/en/sources/the-report?x=1").status_code == 400


@pytest.mark.parametrize(("suffix", "part"), [(".bib", "author = {{Institute}}"), (".ris", "AU  - Institute")])
def test_its_citation_as_a_file_names_its_publisher(client, small_world, suffix, part):
    answer = client.get(f"/en/sources/the-report{suffix}")

    assert answer.status_code == 200
    assert part in answer.text
    assert "Serverless Market Watch" not in answer.text


def test_its_citation_on_the_page_names_no_day_of_the_reader(client, small_world):
    assert "data-today" not in client.get("/en/sources/the-report").text
