"""Exhibits by the address of their page."""

import pytest
from django.http import Http404, QueryDict

from portal.exhibits.lookup import exhibit_at
from portal.parameters import WrongParameters
from tests import factories

pytestmark = pytest.mark.django_db


def test_lookup_gives_the_exhibit_of_a_page_in_each_language():
    factories.make_product(slug="aws-lambda")

    found = exhibit_at("products", QueryDict("sort=-vendor"), language="zh-hans")

    assert found.exhibit.address == "products"
    assert found.exhibit.language == "zh-hans"
    assert found.exhibit.query == "sort=-vendor"
    assert list(found.exhibit.frame["product"]) == ["aws-lambda"]


def test_lookup_gives_what_the_query_asks_of_files():
    factories.make_product()

    found = exhibit_at("products", QueryDict("labels=both&theme=dark&size=square"), language="en")

    assert (found.options.labels, found.options.theme) == ("both", "dark")
    assert found.options.size.width == found.options.size.height


@pytest.mark.parametrize("address", ["nowhere", "products/none", "", "search", "products.csv", "../admin/", "topics"])
def test_lookup_knows_no_other_addresses(address):
    with pytest.raises(Http404):
        exhibit_at(address, QueryDict(), language="en")


def test_lookup_refuses_what_the_page_refuses():
    with pytest.raises(WrongParameters, match="srot"):
        exhibit_at("products", QueryDict("srot=vendor"), language="en")
