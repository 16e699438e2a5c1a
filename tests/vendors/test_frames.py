"""Frames of vendors, products, facts and listings: exact cells, fixed types, order, what is not known."""

import math

import pytest

from portal.exhibits.frames import frame_of
from tests.factories import (
    make_attribute,
    make_category,
    make_fact,
    make_listing,
    make_product,
    make_scheme,
    make_source,
    make_vendor,
)
from vendors.changes import changes_between
from vendors.frames.comparison import COMPARED_TYPES, compared_facts
from vendors.frames.facts import product_facts
from vendors.frames.listings import TYPES as LISTING_TYPES
from vendors.frames.listings import by_provider, listing_table
from vendors.frames.products import TYPES as PRODUCT_TYPES
from vendors.frames.products import product_table
from vendors.frames.sorting import sorted_by
from vendors.frames.vendors import TYPES as VENDOR_TYPES
from vendors.frames.vendors import vendor_table
from vendors.models import Attribute, Fact, Listing, Product, Scheme, Vendor

pytestmark = pytest.mark.django_db


def money(code="price", better="lower", **values):
    return make_attribute(
        code=code, value_type=Attribute.ValueType.MONEY, better=better, unit="currency/GB-s", **values
    )


def number(code="memory", better="higher", **values):
    return make_attribute(code=code, better=better, unit="MB", **values)


def best_cells(frame):
    return set(frame[frame["is_best"]]["product"])


def compare(products, attribute):
    return compared_facts(products, [attribute], Fact.objects.current().with_sources())


def make_frame_types(frame):
    return {column: str(kind) for column, kind in frame.dtypes.items()}


@pytest.mark.parametrize(
    ("frame", "types"),
    [
        (lambda: vendor_table([]), VENDOR_TYPES),
        (lambda: product_table([], []), PRODUCT_TYPES),
        (lambda: compared_facts([], [], []), COMPARED_TYPES),
        (lambda: listing_table([]), LISTING_TYPES),
    ],
    ids=["vendors", "products", "facts", "listings"],
)
def test_empty_frames_have_all_columns_and_types(frame, types):
    assert make_frame_types(frame()) == types


def test_frame_of_refuses_a_row_of_other_columns():
    with pytest.raises(ValueError, match="b"):
        frame_of([{"a": 1, "b": 2}], {"a": "int64"})


def test_vendor_table_counts_products_and_landscape_items():
    aws = make_vendor(slug="aws", name_en="AWS", country="US", city="Seattle")
    make_product(vendor=aws)
    make_product(vendor=aws)
    landscape = make_category(scheme=make_scheme(kind=Scheme.Kind.LANDSCAPE))
    for edition in ("2018", "2020"):
        make_listing(category=landscape, vendor=aws, key="lambda", name_en="Lambda", edition=edition)
    make_listing(category=make_category(), vendor=aws, key="fargate", name_en="Fargate", edition="2026")

    row = vendor_table(Vendor.objects.with_presence().filter(slug="aws")).iloc[0]

    assert (row["products"], row["items"], row["first_year"], row["last_year"]) == (2, 1, "2018", "2020")
    assert (row["years"], row["country_label_zh"], row["in_china"], row["china_tag"]) == ("2018–2020", "美国", "no", "")


def test_vendor_in_china_is_marked_and_unknown_is_not_no():
    make_vendor(slug="alibaba", country="CN")
    make_vendor(slug="nobody-knows")

    frame = vendor_table(Vendor.objects.with_presence()).set_index("vendor")

    assert frame.loc["alibaba", ["in_china", "china_tag"]].tolist() == ["yes", "HQ in China"]
    assert frame.loc["nobody-knows", ["country", "country_label_en", "in_china", "china_tag"]].tolist() == [
        "",
        "unknown",
        "unknown",
        "",
    ]


def test_product_table_gives_each_key_fact_its_words_source_and_doubt():
    memory, price = number(), money()
    product = make_product(slug="lambda", vendor=make_vendor(slug="aws", country="US"))
    make_fact(
        product=product,
        attribute=memory,
        value="10240",
        source=make_source(code="quotas"),
        doubt_en="Two pages differ.",
    )
    make_fact(product=product, attribute=price, value="0.0000166667", source=make_source(code="prices"))
    make_fact(product=product, attribute=price, value="9", observed_on="2019", is_current=False)
    facts = Fact.objects.current().with_sources()

    row = product_table(Product.objects.with_facts(facts), [memory, price]).iloc[0]

    assert (row["memory"], row["memory_text"], row["memory_source"]) == (10240.0, "10,240 MB", "quotas")
    assert (row["memory_doubt"], row["memory_tag"]) == ("Two pages differ.", "in doubt")
    assert (row["price"], row["price_text"], row["price_currency"]) == (0.0000166667, "0.0000166667 USD", "USD")
    assert (row["vendor"], row["country_label_en"]) == ("aws", "United States")


