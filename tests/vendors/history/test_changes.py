"""What changed: the steps of each fact, the difference between two days, launches, ends and events; page and files."""

import csv
import io
import re

import pytest

from tests.factories import (
    make_attribute,
    make_category,
    make_fact,
    make_listing,
    make_listing_event,
    make_product,
    make_scheme,
    make_source,
)
from vendors.frames.changes import change_table
from vendors.history.change import Span, fact_changes
from vendors.models import Fact
from vendors.selections.changes import changes_of

pytestmark = pytest.mark.usefixtures("story")


def told(**parameters) -> list[tuple]:
    """(date, kind, product or item, value before, value after) of each change."""
    return [
        (
            change.date,
            change.kind.value,
            change.product.slug if change.product else change.event.key,
            change.before and change.before.number and int(change.before.number),
            change.fact and change.fact.number and int(change.fact.number),
        )
        for change in changes_of(**parameters)
    ]


def test_every_step_counts_once_newest_first():
    assert told() == [
        ("2024", "changed", "lambda", 3008, 10240),
        ("2021-12", "retired", "old", None, None),
        ("2020-03-02", "entered", "aws", None, None),
        ("2019-12", "changed", "lambda", 1536, 3008),
        ("2019-05-02", "renamed", "pine", None, None),
        ("2018-03-01", "documented", "old", None, 512),
        ("2017-11", "documented", "lambda", None, 1536),
        ("2014", "launched", "lambda", None, None),
    ]


def test_between_two_days_only_the_difference_counts():
    assert told(span=Span(since="2018-01-01", until="2024-12-31"), products=["lambda"]) == [
        ("2024", "changed", "lambda", 1536, 10240),
        ("2020-03-02", "entered", "aws", None, None),
    ]


def test_the_first_day_is_not_in_the_span_the_last_is():
    assert told(span=Span(since="2018-03-01", until="2019-12-31"), attributes=["memory"]) == [
        ("2019-12", "changed", "lambda", 1536, 3008)
    ]
    assert told(span=Span(since="2018-02-28", until="2018-03-01"), attributes=["memory"]) == [
        ("2018-03-01", "documented", "old", None, 512)
    ]


def test_a_value_that_went_there_and_back_is_no_difference():
    product, attribute = make_product(), make_attribute()
    for value, day in ((1, "2020-01-01"), (2, "2021-01-01"), (1, "2022-01-01")):
        make_fact(product=product, attribute=attribute, value=value, observed_on=day, is_current=day == "2022-01-01")
    facts = list(Fact.objects.with_everything().of_products([product]))

    assert list(fact_changes(facts, Span(since="2020-06-01", until="2023-01-01"))) == []
    assert [int(change.fact.number) for change in fact_changes(facts, Span(until="2023-01-01"))] == [1, 2, 1]


def test_a_source_without_a_date_changes_a_value_on_the_day_it_was_read():
    """Only where it is shown: here before the dated one."""
    product, attribute = make_product(), make_attribute()
    read = make_source(accessed="2019-02-03")
    make_fact(product=product, attribute=attribute, value=1, observed_on="", source=read, is_current=False)
    make_fact(product=product, attribute=attribute, value=2, observed_on="2020-01-01")
    facts = list(Fact.objects.with_everything().of_products([product]))

    changes = list(fact_changes(facts, Span(until="2023-01-01")))

    assert [(change.kind.value, change.date, change.before.observed_on) for change in changes] == [
        ("changed", "2020-01-01", "")
    ]


def test_other_currency_or_state_is_a_change():
    product, attribute = make_product(), make_attribute(value_type="money")
    make_fact(product=product, attribute=attribute, value=1, observed_on="2020", is_current=False)
    make_fact(product=product, attribute=attribute, value=1, currency="CNY", observed_on="2021", is_current=False)
    make_fact(product=product, attribute=attribute, value=None, currency="", state="not_applicable", observed_on="2022")

    found = fact_changes(Fact.objects.with_everything().of_products([product]), Span(until="2023-01-01"))

    assert [change.fact.observed_on for change in found] == ["2020", "2021", "2022"]


def rows_of(client, query: str = "", language: str = "en") -> list[dict]:
    answer = client.get(f"/{language}/changes.csv{query}")
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_the_file_has_values_words_and_kinds_of_dates(client):
    rows = rows_of(client, "?product=lambda&attribute=memory")

    assert [(row["date"], row["what"], row["previous"], row["value"], row["unit"]) for row in rows] == [
        ("2024", "AWS Lambda · Maximum memory: 3,008 MB → 10,240 MB", "3008", "10240", "MB"),
        ("2019-12", "AWS Lambda · Maximum memory: 1,536 MB → 3,008 MB", "1536", "3008", "MB"),
        ("2017-11", "AWS Lambda · Maximum memory: 1,536 MB", "", "1536", "MB"),
    ]
    assert {row["dated_by"] for row in rows} == {"source"}
    assert {row["source"] for row in rows} == {"quotas"}


