"""What stands in the way of deleting is said in one line for each kind of row."""

import pytest

from portal.administration.deletion import citing_rows
from tests.factories import make_fact, make_source, make_term

pytestmark = pytest.mark.django_db


def test_each_kind_of_citing_row_has_one_linked_line():
    source = make_source()
    make_fact(source=source)
    make_term(source=source)
    make_term(source=source)

    lines = citing_rows([source], "admin")

    assert [line for line in lines if "2 of them cite this" in line and "/admin/portal/term/?source__id__in=" in line]
    assert [line for line in lines if "1 of them cites this" in line and "/admin/vendors/fact/?" in line]


def test_a_kind_without_admin_page_is_named_without_link():
    source = make_source()
    make_term(source=source)

    assert citing_rows([source], "another-site") == ["Terms: 1 of them cites this"]


def test_nothing_stands_in_the_way_of_what_is_not_cited():
    assert citing_rows([make_source()], "admin") == []
    assert citing_rows([], "admin") == []
