"""Every operator on every kind of column, words, and what is refused."""

import pytest
from django.http import QueryDict

from portal.api.filtering import MOST_IDS
from portal.api.kinds import LONGEST_TEXT
from tests import factories as make

pytestmark = pytest.mark.usefixtures("world")

FILTERS = [
    # list, filter, keys of the rows that stay
    ("figures", "survey=survey-a", [29, 41.5, 58.5, 50]),
    ("figures", "wave=2020", [41.5, 58.5, 50]),
    ("figures", "wave__in=2019,2020,2019", [29, 41.5, 58.5, 50]),
    ("figures", "wave__gte=2020", [41.5, 58.5, 50]),
    ("figures", "wave__lt=2020", [29]),
    ("figures", "option=no", [58.5]),
    ("figures", "segment=asia", [50]),
    ("figures", "segment__isnull=true", [29, 41.5, 58.5]),
    ("figures", "segment__isnull=false", [50]),
    ("figures", "product__isnull=true", [29, 41.5, 58.5, 50]),
    ("figures", "topic=adoption", [29, 41.5, 58.5, 50]),
    ("figures", "topic__in=concerns,challenges", []),
    ("figures", "value=41.5", [41.5]),
    ("figures", "value=41.50000001", []),
    ("figures", "value=4.15e1", [41.5]),
    ("figures", "value=123456789.123456", []),
    ("figures", "value__in=29,50.0", [29, 50]),
    ("figures", "value__gt=41.5", [58.5, 50]),
    ("figures", "value__gte=41.5", [41.5, 58.5, 50]),
    ("figures", "value__lt=41.5", [29]),
    ("figures", "value__lte=41.5", [29, 41.5]),
    ("figures", "value__gte=-1000000000000", [29, 41.5, 58.5, 50]),
    ("figures", "base_n__isnull=true", [29]),
    ("figures", "base_n=80", [50]),
    ("figures", "base_n__in=80,2147483647", [50]),
    ("figures", "base_n__gt=80", [41.5, 58.5]),
    ("figures", "ci_low__isnull=false", [41.5]),
    ("figures", "note=Read off", [29]),
    ("figures", "note__contains=读", [58.5]),
    ("figures", "note__isnull=true", [41.5, 50]),
    ("figures", "note__isnull=false", [29, 58.5]),
    ("figures", "option_label__contains=NAME OF Y", [29, 41.5, 50]),
    ("figures", "survey_label=调查甲", [29, 41.5, 58.5, 50]),
    ("figures", "source=copy", [58.5]),
    ("figures", "source__contains=rep", [29, 41.5, 50]),
    ("figures", "wave=2020&option=yes&segment__isnull=1", [41.5]),
    ("figures", "wave=2020&wave=2020", [41.5, 58.5, 50]),
    ("figures", "q=asia", []),
    ("figures", "q=使用 no", [58.5]),
    ("figures", "q=%20", [29, 41.5, 58.5, 50]),
    ("facts", "number__gte=10000&is_current=true", [10240]),
    ("facts", "number__lt=0.001", [0.0000166667]),
    ("facts", "boolean=false", [False]),
    ("facts", "boolean__isnull=false&is_current=false", [True]),
    ("facts", "items__contains=python", [["Python", "Go", "易语言"]]),
    ("facts", "items__contains=易语言", [["Python", "Go", "易语言"]]),
    ("facts", "items__contains=pyth", []),
    ("facts", "items__isnull=false", [["Python", "Go", "易语言"]]),
    ("facts", "text__contains=MINUTES", ["15 minutes, then stopped"]),
    ("facts", "text=15 minutes, then stopped", ["15 minutes, then stopped"]),
    ("facts", "observed_on__lte=2020", [True]),
    ("facts", "observed_on__lt=2020", []),
    ("facts", "observed_on__gt=2020&boolean__isnull=false", [False]),
    ("facts", "observed_on__gt=2026-05&boolean__isnull=false", []),
    ("facts", "observed_on__lte=2026-05&boolean__isnull=false", [False, True]),
    ("facts", "observed_on__contains=2020", [True]),
]


@pytest.mark.parametrize(("name", "query", "values"), FILTERS, ids=[f"{name}?{query}" for name, query, _ in FILTERS])
def test_filter_keeps_the_right_rows(client, name, query, values):
    response = client.get(f"/api/v1/{name}?{query}")

    assert response.status_code == 200, response.content
    assert [row["value"] for row in response.json()["data"]] == values


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("published__isnull=true", ["copy"]),
        ("published__lt=2021", ["report"]),
        ("code__in=report,copy&sort=-published", ["report", "copy"]),
        ("code__in=report,copy&sort=published", ["report", "copy"]),
        ("licence__isnull=true&code=copy", ["copy"]),
    ],
)
def test_empty_text_is_missing(client, query, codes):
    rows = client.get(f"/api/v1/sources?{query}").json()["data"]

    assert [row["code"] for row in rows if row["code"] in ("report", "copy")] == codes


@pytest.mark.parametrize("query", ["aliases__contains=cold boot", "q=冷启动", "q=COLD start", "source__isnull=true"])
def test_term_is_found(client, query):
    assert [row["code"] for row in client.get(f"/api/v1/terms?{query}").json()["data"]] == ["cold-start"]