def test_product_table_leaves_undocumented_facts_missing():
    memory = number()
    make_product(slug="silent")

    row = product_table(Product.objects.with_facts(Fact.objects.none()), [memory]).iloc[0]

    assert row["memory"] is None
    assert (row["memory_text"], row["memory_source"]) == ("", "")


def test_sorted_by_puts_missing_last_in_both_directions():
    memory = number()
    for slug, value in (("small", "128"), ("large", "10240"), ("silent", None)):
        product = make_product(slug=slug)
        if value:
            make_fact(product=product, attribute=memory, value=value)
    frame = product_table(Product.objects.with_facts(Fact.objects.with_sources()), [memory])

    assert sorted_by(frame, "memory")["product"].tolist() == ["small", "large", "silent"]
    assert sorted_by(frame, "-memory")["product"].tolist() == ["large", "small", "silent"]


def test_sorted_by_ranks_money_within_its_currency_only():
    price = money()
    for slug, value, currency in (
        ("yuan-2", "2", "CNY"),
        ("dollar-9", "9", "USD"),
        ("yuan-1", "1", "CNY"),
        ("dollar-3", "3", "USD"),
    ):
        make_fact(product=make_product(slug=slug), attribute=price, value=value, currency=currency)
    frame = product_table(Product.objects.with_facts(Fact.objects.with_sources()), [price])

    assert sorted_by(frame, "price")["product"].tolist() == ["dollar-3", "dollar-9", "yuan-1", "yuan-2"]
    assert sorted_by(frame, "-price")["product"].tolist() == ["dollar-9", "dollar-3", "yuan-2", "yuan-1"]


def test_sorted_by_compares_labels_without_regard_to_case():
    for slug, name in (("c", "beta"), ("a", "Gamma"), ("b", "Alpha")):
        make_product(slug=slug, name_en=name)
    frame = product_table(Product.objects.with_facts(Fact.objects.none()), [])

    assert sorted_by(frame, "product")["product"].tolist() == ["b", "c", "a"]


def test_compared_facts_say_not_documented_where_no_fact_is():
    gpu = make_attribute(code="gpu", value_type=Attribute.ValueType.BOOLEAN)
    without, silent = make_product(slug="without"), make_product(slug="silent")
    make_fact(product=without, attribute=gpu, value=False)

    frame = compare([without, silent], gpu).set_index("product")

    assert frame.loc["without", ["state", "value", "value_text"]].tolist() == ["documented", False, "no"]
    assert frame.loc["silent", ["state", "value_text", "state_label_zh"]].tolist() == [
        "not_documented",
        "not documented",
        "未见记载",
    ]
    assert frame.loc["silent", "value"] is None


def test_compared_facts_carry_source_date_and_basis():
    memory, product = number(), make_product(slug="lambda")
    source = make_source(code="quotas", title="Lambda quotas", url="https://example.org/quotas")
    make_fact(
        product=product,
        attribute=memory,
        value="10240",
        basis="derived",
        observed_on="2026-05",
        source=source,
        note_en="at most",
    )

    row = compare([product], memory).iloc[0]

    assert (row["value"], row["unit"], row["basis"], row["observed_on"], row["note"]) == (
        10240.0,
        "MB",
        "derived",
        "2026-05",
        "at most",
    )
    assert (row["source"], row["source_title"], row["source_url"]) == (
        "quotas",
        "Lambda quotas",
        "https://example.org/quotas",
    )


def test_address_of_a_copy_site_is_not_given():
    memory, product = number(), make_product()
    make_fact(product=product, attribute=memory, source=make_source(standing="copy_site"))

    assert compare([product], memory).iloc[0]["source_url"] == ""


@pytest.mark.parametrize(("better", "best"), [("higher", {"large"}), ("lower", {"small"}), ("none", set())])
def test_best_follows_the_attribute(better, best):
    memory = number(better=better)
    products = [make_product(slug=slug) for slug in ("small", "large")]
    for product, value in zip(products, ("128", "10240"), strict=True):
        make_fact(product=product, attribute=memory, value=value)

    assert best_cells(compare(products, memory)) == best


def test_best_leaves_out_values_in_doubt_equal_values_and_lone_values():
    memory, disk, time = number("memory"), number("disk"), number("time")
    one, two = make_product(slug="one"), make_product(slug="two")
    make_fact(product=one, attribute=memory, value="128")
    make_fact(product=two, attribute=memory, value="999", doubt_en="Copy.")
    make_fact(product=one, attribute=disk, value="512")
    make_fact(product=two, attribute=disk, value="512")
    make_fact(product=one, attribute=time, value="900")

    frame = compared_facts([one, two], [memory, disk, time], Fact.objects.with_sources())

    assert best_cells(frame) == set()


def test_no_value_is_best_where_one_in_doubt_would_win():
    memory = number()
    products = [make_product(slug=slug) for slug in ("one", "two", "doubtful")]
    for product, value in zip(products, ("128", "512", "999"), strict=True):
        make_fact(product=product, attribute=memory, value=value, doubt_en="Copy." if value == "999" else "")

    assert best_cells(compare(products, memory)) == set()
    assert best_cells(compare(products[:2], memory)) == {"two"}


