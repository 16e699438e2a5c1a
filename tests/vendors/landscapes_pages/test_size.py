"""The whole landscape of a year: a dozen queries, a page of less than 200 KB compressed."""

import gzip

import pytest

from tests.factories import make_category, make_scheme, make_source, make_vendor
from vendors.models import Listing, Scheme
from vendors.section import SECTION

pytestmark = pytest.mark.django_db
ITEMS = 2413


@pytest.fixture
def large() -> Scheme:
    """Two editions of 2,413 items in 60 subcategories of 15 categories, every tenth of a known country."""
    scheme = make_scheme(code="large", kind=Scheme.Kind.LANDSCAPE)
    tops = [make_category(scheme=scheme, code=f"top-{number}", order=number * 100) for number in range(15)]
    shelves = [
        make_category(scheme=scheme, code=f"shelf-{place}-{number}", order=place * 100 + number + 1, parent=top)
        for place, top in enumerate(tops)
        for number in range(4)
    ]
    vendors = [make_vendor(country=country) for country in ("CN", "US", "DE")]
    source = make_source()
    Listing.objects.bulk_create(
        Listing(
            category=shelves[number % 60],
            edition=edition,
            key=f"item-{number * 7919 % 100_003}",
            name_en=f"Item {number * 7919 % 100_003} of {number}",
            organisation=f"Organisation {number % 700}",
            vendor=vendors[number % 3] if number % 10 == 0 else None,
            source=source,
        )
        for edition in ("2021", "2026")
        for number in range(ITEMS)
    )
    return scheme


@pytest.mark.parametrize("query", ["", "?group=organisation&classify=country", "?view=cards", "?group=country"])
def test_the_map_stays_small_in_queries_and_bytes(client, large, query, django_assert_max_num_queries):
    client.get("/en/glossary")  # the first page of all makes the row of the data version
    with django_assert_max_num_queries(12):
        response = client.get(f"/en/landscape/large/2026{query}")

    assert response.status_code == 200
    assert sum(group.count for group in response.context["groups"]) == ITEMS
    assert len(gzip.compress(response.content)) < 200_000


@pytest.mark.parametrize("page", ["changes", "over-time"])
def test_its_other_pages_do_too(client, large, page, django_assert_max_num_queries):
    client.get("/en/glossary")
    with django_assert_max_num_queries(12):
        response = client.get(f"/en/landscape/large/{page}")

    assert response.status_code == 200
    assert len(gzip.compress(response.content)) < 200_000


def test_it_is_no_headline_of_the_front_page(large):
    assert [exhibit.address for exhibit in SECTION.headlines()] == []
