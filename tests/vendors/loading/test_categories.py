"""categories.csv: parents may come after their children."""

import pytest

from portal.loading.run import load
from tests.loading_files import load_good, make_file
from vendors.models import Category

pytestmark = pytest.mark.django_db


def test_tree_is_saved_from_its_top_whatever_the_order_of_rows():
    load_good()
    rows = ["layers,leaf,twig,10,Leaf,,,", "layers,twig,branch,10,Twig,,,", "layers,branch,instance,10,Branch,,,"]

    run = load([make_file("categories", *rows)])

    leaf = Category.objects.get(code="leaf")
    assert run.problems == []
    assert [leaf.parent.code, leaf.parent.parent.code, leaf.parent.parent.parent.code] == ["twig", "branch", "instance"]


def test_circle_with_a_stored_category_is_refused():
    load_good()

    run = load([make_file("categories", "layers,instance,function,10,Instances,实例,,")])

    assert {(problem["line"], problem["column"]) for problem in run.problems} == {(2, "parent")}
