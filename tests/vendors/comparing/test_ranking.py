"""Products in the order of their values: what is unknown stands last, currencies stay apart."""

import pytest

from tests.factories import make_attribute, make_fact, make_product
from vendors.comparing.ranking import arranged, places, ranked
from vendors.comparing.requirements import Preference
from vendors.comparing.selecting import by_place
from vendors.models import Attribute, Fact
from vendors.rates import RateField, Rates

pytestmark = pytest.mark.django_db


@pytest.fixture
def products():
    return [make_product(slug=slug) for slug in ("one", "two", "three", "four", "five")]


def slugs(products):
    return " ".join(product.slug for product in products)


def in_order(products, attribute, *, is_descending, rates=None):
    facts = by_place(Fact.objects.with_sources())
    found = places(facts.get(attribute.pk, {}), products, rates or Rates())
    return slugs(arranged(products, found, is_descending=is_descending))


def test_unlimited_is_beyond_every_number_and_unknown_is_last(products):
    memory = make_attribute(code="memory", unit="MB")
    one, two, three, four, _five = products
    make_fact(product=one, attribute=memory, value="10")
    make_fact(product=two, attribute=memory, state=Fact.State.UNLIMITED, value=None)
    make_fact(product=three, attribute=memory, state=Fact.State.NOT_APPLICABLE, value=None)
    make_fact(product=four, attribute=memory, value="9")

    assert in_order(products, memory, is_descending=False) == "four one two three five"
    assert in_order(products, memory, is_descending=True) == "two one four three five"


def test_alike_stay_in_the_readers_order(products):
    memory = make_attribute(code="memory", unit="MB")
    for product in products:
        make_fact(product=product, attribute=memory, value="1")

    assert in_order(products[::-1], memory, is_descending=True) == "five four three two one"


def prices(products):
    price = make_attribute(
        code="price", value_type=Attribute.ValueType.MONEY, unit="currency/GB-s", better=Attribute.Better.LOWER
    )
    amounts = [("3", "USD"), ("7", "CNY"), ("1", "USD"), ("2", "EUR")]
    for product, (value, currency) in zip(products, amounts, strict=False):
        make_fact(product=product, attribute=price, value=value, currency=currency)
    return price


def test_money_is_sorted_within_its_currency_the_most_frequent_first(products):
    price = prices(products)

    assert in_order(products, price, is_descending=False) == "three one two four five"
    assert in_order(products, price, is_descending=True) == "one three two four five"


def test_a_rate_brings_currencies_together(products):
    price = prices(products)

    rates = RateField().clean("CNY:USD:0.14:2026-11-01~USD:EUR:0.5:2026-11-01")  # 7 CNY = 0.98 USD, 2 EUR = 4 USD
    assert in_order(products, price, is_descending=False, rates=rates) == "two three one four five"


def test_ranks_are_shared_and_what_cannot_be_compared_has_none(products):
    price = prices(products)
    facts = by_place(Fact.objects.with_sources())

    order, ranks = ranked(products, [Preference(price)], facts, Rates())
    assert (slugs(order), ranks) == ("three one two four five", {})  # three currencies

    order, ranks = ranked(products, [Preference(price)], facts, RateField().clean("CNY:USD:1:2026-11-01"))
    assert ranks == {}  # EUR is still apart

    same = [products[0], products[2], products[4]]
    order, ranks = ranked(same, [Preference(price, is_reversed=True)], facts, Rates())
    assert slugs(order) == "one three five"
    assert ranks == {products[0].pk: 1, products[2].pk: 2}  # five is not documented


def test_the_next_preference_parts_those_alike(products):
    gpu = make_attribute(code="gpu", value_type=Attribute.ValueType.BOOLEAN, better=Attribute.Better.HIGHER)
    runtimes = make_attribute(code="runtimes", value_type=Attribute.ValueType.LIST, better=Attribute.Better.NONE)
    for product, has_gpu, items in zip(
        products, (False, True, True, True, False), (["a"], ["a"], ["b", "c"], ["d", "e"], ["f"]), strict=True
    ):
        make_fact(product=product, attribute=gpu, value=has_gpu)
        make_fact(product=product, attribute=runtimes, value=items)
    facts = by_place(Fact.objects.with_sources())

    order, ranks = ranked(products, [Preference(gpu), Preference(runtimes)], facts, Rates())

    assert slugs(order) == "three four two one five"
    assert [ranks[product.pk] for product in order] == [1, 1, 3, 4, 4]


def test_a_price_of_a_part_stands_after_whole_ones_and_has_no_rank(products):
    price = prices(products)
    facts = by_place(Fact.objects.with_sources())
    one, _two, three, _four, _five = products
    facts[price.pk] = {product.pk: facts[price.pk][product.pk] for product in (one, three)}  # 3 USD and 1 USD
    facts[price.pk][three.pk].is_part = True

    in_order, ranks = ranked([one, three], [Preference(price)], facts, Rates())

    assert slugs(in_order) == "one three"
    assert ranks == {one.pk: 1}


def test_prices_that_all_cover_the_same_part_are_compared(products):
    price = prices(products)
    facts = by_place(Fact.objects.with_sources())
    one, _two, three, _four, _five = products
    facts[price.pk] = {product.pk: facts[price.pk][product.pk] for product in (one, three)}
    for fact in facts[price.pk].values():
        fact.is_part = True

    in_order, ranks = ranked([one, three], [Preference(price)], facts, Rates())

    assert slugs(in_order) == "three one"
    assert ranks == {three.pk: 1, one.pk: 2}
