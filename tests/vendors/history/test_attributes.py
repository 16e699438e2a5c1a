"""The page of one attribute: all values ranked; and the dictionary of attributes."""

import pytest
from django.http import QueryDict

from portal.charts.shapes import RankedBars
from portal.glossary.vocabulary import current_vocabulary
from tests.factories import make_attribute, make_fact, make_product
from vendors.filters.attributes import AttributeForm
from vendors.models import Attribute, Product, Vendor
from vendors.selections.attributes import values_of

pytestmark = pytest.mark.django_db


def values(attribute: Attribute, query: str = ""):
    return values_of(attribute, AttributeForm.read(QueryDict(query)))


def shown(exhibit) -> list[tuple]:
    return list(zip(exhibit.frame["product"], exhibit.frame["value_text"], strict=True))


@pytest.fixture
def memory():
    """More is better: big 512 in doubt, mid and middle 256, small 128; free without limit, other not applicable."""
    attribute = make_attribute(code="memory", name_en="Memory", unit="MB", better="higher")
    for slug, value in (("small", 128), ("mid", 256), ("middle", 256)):
        make_fact(product=make_product(slug=slug), attribute=attribute, value=value)
    make_fact(product=make_product(slug="big"), attribute=attribute, value=512, doubt_en="A copy.")
    for slug, state in (("free", "unlimited"), ("other", "not_applicable")):
        make_fact(product=make_product(slug=slug), attribute=attribute, value=None, state=state)
    make_product(slug="silent")
    make_product(slug="workflow", service_model=Product.ServiceModel.WORKFLOW)
    return attribute


def test_the_better_come_first_what_is_not_documented_last(memory):
    assert shown(values(memory)) == [
        ("free", "No limit"),
        ("big", "512 MB"),
        ("mid", "256 MB"),
        ("middle", "256 MB"),
        ("small", "128 MB"),
        ("other", "Does not apply"),
        ("silent", "not documented"),
    ]


def test_where_less_is_better_no_limit_comes_after_the_numbers(memory):
    memory.better = "lower"

    assert [slug for slug, value in shown(values(memory))] == [
        *("small", "mid", "middle", "big", "free", "other", "silent")
    ]


def test_bars_are_the_numbers_and_doubts_are_light(memory):
    exhibit = values(memory)

    assert isinstance(exhibit.shape, RankedBars)
    assert list(zip(exhibit.drawn["number"], exhibit.drawn["tone"], strict=True)) == [
        (512, "muted"),
        (256, "emph"),
        (256, "emph"),
        (128, "emph"),
    ]


def test_the_finding_counts_and_names_no_value_in_doubt(memory):
    finding = values(memory).finding

    assert finding == "6 of 7 products document it; from 128 MB (Name of small) to 256 MB (2 products)"


def test_money_is_ranked_within_its_currency_only():
    price = make_attribute(code="price", value_type="money", unit="currency/GB-s", better="lower", group="pricing")
    for slug, value, currency in (("a", "0.3", "USD"), ("b", "0.2", "USD"), ("c", "0.1", "CNY")):
        make_fact(product=make_product(slug=slug), attribute=price, value=value, currency=currency)

    exhibit = values(price)

    assert list(exhibit.frame["product"]) == ["b", "a", "c"]
    assert list(exhibit.drawn["number"]) == [0.2, 0.3]
    assert exhibit.shape.unit == "USD per GB-second"
    assert any("one currency only" in note.text for note in exhibit.notes)


@pytest.mark.parametrize(
    ("kind", "given", "order"),
    [
        ("boolean", {"a": False, "b": True, "c": True}, ["b", "c", "a"]),
        ("text", {"b": "one", "a": "two"}, ["a", "b"]),
        ("list", {"b": ["x"], "a": ["y", "z"]}, ["a", "b"]),
    ],
)
def test_other_types_have_a_table_only(kind, given, order):
    attribute = make_attribute(value_type=kind)
    for slug, value in given.items():
        make_fact(product=make_product(slug=slug), attribute=attribute, value=value)

    exhibit = values(attribute)

    assert exhibit.shape is None
    assert list(exhibit.frame["product"]) == order


def test_as_of_a_day_values_and_products_are_those_of_then():
    attribute = make_attribute(unit="MB", better="higher")
    early, late = make_product(slug="early", launched="2014"), make_product(slug="late", launched="2021-03")
    unknown = make_product(slug="unknown", launched="")
    make_fact(product=early, attribute=attribute, value=1, observed_on="2018", is_current=False)
    make_fact(product=early, attribute=attribute, value=9, observed_on="2022")
    make_fact(product=unknown, attribute=attribute, value=2, observed_on="2019")
    make_fact(product=late, attribute=attribute, value=5, observed_on="2021-04")

    assert shown(values(attribute, "as_of=2020-01-01")) == [("unknown", "2 MB"), ("early", "1 MB")]
    assert shown(values(attribute, "as_of=2026-06-01")) == [("early", "9 MB"), ("late", "5 MB"), ("unknown", "2 MB")]
    assert any("As known on 2020-01-01" in note.text for note in values(attribute, "as_of=2020-01-01").notes)


def test_nothing_documented_is_an_empty_page(client):
    make_attribute(code="lonely")

    answer = client.get("/en/attributes/lonely")

    assert answer.status_code == 200
    assert "No product documents a value." in answer.content.decode()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_lists_what_is_not_documented_apart(client, memory, language):
    page = client.get(f"/{language}/attributes/memory").content.decode()

    assert f'href="/{language}/products/silent/memory#correct"' in page
    assert f'href="/{language}/products/big/memory"' in page
    assert f'href="/{language}/compare?products=free~big~mid~middle~small~other&amp;attributes=memory"' in page
    assert f'href="/{language}/attributes/memory.atom"' in page


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx", ".png", ".svg", ".pptx", ".vl.json"])
def test_files_of_an_attribute(client, memory, suffix):
    assert client.get(f"/en/attributes/memory{suffix}").status_code == 200


@pytest.mark.parametrize(
    "query", ["as_of=2020", "as_of=2099-01-01", "service_model=faass", "sort=value", "as_of=2020-02-30"]
)
def test_what_is_wrong_is_400(client, memory, query):
    assert client.get(f"/en/attributes/memory?{query}").status_code == 400


def test_the_dictionary_has_every_attribute_with_its_count(client, memory):
    make_attribute(code="other", group="pricing", value_type="text", order=9)

    exhibit = client.get("/en/attributes").context["exhibit"]["value"]

    assert list(zip(exhibit.frame["attribute"], exhibit.frame["products"], strict=True)) == [
        ("memory", 6),
        ("other", 0),
    ]
    assert exhibit.finding == "2 attributes in 2 groups"


def test_what_is_counted_stands_in_order():
    assert Attribute.objects.with_product_counts().ordered
    assert Vendor.objects.with_presence().ordered


@pytest.mark.parametrize(
    ("query", "codes"),
    [("group=pricing", ["other"]), ("value_type=number", ["memory"]), ("q=memo", ["memory"]), ("q=zzz", [])],
)
def test_the_dictionary_is_filtered(client, memory, query, codes):
    make_attribute(code="other", group="pricing", value_type="text")

    answer = client.get(f"/en/attributes?{query}")

    assert list(answer.context["exhibit"]["value"].frame["attribute"]) == codes


def test_few_queries(client, memory, django_assert_max_num_queries):
    current_vocabulary("en")  # read once for each version of the data, not by each page
    with django_assert_max_num_queries(8):
        client.get("/en/attributes/memory")
