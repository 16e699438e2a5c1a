"""Cursors: every row once, whatever the order; a cursor that does not belong is refused."""

import pytest
from django.core import signing
from django.db import connection

from tests import factories as make


def walk(client, query: str, limit: int) -> list[dict]:
    """All rows, page by page along links.next, which the Link header repeats."""
    rows, address = [], f"/api/v1/figures?limit={limit}&{query}"
    while address:
        response = client.get(address)
        body = response.json()
        assert response.status_code == 200, body
        assert len(body["data"]) <= limit
        assert response.get("Link") == (f'<{body["links"]["next"]}>; rel="next"' if body["links"]["next"] else None)
        assert (body["page"]["next_cursor"] is None) == (body["links"]["next"] is None)
        rows += body["data"]
        address = body["links"]["next"]
    return rows


@pytest.fixture
def figures(db):
    """23 figures with many ties and gaps."""
    wave = make.make_wave()
    question = make.make_question(survey=wave.survey)
    for number in range(23):
        make.make_figure(
            wave=wave,
            option=make.make_option(question=question, code=f"option_{number:02}", name_en=f"Option {number % 4}"),
            percent=f"{number % 3}.{number % 2}5",
            base_n=number % 4 * 100 or None,
            low=None if number % 3 else 0,
            high=None if number % 3 else 100,
            page="" if number % 5 else f"p. {number % 2}",
        )


SORTS = [
    "value",
    "-value",
    "base_n",
    "-base_n,value",
    "page,-base_n",
    "-page,ci_low,-value",
    "option_label,-page",
    "-option",
]


@pytest.mark.parametrize("limit", [1, 4, 22, 23, 24])
@pytest.mark.parametrize("sort", SORTS)
def test_walk_meets_every_row_once_in_order(client, figures, sort, limit):
    rows = walk(client, f"sort={sort}", limit)

    options = [row["option"] for row in rows]
    assert sorted(options) == [f"option_{number:02}" for number in range(23)]
    assert rows == expected_order(rows, sort)


def expected_order(rows: list[dict], sort: str) -> list[dict]:
    """Sorted key by key from the last to the first; missing values last either way, ties as loaded."""
    rows = sorted(rows, key=lambda row: row["option"])
    for key in reversed(sort.split(",")):
        name = key.removeprefix("-")
        there = [row for row in rows if row[name] is not None]
        there.sort(key=lambda row: row[name], reverse=key.startswith("-"))
        rows = there + [row for row in rows if row[name] is None]
    return rows


def test_walk_without_sort_is_in_order_of_loading(client, figures):
    assert [row["option"] for row in walk(client, "", 5)] == [f"option_{number:02}" for number in range(23)]


def test_walk_keeps_filters_and_columns(client, figures):
    rows = walk(client, "base_n__isnull=false&fields=base_n&sort=-base_n", 4)

    assert [row["base_n"] for row in rows] == [300] * 5 + [200] * 6 + [100] * 6


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_names_sort_in_the_language_asked_for(client, db, lang):
    make.make_survey(slug="one", name_en="Alpha", name_zh="丙")
    make.make_survey(slug="two", name_en="Beta", name_zh="乙")
    make.make_survey(slug="three", name_en="Gamma", name_zh="")

    rows, cursor = [], ""
    while cursor is not None:
        parameters = {"sort": "name", "lang": lang, "limit": 1} | ({"cursor": cursor} if cursor else {})
        body = client.get("/api/v1/surveys", parameters).json()
        rows += [row["slug"] for row in body["data"]]
        cursor = body["page"]["next_cursor"]

    assert rows == {"en": ["one", "two", "three"], "zh-hans": ["three", "one", "two"]}[lang]


def test_numbers_of_many_digits_find_themselves_again(client, db):
    product = make.make_product()
    numbers = ["123456789012.123456789012", "123456789012.123456789011", "0.000000000001", "0.333333333333"]
    for number in numbers:
        make.make_fact(product=product, value=number)

    seen, cursor = 0, ""
    while cursor is not None:
        parameters = {"sort": "number", "limit": 1} | ({"cursor": cursor} if cursor else {})
        body = client.get("/api/v1/facts", parameters).json()
        seen += len(body["data"])
        cursor = body["page"]["next_cursor"]

    assert seen == len(numbers)


def test_a_later_page_starts_in_the_index(client, figures, django_assert_max_num_queries):
    """The start of a page is found by id, not by counting rows."""
    cursor = client.get("/api/v1/figures?limit=10").json()["page"]["next_cursor"]

    with django_assert_max_num_queries(2) as queries:
        client.get(f"/api/v1/figures?limit=10&cursor={cursor}")

    sql = queries.captured_queries[-1]["sql"]
    assert "OFFSET" not in sql
    if connection.vendor == "sqlite":
        with connection.cursor() as database:
            database.execute(f"EXPLAIN QUERY PLAN {sql}")
            plan = " / ".join(row[3] for row in database.fetchall())
        assert "SEARCH surveys_figure USING INTEGER PRIMARY KEY (rowid>?)" in plan
        assert "TEMP B-TREE" not in plan


def refusal(client, query: str) -> str:
    response = client.get(f"/api/v1/figures?{query}")

    assert response.status_code == 400
    return response.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    "change", ["sort=base_n", "sort=value&lang=zh-hans", "sort=value&option=option_00", "sort=-value", "sort=value&q=o"]
)
def test_cursor_of_another_list_is_refused(client, figures, change):
    cursor = client.get("/api/v1/figures?limit=2&sort=value").json()["page"]["next_cursor"]

    assert "belongs to another list" in refusal(client, f"limit=2&{change}&cursor={cursor}")


def test_cursor_of_another_resource_is_refused(client, figures):
    make.make_survey()
    cursor = client.get("/api/v1/surveys?limit=1").json()["page"]["next_cursor"]

    assert "belongs to another list" in refusal(client, f"cursor={cursor}")


def test_forged_cursor_is_refused(client, figures):
    cursor = client.get("/api/v1/figures?limit=2").json()["page"]["next_cursor"]

    assert "none that this portal gave" in refusal(client, f"cursor={cursor[:-3]}abc")
    assert "none that this portal gave" in refusal(client, "cursor=" + signing.dumps(["x", [1]], salt="another"))


def test_page_size_and_columns_may_change_under_a_cursor(client, figures):
    cursor = client.get("/api/v1/figures?limit=2&sort=option").json()["page"]["next_cursor"]

    rows = client.get(f"/api/v1/figures?limit=3&sort=option&fields=option&labels=code&cursor={cursor}").json()["data"]

    assert [row["option"] for row in rows] == ["option_02", "option_03", "option_04"]
