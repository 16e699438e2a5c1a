"""Search over the API, on the shipped data."""

import pytest
from django.conf import settings
from django.db import transaction

from portal.loading.run import load
from portal.site.entries import KINDS
from portal.site.search.examples import EXAMPLES
from portal.site.search.keeping import current_index

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _shipped_data(django_db_setup, django_db_blocker):
    """Loaded once: each test takes back what it did itself, and the last one leaves nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load([settings.FIXTURES_DIR]).outcome == "loaded"
        yield
        transaction.set_rollback(True)


def test_search_finds_a_product_by_its_name(client):
    answer = client.get("/api/v1/search", {"q": "aws lambda", "kind": "product"}).json()

    assert answer["data"][0]["kind"] == "product"
    assert answer["data"][0]["title"] == "AWS Lambda"
    assert answer["data"][0]["href"].endswith("/en/products/aws-lambda")
    assert {entry["kind"]: entry["count"] for entry in answer["kinds"]}["product"] == answer["total"] == 1


def test_search_finds_two_chinese_characters(client):
    answer = client.get("/api/v1/search", {"q": "百度", "lang": "zh-hans", "limit": "200"}).json()

    assert answer["meta"]["lang"] == "zh-hans"
    assert any("/zh-hans/vendors/baidu-ai-cloud" in found["href"] for found in answer["data"])


@pytest.mark.parametrize("kind", ["option", "figure"])
def test_a_published_number_is_found_by_product_year_and_country(client, kind):
    found = client.get("/api/v1/search", {"q": "aws lambda 2020 china", "kind": kind}).json()["data"]

    assert (found[0]["title"], found[0]["preview"]) == ("AWS Lambda", "5% · China cloud-native user survey 2020")


def test_search_says_what_it_searched_instead(client):
    assert client.get("/api/v1/search", {"q": "lamdba"}).json()["suggestion"] == "lambda"


@pytest.mark.parametrize(
    ("data", "parameter"),
    [
        pytest.param({}, "q", id="nothing to find"),
        pytest.param({"q": " "}, "q", id="blank"),
        pytest.param({"q": "x" * 201}, "q", id="too long"),
        pytest.param({"q": "\x00"}, "q", id="NUL"),
        pytest.param({"q": "x", "limit": "0"}, "limit", id="limit too small"),
        pytest.param({"q": "x", "limit": "１"}, "limit", id="limit in wide digits"),
        pytest.param({"q": "x", "lang": "fr"}, "lang", id="language"),
        pytest.param({"q": "x", "page": "2"}, "page", id="unknown"),
        pytest.param({"q": "x", "kind": "product,nonsense"}, "kind", id="kind"),
        pytest.param({"q": "x", "year": "1066"}, "year", id="year that nothing has"),
        pytest.param({"q": "x", "survey": "nonsense"}, "survey", id="survey"),
        pytest.param({"q": "x", "vendor": ""}, "vendor", id="empty"),
        pytest.param({"q": "x", "each": "21"}, "each", id="too many of a kind"),
    ],
)
def test_search_refuses(client, data, parameter):
    answer = client.get("/api/v1/search", data)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert parameter in [error["parameter"] for error in answer.json()["errors"]]


def test_facets_narrow_and_count(client):
    whole = client.get("/api/v1/search", {"q": "aws lambda", "kind": "figure"}).json()
    count = {value["code"]: value["count"] for value in whole["facets"]["year"]}["2020"]

    narrowed = client.get("/api/v1/search", {"q": "aws lambda", "kind": "figure", "year": "2020"}).json()

    assert narrowed["total"] == count < whole["total"]
    assert narrowed["facets"]["year"] == whole["facets"]["year"]
    assert {found["href"].split("/n/")[1].split("/")[1][:4] for found in narrowed["data"]} == {"2020"}


def test_each_kind_sends_its_best_in_the_order_of_kinds(client):
    answer = client.get("/api/v1/search", {"q": "函数", "each": "2", "limit": "200", "lang": "zh-hans"}).json()

    kinds = [found["kind"] for found in answer["data"]]
    assert list(dict.fromkeys(kinds)) == [entry["kind"] for entry in answer["kinds"]]
    assert max(kinds.count(kind) for kind in kinds) == 2
    assert answer["kinds"][0]["label"] == "产品"


def test_what_comes_near_is_offered(client):
    answer = client.get("/api/v1/search", {"q": "serverlss conerns"}).json()

    assert answer["data"] == []
    assert [offer["query"] for offer in answer["offers"]] == ["concerns", "serverless"]


def test_all_kinds_that_are_shipped_have_headings_and_examples_find_something(client):
    assert set(current_index().facets.members["kind"]) <= set(KINDS)
    for example in EXAMPLES:
        answer = client.get("/api/v1/search", {"q": example}).json()
        assert (answer["total"] > 0, answer["suggestion"]) == (True, ""), example


def test_an_answer_from_an_old_index_is_not_kept(client, monkeypatch):
    monkeypatch.setattr("portal.site.search.finding.is_current", lambda index: False)

    assert client.get("/api/v1/search?q=lambda")["Cache-Control"] == "no-store"
    assert client.get("/en/search?q=lambda")["Cache-Control"] == "no-store"
