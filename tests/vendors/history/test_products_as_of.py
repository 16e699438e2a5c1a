"""The list and the page of products as of a day."""

import pytest

from tests.factories import make_attribute, make_fact, make_product, make_source
from vendors.history.products import standing_then, status_on
from vendors.models import Product


@pytest.fixture
def shop(db):
    """early (2014, memory 1 of 2018, 9 of 2022), late (2021-03), unknown launch, gone (2015, retired 2021-12)."""
    memory = make_attribute(code="max_memory_mb", name_en="Memory", unit="MB")
    source = make_source(published="2023-01-01")
    early = make_product(slug="early", launched="2014", source=source)
    make_product(slug="late", launched="2021-03", source=source)
    make_product(slug="unknown", launched="", source=source)
    make_product(slug="gone", launched="2015", retired="2021-12", status="retired", source=source)
    make_fact(product=early, attribute=memory, value=1, observed_on="2018", is_current=False)
    make_fact(product=early, attribute=memory, value=9, observed_on="2022")


def listed(client, query: str) -> dict[str, tuple[str, str]]:
    frame = client.get(f"/en/products?{query}").context["exhibit"]["value"].frame
    cells = zip(frame["product"], frame["status"], frame["max_memory_mb_text"], strict=True)
    return {product: (status, memory) for product, status, memory in cells}


def test_the_list_of_a_day(client, shop):
    assert listed(client, "as_of=2020-06-30") == {
        "early": ("unknown", "1 MB"),
        "gone": ("unknown", ""),
        "unknown": ("unknown", ""),
    }


def test_the_list_after_an_end_and_after_the_sources(client, shop):
    then = listed(client, "as_of=2023-01-01")

    assert then == {
        "early": ("ga", "9 MB"),
        "gone": ("retired", ""),
        "late": ("ga", ""),
        "unknown": ("ga", ""),
    }
    assert then == listed(client, "service_model=faas")


def test_the_status_of_the_day_is_what_is_filtered(client, shop):
    assert list(listed(client, "as_of=2022-01-01&status=retired")) == ["gone"]
    assert list(listed(client, "as_of=2021-06-01&status=retired")) == []


def test_the_list_says_its_day_in_both_languages(client, shop):
    assert "as known on 2020-06-30" in client.get("/en/products?as_of=2020-06-30").content.decode()
    assert "截至 2020-06-30" in client.get("/zh-hans/products?as_of=2020-06-30").content.decode()


def test_the_page_of_a_day(client, shop):
    answer = client.get("/en/products/early?as_of=2019-01-01")

    frame = answer.context["exhibit"]["value"].frame
    assert list(zip(frame["value"], frame["state"], strict=True)) == [(1, "documented")]
    assert "as known on 2019-01-01" in answer.content.decode()


@pytest.mark.parametrize(
    ("slug", "day", "words"),
    [
        ("late", "2020-01-01", "Launched only later: 2021-03."),
        ("late", "2021-03-31", ""),
        ("gone", "2021-12-31", "Retired by then: 2021-12."),
        ("gone", "2021-12-30", ""),
        ("unknown", "2020-01-01", "No source dates the launch"),
        ("early", "", ""),
    ],
)
def test_the_page_says_where_a_product_stood(client, shop, slug, day, words):
    assert standing_then(Product.objects.get(slug=slug), day).startswith(words)
    page = client.get(f"/en/products/{slug}" + (f"?as_of={day}" if day else "")).content.decode()
    assert words in page


@pytest.mark.parametrize("address", ["products", "products/early", "products.csv", "products/early.csv"])
@pytest.mark.parametrize("day", ["2020", "2020-02-30", "2099-01-01", "yesterday"])
def test_no_day_is_400(client, shop, address, day):
    assert client.get(f"/en/{address}?as_of={day}").status_code == 400


def test_a_form_left_empty_is_the_page_of_now(client, shop):
    assert client.get("/en/products/early?as_of=").url == "/en/products/early"


def test_an_undated_end_leaves_the_status_to_its_source(db):
    source = make_source(published="2024-05")
    product = make_product(launched="", retired="", status="retired", source=source)

    assert status_on(product, "2024-05-30") == "unknown"
    assert status_on(product, "2024-05-31") == "retired"
    assert status_on(product, "") == "retired"