def test_best_is_marked_beside_a_worse_or_equal_value_in_doubt():
    memory = number()
    products = [make_product(slug=slug) for slug in ("one", "two", "worse", "equal")]
    for product, value in zip(products, ("128", "512", "64", "512"), strict=True):
        make_fact(
            product=product, attribute=memory, value=value, doubt_en="" if product.slug in ("one", "two") else "Copy."
        )

    assert best_cells(compare(products, memory)) == {"two"}


def test_best_of_money_is_found_within_each_currency():
    price = money()
    products = []
    for slug, value, currency in (("yuan-1", "1", "CNY"), ("yuan-2", "2", "CNY"), ("dollar", "0.5", "USD")):
        products.append(make_product(slug=slug))
        make_fact(product=products[-1], attribute=price, value=value, currency=currency)

    assert best_cells(compare(products, price)) == {"yuan-1"}


def test_best_may_be_shared():
    memory = number()
    products = [make_product(slug=slug) for slug in ("one", "two", "three")]
    for product, value in zip(products, ("512", "512", "128"), strict=True):
        make_fact(product=product, attribute=memory, value=value)

    assert best_cells(compare(products, memory)) == {"one", "two"}


def test_product_facts_show_the_current_value_before_earlier_ones_and_gaps():
    memory, disk, product = number("memory", order=1), number("disk", order=2), make_product()
    make_fact(product=product, attribute=memory, value="3008", observed_on="2019", is_current=False)
    make_fact(product=product, attribute=memory, value="1536", observed_on="2017", is_current=False)
    make_fact(product=product, attribute=memory, value="10240", observed_on="2026")

    frame = product_facts(product, [memory, disk], Fact.objects.with_sources().newest_last())

    assert frame[["attribute", "state", "value"]].values.tolist() == [
        ["memory", "documented", 10240.0],
        ["memory", "superseded", 3008.0],
        ["memory", "superseded", 1536.0],
        ["disk", "not_documented", None],
    ]


def test_listing_table_tells_unknown_from_no():
    known = make_vendor(slug="known", country="US")
    category = make_category()
    make_listing(category=category, key="a", name_en="A", vendor=known, is_open_source=False)
    make_listing(category=category, key="b", name_en="B", organisation="Somebody")

    frame = listing_table(Listing.objects.with_everything()).set_index("item")

    assert frame.loc["a", ["in_china", "open_source", "country"]].tolist() == ["no", "no", "US"]
    assert frame.loc["b", ["in_china", "open_source", "country", "vendor_label_en", "provider"]].tolist() == [
        "unknown",
        "unknown",
        "",
        "Somebody",
        "somebody",
    ]


def test_listing_of_a_project_carries_its_tag_and_product():
    product = make_product(slug="knative", name_en="Knative")
    make_listing(key="knative", product=product, maturity=Listing.Maturity.GRADUATED, name_en="Knative (then)")

    row = listing_table(Listing.objects.with_everything()).iloc[0]

    assert (row["item_label_en"], row["product"], row["item_address"]) == (
        "Knative (then)",
        "knative",
        "products/knative",
    )
    assert (row["project_tag"], row["second_path"]) == ("CNCF graduated", False)


def test_by_provider_puts_those_that_cover_most_first():
    one, two = make_category(code="one"), make_category(code="two")
    narrow, wide, stated = (make_vendor(slug=slug) for slug in ("a-narrow", "wide", "x-stated"))
    make_listing(category=one, vendor=narrow, name_en="n")
    for category in (one, two):
        make_listing(category=category, vendor=wide, name_en=f"w {category.code}", certainty="inferred")
        make_listing(category=category, vendor=stated, name_en=f"s {category.code}")

    frame = by_provider(listing_table(Listing.objects.with_everything()))

    assert list(dict.fromkeys(frame["provider"])) == ["x-stated", "wide", "a-narrow"]


def test_changes_go_by_key_and_not_by_name():
    category = make_category()
    before = [
        make_listing(category=category, edition="2020", key="kept", name_en="Old name"),
        make_listing(category=category, edition="2020", key="gone", name_en="Gone"),
    ]
    after = [
        make_listing(category=category, edition="2021", key="kept", name_en="New name"),
        make_listing(category=category, edition="2021", key="b", name_en="beta"),
        make_listing(category=category, edition="2021", key="a", name_en="Alpha"),
    ]

    changes = changes_between(before, after, since="2020")

    assert (changes.entered, changes.left) == (("Alpha", "beta"), ("Gone",))


def test_missing_numbers_of_a_sparse_column_stay_missing():
    memory = number()
    make_product(slug="silent")
    loud = make_product(slug="loud")
    make_fact(product=loud, attribute=memory, value="1")

    frame = product_table(Product.objects.with_facts(Fact.objects.with_sources()), [memory]).set_index("product")

    assert frame.loc["loud", "memory"] == 1.0
    assert frame.loc["silent", "memory"] is None or math.isnan(frame.loc["silent", "memory"])