def test_parent_through_a_nullable_relation(client):
    top = client.get("/api/v1/categories?parent__isnull=true").json()["data"]
    below = client.get("/api/v1/categories?parent=platform").json()["data"]

    assert [row["code"] for row in top] == ["platform"]
    assert [row["code"] for row in below] == ["runtime"]


def test_more_ids_than_fit_a_list_become_a_subquery(client, world):
    make.Segment.objects.bulk_create(
        make.Segment(dimension="city", code=f"city_{number}", name_en="City") for number in range(MOST_IDS + 5)
    )

    rows = client.get("/api/v1/figures?segment__contains=a").json()["data"]
    none = client.get("/api/v1/figures?segment__contains=city").json()["data"]

    assert [row["value"] for row in rows] == [50]
    assert none == []


REFUSED = [
    # query, parameter, part of the reason, nearest
    ("sevice=x", "sevice", "no parameter", None),
    ("survy=survey-a", "survy", "no parameter", "survey"),
    ("survy__in=survey-a", "survy__in", "no parameter", "survey"),
    ("lang=de", "lang", "one of en, zh-hans", None),
    ("lang=zh", "lang", "one of en, zh-hans", None),
    ("labels=all", "labels", "one of code, both", None),
    ("excel=1", "excel", "does not go with this address", None),
    ("value__like=3", "value__like", "no operator", None),
    ("value__=3", "value__", "no operator", None),
    ("value__contains=3", "value__contains", "takes eq, in", None),
    ("value__isnull=true", "value__isnull", "takes eq, in", None),
    ("topic__gt=adoption", "topic__gt", "takes eq, in", None),
    ("unit=%25", "unit", "no parameter", None),
    ("topic=adoptoin", "topic", "one of adoption", "adoption"),
    ("survey=survey-b", "survey", "not known", "survey-a"),
    ("survey__in=survey-a,survy-a", "survey__in", "not known", "survey-a"),
    ("option=yess", "option", "not known", "yes"),
    ("source=reprt", "source", "not known", "report"),
    ("value=abc", "value", "number", None),
    ("value=nan", "value", "number", None),
    ("value=1e999", "value", "number", None),
    ("value=٣", "value", "number", None),
    ("base_n=1.5", "base_n", "whole number", None),
    ("base_n=99999999999999999999", "base_n", "whole number", None),
    ("base_n__in=1,,2", "base_n__in", "empty", None),
    ("base_n__isnull=maybe", "base_n__isnull", "true or false", None),
    ("survey=", "survey", "empty", None),
    ("q=", "q", "empty", None),
    ("sort=", "sort", "empty", None),
    ("q=" + "x" * 201, "q", "at most 200", None),
    ("survey=" + "x" * (LONGEST_TEXT + 1), "survey", f"at most {LONGEST_TEXT}", None),
    ("limit=0", "limit", "from 1 to 1000", None),
    ("limit=1001", "limit", "from 1 to 1000", None),
    ("limit=abc", "limit", "from 1 to 1000", None),
    ("limit=-1", "limit", "from 1 to 1000", None),
    ("limit=٣", "limit", "from 1 to 1000", None),
    ("limit=5&limit=6", "limit", "more than once", None),
    ("wave=2019&wave=2020", "wave", "more than once", None),
    ("count=yes", "count", "one of 0, 1", None),
    ("sort=valu", "sort", "no column", "value"),
    ("sort=value,-value", "sort", "both ways", None),
    ("sort=--value", "sort", "no column", "-value"),
    ("sort=unit", "sort", "no column", None),
    ("fields=valu", "fields", "no column", "value"),
    ("fields=value,,wave", "fields", "no column", None),
    ("cursor=abc", "cursor", "none that this portal gave", None),
    ("cursor=" + "x" * 5000, "cursor", "too long", None),
    ("survey=a%00b", "survey", "NUL", None),
    ("q=%00", "q", "NUL", None),
    ("a%00b=1", "a�b", "no parameter", None),
]


@pytest.mark.parametrize(("query", "parameter", "reason", "near"), REFUSED, ids=[query[:40] for query, *_ in REFUSED])
def test_wrong_parameter_is_refused_with_the_reason(client, query, parameter, reason, near):
    response = client.get(f"/api/v1/figures?{query}")

    body = response.json()
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in body["errors"]] == [parameter]
    assert reason in body["errors"][0]["detail"]
    assert near is None or near in body["errors"][0]["nearest"]


@pytest.mark.parametrize("query", ["published=2020-13", "published=2020-02-30", "published=20", "published=2020-1"])
def test_date_that_is_none_is_refused(client, query):
    response = client.get(f"/api/v1/sources?{query}")

    assert response.status_code == 400
    assert "YYYY-MM" in response.json()["errors"][0]["detail"]


def test_all_wrong_parameters_are_named_at_once(client):
    body = client.get("/api/v1/figures?limit=0&lang=de&valu=3").json()

    assert {error["parameter"] for error in body["errors"]} == {"limit", "lang", "valu"}


def test_unknown_name_comes_with_the_address_put_right(client):
    body = client.get("/api/v1/figures?survy__in=survey-a&limit=2").json()

    href = body["errors"][0]["href"]
    query = QueryDict(href.partition("?")[2]).dict()
    assert href.startswith("http://testserver/api/v1/figures?")
    assert query == {"limit": "2", "survey__in": "survey-a"}
    assert client.get(href).status_code == 200
