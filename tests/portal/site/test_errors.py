"""Errors say what is wrong and lead on, in both languages, in HTML and as problem documents."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils.translation import override

from portal.site import errors

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/en/nothing-here", "en", "There is nothing at this address"),
        ("/zh-hans/nothing-here", "zh-Hans", "这个地址没有内容"),
        ("/en/sources.exe", "en", "There is nothing at this address"),
    ],
)
def test_unknown_addresses(client, address, language, words):
    answer = client.get(address)

    assert answer.status_code == 404
    assert words in answer.text
    assert f'<html lang="{language}"' in answer.text
    assert 'role="search"' in answer.text


def test_a_missing_page_suggests_what_search_finds_for_its_words(client, small_world):
    answer = client.get("/en/offers/aws-lamda")

    assert "products/aws-lambda" in {match.address for match in answer.context["suggestions"]}
    assert 'href="/en/products/aws-lambda"' in answer.text


def test_a_missing_page_tries_the_longest_word_alone(client, small_world):
    answer = client.get("/en/qqqq-lambda")

    assert 'href="/en/products/aws-lambda"' in answer.text


@pytest.mark.parametrize("address", ["/en/nothing.json", "/zh-hans/nothing.csv"])
def test_machines_get_a_problem_document(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["instance"] == address
    assert answer.json()["status"] == 404


def test_who_accepts_only_json_gets_a_problem_document(client):
    answer = client.get("/en/sources?kidn=report", headers={"accept": "application/json"})

    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {
            "parameter": "kidn",
            "detail": "There is no such parameter here.",
            "nearest": ["kind"],
            "href": "http://testserver/en/sources?kind=report",
        }
    ]


@pytest.mark.parametrize(
    ("query", "href"),
    [
        ("kidn=report", "?kind=report"),
        ("kind=reprt", "?kind=report"),
        ("kind=article~reprt&q=a", "?kind=article~report&amp;q=a"),
    ],
)
def test_wrong_parameters_link_to_the_nearest_right_ones(client, query, href):
    answer = client.get(f"/en/sources?{query}")

    assert answer.status_code == 400
    assert f'href="{href}"' in answer.text


def test_wrong_parameters_in_chinese(client):
    answer = client.get("/zh-hans/sources?colour=red")

    assert answer.status_code == 400
    assert "这里没有此参数。" in answer.text


def test_names_of_parameters_are_escaped(client):
    answer = client.get("/en/sources", {"<script>alert(1)</script>": "1"})

    assert answer.status_code == 400
    assert "<script>alert" not in answer.text


def test_a_foreign_host_is_refused(client):
    answer = client.get("/en/sources", headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    assert "This request cannot be understood" in answer.text


@pytest.mark.parametrize(
    ("language", "words"), [("en", "does not work at the moment"), ("zh-hans", "页面暂时无法打开")]
)
def test_our_own_mistake_is_said_without_data(language, words, django_assert_num_queries):
    with override(language), django_assert_num_queries(0):
        answer = errors.server_error(RequestFactory().get(f"/{language}/"))

    assert answer.status_code == 500
    assert words in answer.text


def test_forbidden_for_people_and_machines():
    page = errors.forbidden(RequestFactory().get("/en/"), PermissionDenied())
    document = errors.forbidden(RequestFactory().get("/en/x.json"), PermissionDenied())

    assert page.status_code == document.status_code == 403
    assert "This is not open to you" in page.text
    assert document["Content-Type"] == "application/problem+json"


def test_a_foreign_host_gets_a_problem_of_the_api(client):
    answer = client.get("/api/v1/figures", headers={"host": "elsewhere.example"})

    body = answer.json()
    assert answer.status_code == body["status"] == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert body["type"] == "/api/v1/problems/unreadable-request"
    assert len(body["request_id"]) == 32


def test_our_own_mistake_under_the_api_is_its_problem_and_is_logged(client, monkeypatch, caplog):
    def broken(*arguments, **options):
        raise RuntimeError("broken")

    monkeypatch.setattr("portal.site.search.api.find", broken)
    client.raise_request_exception = False

    answer = client.get("/api/v1/search?q=lambda")

    body = answer.json()
    assert answer.status_code == body["status"] == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert body["type"] == "http://testserver/api/v1/problems/internal-error"
    assert f"request_id {body['request_id']}: /api/v1/search?q=lambda" in caplog.text


@pytest.mark.parametrize("address", ["/api/a%0Ab", "/api/v1/a%0A", "/api/v1/exhibits/%0A", "/api/v1/products/%0A"])
def test_addresses_with_line_ends_are_the_apis_too(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["request_id"]


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "What vendor may be"), ("zh-hans", "vendor 可取的值")], ids=["en", "zh"]
)
def test_a_wrong_value_lists_all_that_it_may_be(client, small_world, language, heading):
    answer = client.get(f"/{language}/products?vendor=awz&sort=product")

    assert answer.status_code == 400
    assert heading in answer.text
    assert f'<a href="/{language}/products?vendor=aws&amp;sort=product"><code>aws</code></a>' in answer.text


def test_a_wrong_value_names_what_it_may_be_to_machines(client, small_world):
    answer = client.get("/en/products.json?vendor=awz")

    assert "not one of: aws." in answer.json()["errors"][0]["detail"]
