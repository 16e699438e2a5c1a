"""What every address under /api/ does alike: methods, CORS, Accept, HEAD, caching, problems."""

import pytest
from django.test import Client

from portal.api.problems import KINDS

pytestmark = pytest.mark.usefixtures("world")

ADDRESSES = ["/api/v1/figures", "/api/v1/figures.csv", "/api/v1/surveys/survey-a", "/api/v1/config", "/api/v1/nowhere"]


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/v1/figures?limit=0", "/api/v1/docs", "/api/v1/openapi.json"])
def test_every_answer_is_open_to_other_origins(client, address):
    response = client.get(address)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert {"Link", "ETag", "Content-Disposition"} <= set(response["Access-Control-Expose-Headers"].split(", "))
    assert "Accept" in response["Vary"]
    assert not response.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_preflight(client, address):
    response = client.options(address, headers={"Origin": "https://a.example", "Access-Control-Request-Method": "GET"})

    assert response.status_code == 204
    assert response["Access-Control-Allow-Methods"] == response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_writing_is_405_with_allow(method, address):
    client = Client(enforce_csrf_checks=True)

    response = getattr(client, method)(address)

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["title"] == "Method not allowed"


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_is_get_without_body(client, address):
    head, get = client.head(address), client.get(address)

    assert head.status_code == get.status_code
    assert head["Content-Type"] == get["Content-Type"]
    assert head.getvalue() == b""
    assert get.getvalue() != b""


@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/*", "text/html, */*;q=0.1", ""])
def test_accepted(client, accept):
    assert client.get("/api/v1/surveys", headers={"Accept": accept} if accept else {}).status_code == 200


@pytest.mark.parametrize("accept", ["text/html", "text/csv", "image/png", "nonsense", ";;;", "application/xml;q=0.9"])
def test_not_acceptable(client, accept):
    response = client.get("/api/v1/surveys", headers={"Accept": accept})

    assert response.status_code == 406
    assert ".csv" in response.json()["detail"]


def test_unchanged_answer_is_304(client):
    etag = client.get("/api/v1/figures?limit=1")["ETag"]

    again = client.get("/api/v1/figures?limit=1", headers={"If-None-Match": etag})

    assert etag.startswith('"')
    assert (again.status_code, again.content) == (304, b"")


def test_problem_body_is_exact(client):
    response = client.get("/api/v1/figures?limit=0")

    body = response.json()
    assert body.pop("request_id").isalnum()
    assert body == {
        "type": "http://testserver/api/v1/problems/invalid-parameters",
        "title": "Invalid parameters",
        "status": 400,
        "detail": "limit: “0” must be a whole number from 1 to 1000.",
        "instance": "/api/v1/figures?limit=0",
        "errors": [
            {
                "parameter": "limit",
                "detail": "“0” must be a whole number from 1 to 1000.",
                "nearest": [],
                "href": None,
            }
        ],
    }


def test_request_ids_differ(client):
    ids = {client.get("/api/v1/nowhere").json()["request_id"] for _ in range(3)}

    assert len(ids) == 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_type_of_a_problem_is_a_page_that_explains_it(client, kind):
    body = client.get(f"/api/v1/problems/{kind.code}").json()

    assert body["data"] == {
        "code": kind.code,
        "status": kind.status,
        "title": kind.title,
        "explanation": kind.explanation,
    }


def test_unknown_kind_of_problem_is_404(client):
    response = client.get("/api/v1/problems/none")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "address", ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/surveys", "/api/v1/x/y/z", "/api/v1/surveys/"]
)
def test_unknown_address_is_a_problem(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("/api/v1/survey", "http://testserver/api/v1/surveys"),
        ("/api/v1/produkts.csv", "http://testserver/api/v1/products.csv"),
        ("/api/v1/vendor/aws", "http://testserver/api/v1/vendors/aws"),
    ],
)
def test_unknown_address_comes_with_the_nearest(client, address, href):
    assert client.get(address).json()["errors"][0]["href"] == href


def test_long_address_is_answered_up_to_the_limit(client):
    address = "/api/v1/surveys?slug__in="
    codes = "survey-a," * ((8000 - len(address)) // 9 - 1) + "survey-a"

    assert 7980 < len(address + codes) <= 8000
    assert client.get(address + codes).status_code == 200
    assert client.get(address + codes + codes).status_code == 414


@pytest.mark.parametrize("address", ["/api/v1/config?x=1", "/api/v1/problems/not-found?lang=en"])
def test_addresses_without_parameters_refuse_them(client, address):
    assert client.get(address).status_code == 400


def test_config_lists_every_resource(client):
    data = client.get("/api/v1/config").json()["data"]

    names = [resource["name"] for resource in data["resources"]]
    assert data["languages"] == ["en", "zh-hans"]
    assert data["licence"] == "CC-BY-4.0"
    assert len(names) == 21
    assert {"figures", "facts", "listings", "sources", "terms", "chapters"} <= set(names)
    for resource in data["resources"]:
        assert client.get(resource["href"]).status_code == 200
        assert client.get(resource["csv"]).status_code == 200


def test_public_address_stands_in_links(client, settings):
    settings.PUBLIC_URL = "https://market.example"

    body = client.get("/api/v1/figures?limit=1").json()

    assert body["links"]["self"] == "https://market.example/api/v1/figures?limit=1"
    assert body["links"]["next"].startswith("https://market.example/api/v1/figures?limit=1&cursor=")
