"""The small world of vendors, and a scheme as a team may make it."""

import pytest
from django.conf import settings

from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_category, make_listing, make_scheme
from vendors.models import Product, Scheme, Vendor


@pytest.fixture
def deep(world) -> Scheme:
    """A tree of three levels with a category that holds nothing, and two of one name.

    data            nothing of its own
      store         table: dynamo (aws, stated) · tools: hive (aws, inferred), own (nobody's)
      empty
    run             fc itself (ali, stated)
      tools         lambda (aws, stated)
    """
    scheme = make_scheme(code="deep", name_en="Deep", name_zh="深")
    data = make_category(scheme=scheme, code="data", name_en="Data", name_zh="数据", order=1)
    store = make_category(scheme=scheme, code="store", name_en="Store", name_zh="存储", parent=data, order=2)
    table = make_category(scheme=scheme, code="table", name_en="Table", name_zh="表", parent=store, order=3)
    data_tools = make_category(scheme=scheme, code="data-tools", name_en="Tools", name_zh="工具", parent=store, order=4)
    make_category(scheme=scheme, code="empty", name_en="Empty", name_zh="空", parent=data, order=5)
    run = make_category(scheme=scheme, code="run", name_en="Run", name_zh="运行", order=0)
    run_tools = make_category(scheme=scheme, code="run-tools", name_en="Tools", name_zh="工具", parent=run, order=1)
    products = {row.slug: row for row in Product.objects.with_owners()}
    vendors = {row.slug: row for row in Vendor.objects.all()}
    for category, key, vendor, certainty in (
        (table, "dynamo", vendors["aws"], "stated"),
        (data_tools, "hive", vendors["aws"], "inferred"),
        (data_tools, "own", None, "stated"),
        (run, "fc", vendors["ali"], "stated"),
        (run_tools, "lambda", vendors["aws"], "stated"),
    ):
        make_listing(
            category=category,
            key=key,
            name_en=key.title(),
            edition="2025",
            vendor=vendor,
            product=products.get(key),
            certainty=certainty,
        )
    return scheme


@pytest.fixture
def shipped(db) -> None:
    """The files that the portal ships with."""
    assert load([settings.FIXTURES_DIR]).outcome == ImportRun.Outcome.LOADED
