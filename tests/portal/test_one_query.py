"""What forms without JavaScript send becomes the one query of the view."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.one_query import with_one_query

VIEW = with_one_query(lambda request, suffix: HttpResponse(suffix))


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("products=a&products=b", "/x?products=a~b"),
        ("products=a&products=b~a&group=", "/x?products=a~b"),
        ("kind=&q=", "/x"),
        ("nonsense=1&nonsense=2", "/x?nonsense=1~2"),
    ],
)
def test_repeated_names_are_joined_and_empty_ones_dropped(query, address):
    response = VIEW(RequestFactory().get(f"/x?{query}"), suffix="")

    assert (response.status_code, response["Location"]) == (302, address)


@pytest.mark.parametrize("query", ["", "products=a~b", "q=%E5%87%BD%E6%95%B0&sort=-vendor"])
def test_a_tidy_query_goes_to_the_view(query):
    response = VIEW(RequestFactory().get(f"/x?{query}"), suffix=".csv")

    assert (response.status_code, response.content) == (200, b".csv")
