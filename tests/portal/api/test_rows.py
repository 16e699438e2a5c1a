"""Rows by natural key, and the 404 that helps."""

import pytest

ADDRESSES = [
    "/sources/report",
    "/terms/cold-start",
    "/chapters/adoption",
    "/vendors/aws",
    "/products/aws-lambda",
    "/attributes/max_memory_mb",
    "/facts/aws-lambda/gpu",
    "/facts/aws-lambda/gpu/2020",
    "/schemes/layers",
    "/categories/layers/runtime",
    "/listings/layers/2020/runtime/aws-lambda",
    "/surveys/survey-a",
    "/waves/survey-a/2020",
    "/questions/survey-a/serverless_use",
    "/wordings/survey-a/2020/serverless_use",
    "/options/survey-a/serverless_use/yes",
    "/segments/region/asia",
    "/figures/survey-a/2020/serverless_use/yes",
    "/figures/survey-a/2020/serverless_use/yes/region/asia",
]

pytestmark = pytest.mark.usefixtures("world")


@pytest.mark.parametrize("address", ADDRESSES)
def test_row_is_that_of_the_list(get, address):
    name = address.split("/")[1]

    body = get(address).json()

    assert set(body) == {"data", "links", "meta"}
    assert body["links"] == {"self": f"http://testserver/api/v1{address}"}
    assert body["data"] in get(f"/{name}").json()["data"]


@pytest.mark.parametrize("address", ["sources/report", "terms/cold-start", "chapters/adoption"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_row_names_its_page(client, get, address, language):
    row = get(f"/{address}").json()["data"]

    assert client.get(f"/{language}/{row['address']}").status_code == 200


def test_figure_without_segment_is_the_whole_sample(get):
    assert get("/figures/survey-a/2020/serverless_use/yes").json()["data"]["value"] == 41.5
    assert get("/figures/survey-a/2020/serverless_use/yes/region/asia").json()["data"]["value"] == 50


def test_fact_without_date_is_the_current_one(get):
    assert get("/facts/aws-lambda/gpu").json()["data"]["value"] is False
    assert get("/facts/aws-lambda/gpu/2020").json()["data"]["value"] is True


def test_row_takes_fields_language_and_labels(get):
    row = get("/surveys/survey-a", fields="name", lang="zh-hans", labels="both").json()["data"]

    assert row == {"name": "调查甲", "name_en": "Survey A", "name_zh": "调查甲"}


@pytest.mark.parametrize("query", ["limit=1", "kind=survey", "q=x", "count=1", "sort=name", "nonsense=1", "fields=x"])
def test_row_takes_nothing_else(client, query):
    assert client.get(f"/api/v1/surveys/survey-a?{query}").status_code == 400


def test_unknown_name_is_404_with_the_nearest(get):
    body = get("/products/aws-lamda").json()

    assert body["status"] == 404
    assert body["errors"] == [
        {
            "parameter": "slug",
            "detail": "“aws-lamda” is not known.",
            "nearest": ["aws-lambda"],
            "href": "http://testserver/api/v1/products/aws-lambda",
        }
    ]


def test_only_the_unknown_part_is_named(get):
    body = get("/waves/survy-a/2020").json()

    assert [(error["parameter"], error["href"]) for error in body["errors"]] == [
        ("survey", "http://testserver/api/v1/waves/survey-a/2020")
    ]


@pytest.mark.parametrize(
    "address",
    [
        "/surveys/x%00y",
        "/surveys/" + "x" * 400,
        "/waves/survey-a/1999",
        "/surveys/%F0%9F%98%80",
        "/facts/aws-lambda/policy/1900",
        "/products/aws-lambda%2F",
        "/surveys/..",
        "/surveys/%25",
    ],
)
def test_odd_names_are_404(client, address):
    response = client.get(f"/api/v1{address}")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_other_row_of_the_same_survey_is_no_match(get):
    assert get("/figures/survey-a/2019/serverless_use/no").status_code == 404
