"""What the app shows elsewhere: headlines, counts, and everything that search should find."""

import pytest
from django.utils import translation

from tests.factories import make_product, make_vendor
from vendors.section import SECTION

pytestmark = pytest.mark.django_db


def entries(kind):
    return {entry.address: entry for entry in SECTION.entries() if entry.kind == kind}


def test_headlines_are_taxonomy_and_the_reports_and_latest_landscape(world):
    assert [exhibit.address for exhibit in SECTION.headlines()] == ["taxonomy/layers", "landscape/map/2021"]


def test_headlines_of_an_empty_portal_are_none():
    assert SECTION.headlines() == []


def test_counts_are_those_of_the_tables(world):
    assert [(number, address) for label, number, address in SECTION.counts()] == [
        (3, "products"),
        (4, "compare"),
        (2, "vendors"),
        (6, "landscape"),
    ]


def test_products_are_found_by_the_vendors_name_in_both_languages(world):
    entry = entries("product")["products/fc"]

    assert {"函数计算", "阿里云", "Ali Cloud"} <= set(entry.words)
    assert (entry.preview_en, entry.preview_zh) == ("Functions (FaaS) · Ali Cloud", "函数（FaaS） · 阿里云")


def test_vendors_show_kind_and_country(world):
    entry = entries("vendor")["vendors/ali"]

    assert (entry.title_zh, entry.preview_en, entry.preview_zh) == ("阿里云", "Public cloud · China", "公有云 · 中国")


def test_vendor_of_unknown_country_shows_its_kind_only():
    make_vendor(slug="nobody")

    assert entries("vendor")["vendors/nobody"].preview_en == "Public cloud"


def test_facts_have_their_value_as_preview(world):
    entry = entries("fact")["products/lambda/price_per_million_requests"]

    assert entry.title_en == "AWS Lambda · Price per million requests"
    assert entry.title_zh == "AWS Lambda · 每百万次请求价格"
    assert entry.preview_en == "0.20 USD per million requests"
    assert entry.preview_zh == "0.20 USD/百万次请求"


def test_facts_show_current_values_only(world):
    assert entries("fact")["products/lambda/max_memory_mb"].preview_en == "10,240 MB"


def test_listings_are_found_once_in_their_latest_edition(world):
    found = entries("listing")
    places = [entry.address for entry in SECTION.entries() if entry.kind == "listing"]

    assert found["landscape/map/items/orphan"].preview_en == "Tools · 2021"
    assert found["landscape/map/items/gone"].preview_en == "Hosted · 2020"
    assert found["landscape/map/items/lambda"].preview_en == "Hosted · 2021"
    assert places.count("landscape/map/items/lambda") == 1
    assert found["taxonomy/layers#business-steps"].preview_en == "Business logic · 2026"


def test_schemes_and_categories_are_found(world):
    assert entries("scheme")["landscape/map"].title_zh == "全景图"
    assert {entry.title_en for entry in SECTION.entries() if entry.kind == "category"} == {
        "Containers",
        "Business logic",
        "Hosted",
        "Tools",
    }


def test_entries_do_not_depend_on_the_active_language(world):
    english = list(SECTION.entries())

    with translation.override("zh-hans"):
        assert list(SECTION.entries()) == english


def test_number_of_queries_does_not_grow(world, django_assert_max_num_queries):
    for number in range(10):
        make_product(slug=f"more-{number}")

    with django_assert_max_num_queries(7):
        list(SECTION.entries())