def test_chinese_rows_say_the_same(client):
    (row,) = rows_of(client, "?kind=renamed", language="zh-hans")

    assert row["what"] == "全景：Fir 更名为 Pine"
    assert row["kind_label"] == "在全景图中更名"


def test_filters_narrow(client):
    assert {row["kind"] for row in rows_of(client, "?scheme=map")} == {"entered", "renamed"}
    assert {row["kind"] for row in rows_of(client, "?kind=launched~retired")} == {"launched", "retired"}
    assert [row["item_key"] for row in rows_of(client, "?product=lambda&kind=entered")] == ["aws"]
    assert rows_of(client, "?product=old&scheme=map") == []


def test_the_page_says_what_changed_with_links_and_notes(client):
    page = client.get("/en/changes?from=2018-01-01&to=2020-12-31").content.decode()

    assert "AWS Lambda · Maximum memory: 1,536 MB → 3,008 MB" in page
    assert 'href="/en/products/lambda/memory"' in page
    assert "From 2018-01-01 to 2020-12-31" in page
    assert "in doubt" in page
    assert 'type="application/atom+xml"' in page


def test_an_empty_answer_is_said(client):
    page = client.get("/zh-hans/changes?from=2012-01-01&to=2012-02-01").content.decode()

    assert "没有符合筛选条件的变更" in page


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("from=2020", "YYYY-MM-DD"),
        ("to=2020-02-30", "YYYY-MM-DD"),
        ("to=2099-01-01", "yet to come"),
        ("from=2020-01-02&to=2020-01-02", "before the one in"),
        ("product=lambd", "lambda"),
        ("attribute=nothing", "not known"),
        ("kind=grown", "not known"),
        ("scheme=mop", "map"),
        ("page=0", "greater than or equal to 1"),
        ("page=x", "whole number"),
        ("page=1_0", "whole number"),
        ("page=%EF%BC%92", "whole number"),
        ("sort=date", "no such parameter"),
    ],
)
def test_what_is_wrong_is_said(client, query, reason):
    answer = client.get(f"/en/changes?{query}")

    assert answer.status_code == 400
    assert reason in answer.content.decode()


def test_a_file_has_no_pages(client):
    assert client.get("/en/changes.csv?page=2").status_code == 400


def test_a_long_list_comes_in_pages(client):
    product = make_product(slug="many")
    for number in range(60):
        make_fact(product=product, attribute=make_attribute(), observed_on=f"2020-01-{number % 28 + 1:02d}")

    first = client.get("/en/changes?product=many").context["pages"]
    second = client.get("/en/changes?product=many&page=2").context["pages"]

    assert [sum(len(day.changes) for day in each.days) for each in (first, second)] == [50, 11]
    assert first.following["href"] == "?product=many&page=2"
    assert second.previous["href"] == "?product=many"
    assert second.following is None


def test_a_page_beyond_the_last_says_how_many_there_are(client):
    page = client.get("/en/changes?page=7").content.decode()

    assert "There is 1 page of changes." in page


def test_few_queries_whatever_the_size(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get("/en/changes")


def test_an_item_that_no_edition_lists_has_no_page_to_lead_to():
    scheme = make_scheme(code="other-map", kind="landscape")
    make_listing(category=make_category(scheme=scheme), key="there")
    for key in ("there", "gone"):
        make_listing_event(scheme=scheme, key=key)

    rows = change_table(changes_of()).to_dict("records")

    addresses = {row["address"] for row in rows if row["what"].startswith(scheme.label)}
    assert addresses == {"landscape/other-map/items/there", ""}


@pytest.mark.parametrize("page", ["news", "changes"])
def test_what_has_no_page_leads_nowhere_and_in_feeds_to_the_list(client, page):
    make_listing_event(scheme=make_scheme(code="other-map", kind="landscape"), key="gone", name="Gone")

    text = client.get(f"/en/{page}").text
    feed = client.get(f"/en/{page}.atom").text

    assert "Gone entered" in text
    assert not re.search(r"<a [^>]*>[^<]*Gone entered", text)
    (entry,) = [part for part in feed.split("<entry") if "Gone entered" in part]
    assert f'href="http://testserver/en/{page}"' in entry
