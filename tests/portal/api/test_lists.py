"""Lists: the envelope to the letter, rows, languages, labels, columns."""

import pytest

from portal.api.operations import published
from portal.api.service import api  # noqa: F401  (publishes the resources)

NAMES = sorted(published)

pytestmark = pytest.mark.usefixtures("world")


def test_envelope_is_exact(get):
    body = get("/surveys").json()

    assert body == {
        "data": [
            {
                "slug": "survey-a",
                "name": "Survey A",
                "kind": "survey",
                "publisher": "Publisher",
                "publisher_country": None,
            }
        ],
        "page": {"limit": 50, "next_cursor": None, "count": None},
        "links": {
            "self": "http://testserver/api/v1/surveys",
            "next": None,
            "csv": "http://testserver/api/v1/surveys.csv",
        },
        "meta": {"lang": "en", "version": 1, "licence": "CC-BY-4.0"},
    }


def test_figure_carries_base_interval_and_source(get):
    row = get("/figures", wave="2020", option="yes", segment__isnull="true").json()["data"]

    assert row == [
        {
            "survey": "survey-a",
            "survey_label": "Survey A",
            "wave": "2020",
            "wave_label": "Name of 2020",
            "question": "serverless_use",
            "question_label": "Use",
            "topic": "adoption",
            "option": "yes",
            "option_label": "Name of yes",
            "product": None,
            "dimension": None,
            "segment": None,
            "segment_label": None,
            "value": 41.5,
            "unit": "%",
            "base_n": 500,
            "ci_low": 39,
            "ci_high": 44.25,
            "note": None,
            "page": None,
            "basis": "quoted",
            "source": {
                "code": "report",
                "title": "The report",
                "url": "https://example.org/report",
                "publisher": "Publisher",
                "published": "2020-11",
            },
            "address": "n/survey-a/2020/serverless_use/yes",
        }
    ]


def test_copy_site_is_not_linked(get):
    figure = get("/figures", source="copy").json()["data"][0]
    source = get("/sources/copy").json()["data"]

    assert figure["source"]["url"] is None
    assert source["url"] is None


@pytest.mark.parametrize(
    ("attribute", "value", "column"),
    [
        ("max_memory_mb", 10240, "number"),
        ("price", 0.0000166667, "number"),
        ("gpu", False, "boolean"),
        ("runtimes", ["Python", "Go", "易语言"], "items"),
        ("policy", "15 minutes, then stopped", "text"),
    ],
)
def test_fact_has_its_typed_value(get, attribute, value, column):
    row = get("/facts", attribute=attribute, is_current="true").json()["data"][0]

    kept = {name: row[name] for name in ("number", "boolean", "text", "items")}
    assert row["value"] == value
    assert kept == dict.fromkeys(kept) | {column: value}


def test_language_and_content_language(get):
    response = get("/surveys", lang="zh-hans")

    assert response.json()["data"][0]["name"] == "调查甲"
    assert response.json()["meta"]["lang"] == response["Content-Language"] == "zh-hans"


def test_english_stands_in_for_missing_chinese(get):
    assert get("/waves", lang="zh-hans").json()["data"][0]["name"] == "Name of 2019"


def test_labels_both_adds_both_languages(get):
    row = get("/surveys", labels="both", lang="zh-hans").json()["data"][0]

    assert (row["name"], row["name_en"], row["name_zh"]) == ("调查甲", "Survey A", "调查甲")


def test_labels_code_leaves_names_out(get):
    row = get("/figures", labels="code").json()["data"][0]

    assert not [key for key in row if key.endswith("_label")]
    assert row["option"] == "yes"


def test_fields_chooses_and_orders(get):
    rows = get("/figures", fields="value,survey,value", limit=1).json()["data"]

    assert [list(row) for row in rows] == [["value", "survey"]]


def test_count_counts_the_whole_list(get):
    assert get("/figures", count="1", limit=1).json()["page"]["count"] == 4
    assert get("/figures", count="0").json()["page"]["count"] is None


def test_unpublished_chapters_are_not_there(get):
    assert [row["slug"] for row in get("/chapters").json()["data"]] == ["adoption"]
    assert get("/chapters/draft").status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_as_their_schema_says(get, name):
    resource = published[name]

    rows = get(f"/{name}").json()["data"]

    assert rows
    for row in rows:
        assert list(row) == list(resource.by_key)
        resource.row.model_validate(row, strict=True)


@pytest.mark.parametrize("name", NAMES)
def test_number_of_queries_does_not_grow(get, name, django_assert_max_num_queries):
    get(f"/{name}")  # the version is looked up once

    with django_assert_max_num_queries(2):
        assert get(f"/{name}", count="1").status_code == 200


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
@pytest.mark.parametrize("name", NAMES)
def test_every_column_sorts_both_ways_and_pages(get, name, lang):
    resource = published[name]
    whole = get(f"/{name}", count="1").json()["page"]["count"]

    for key in resource.sortable:
        for sign in ("", "-"):
            rows, cursor = [], {}
            while True:
                body = get(f"/{name}", sort=sign + key, limit=1, lang=lang, **cursor).json()
                rows += body["data"]
                if body["page"]["next_cursor"] is None:
                    break
                cursor = {"cursor": body["page"]["next_cursor"]}
            assert len(rows) == whole
            assert len({str(row) for row in rows}) == whole
