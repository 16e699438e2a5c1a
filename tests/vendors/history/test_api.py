"""What changed, and facts as of a day, in the API."""

import pytest

pytestmark = pytest.mark.usefixtures("story")

CHANGES, FACTS = "/api/v1/changes", "/api/v1/facts"


def test_changes_have_values_words_and_sources(client):
    answer = client.get(CHANGES, {"product": "lambda", "kind": "changed"}).json()

    assert answer["data"][0] == {
        "date": "2024",
        "dated_by": "source",
        "kind": "changed",
        "product": "lambda",
        "product_name": "AWS Lambda",
        "attribute": "memory",
        "attribute_name": "Maximum memory",
        "scheme": None,
        "item": None,
        "item_name": None,
        "previous": 3008,
        "value": 10240,
        "unit": "MB",
        "text": "AWS Lambda · Maximum memory: 3,008 MB → 10,240 MB",
        "source": {
            "code": "quotas",
            "title": "Quotas <of Lambda>",
            "url": "https://example.org/quotas",
            "publisher": "Publisher",
            "published": "2020-05",
        },
    }
    assert answer["page"] == {"limit": 50, "page": 1, "pages": 1, "count": 2}
    assert answer["links"]["csv"] == "http://testserver/en/changes.csv?kind=changed&product=lambda"


def test_changes_of_landscapes_in_chinese(client):
    (row,) = client.get(CHANGES, {"kind": "renamed", "lang": "zh-hans"}).json()["data"]

    assert (row["scheme"], row["item"], row["previous"], row["value"]) == ("map", "pine", "Fir", "Pine")
    assert row["text"] == "全景：Fir 更名为 Pine"
    assert row["product"] is None


def test_pages_follow_each_other_to_the_end(client):
    seen, address = [], f"{CHANGES}?limit=3"
    while address:
        answer = client.get(address).json()
        seen += [row["text"] for row in answer["data"]]
        address = answer["links"]["next"]

    assert len(seen) == len(set(seen)) == answer["page"]["count"] == 8
    assert answer["page"]["pages"] == 3


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("from=2020", "YYYY-MM-DD"),
        ("to=2099-01-01", "yet to come"),
        ("from=2021-01-01&to=2020-01-01", "Choose a day before"),
        ("kind=grown", "is not one of"),
        ("product=lambd", "lambda"),
        ("limit=0", "greater than or equal to 1"),
        ("limit=1001", "less than or equal to 1000"),
        ("page=x", "whole number"),
        ("limit=1_0", "whole number"),
        ("kind=", "is empty"),
        ("lang=fr", "en, zh-hans"),
        ("theme=dark", "no such parameter"),
    ],
)
def test_what_is_wrong_is_a_problem(client, query, reason):
    answer = client.get(f"{CHANGES}?{query}")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert reason in answer.content.decode()


def numbers(client, **query) -> dict[str, float]:
    answer = client.get(FACTS, query)
    assert answer.status_code == 200, answer.content
    return {f"{row['product']}/{row['attribute']}": row["value"] for row in answer.json()["data"]}


@pytest.mark.parametrize(
    ("day", "facts"),
    [
        ("2017-11-29", {}),
        ("2018-03-01", {"lambda/memory": 1536, "old/memory": 512}),
        ("2024-12-31", {"lambda/memory": 10240, "old/memory": 512}),
        ("2026-05-28", {"lambda/memory": 10240, "lambda/price": 0.2, "old/memory": 512}),
    ],
)
def test_facts_of_a_day(client, day, facts):
    assert numbers(client, as_of=day) == facts


def test_facts_of_a_day_with_filters_pages_and_as_a_file(client):
    assert numbers(client, as_of="2018-03-01", product="old") == {"old/memory": 512}
    first = client.get(FACTS, {"as_of": "2018-03-01", "limit": 1}).json()
    following = client.get(first["links"]["next"]).json()["data"]
    assert [row["product"] for row in first["data"] + following] == ["lambda", "old"]
    lines = b"".join(client.get(f"{FACTS}.csv", {"as_of": "2018-03-01"}).streaming_content).splitlines()
    assert len(lines) == 3


def test_a_cursor_belongs_to_its_day(client):
    cursor = client.get(FACTS, {"as_of": "2018-03-01", "limit": 1}).json()["page"]["next_cursor"]

    assert client.get(FACTS, {"as_of": "2024-12-31", "limit": 1, "cursor": cursor}).status_code == 400
    assert client.get(FACTS, {"limit": 1, "cursor": cursor}).status_code == 400


@pytest.mark.parametrize("day", ["", "2020", "2020-02-30", "2099-01-01", "x"])
@pytest.mark.parametrize("address", [FACTS, f"{FACTS}.csv"])
def test_no_day_is_a_problem(client, address, day):
    assert client.get(address, {"as_of": day}).status_code == 400


@pytest.mark.parametrize("address", ["/api/v1/products", f"{FACTS}/lambda/memory"])
def test_others_take_no_day(client, address):
    assert client.get(address, {"as_of": "2020-01-01"}).status_code == 400
