"""A product whose memory grew, with a launch, an end, and events of a landscape."""

import pytest

from tests.factories import (
    make_attribute,
    make_category,
    make_fact,
    make_listing,
    make_listing_event,
    make_product,
    make_scheme,
    make_source,
)
from vendors.models import Attribute, Scheme


@pytest.fixture
def story(db):
    """Two products, two attributes, one landscape.

    lambda (launched 2014)        memory 1536 (2017-11) · 3008 (2019-12) · 3008 again (2020-06) · 10240 (2024)
                                  price 0.20 USD from a source without a date, read on 2026-05-28
    old (retired 2021-12)         memory 512 (2018-03-01), in doubt
    map                           pine there at the start 2018-03-01, renamed 2019-05-02; lambda entered 2020-03-02
    """
    quotas = make_source(code="quotas", title="Quotas <of Lambda>", url="https://example.org/quotas")
    memory = make_attribute(
        code="memory", name_en="Maximum memory", name_zh="最大内存", unit="MB", better="higher", order=1
    )
    price = make_attribute(
        code="price",
        name_en="Price",
        name_zh="价格",
        value_type=Attribute.ValueType.MONEY,
        group=Attribute.Group.PRICING,
        unit="currency/million requests",
        better="lower",
        order=2,
    )
    lambdas = make_product(slug="lambda", name_en="AWS Lambda", name_zh="", launched="2014")
    old = make_product(slug="old", name_en="Old", name_zh="旧", launched="", retired="2021-12", status="retired")
    about = {"product": lambdas, "attribute": memory, "source": quotas}
    for value, observed_on, is_current in (
        (1536, "2017-11", False),
        (3008, "2019-12", False),
        (3008, "2020-06", False),
        (10240, "2024", True),
    ):
        make_fact(value=value, observed_on=observed_on, is_current=is_current, **about)
    make_fact(product=lambdas, attribute=price, value="0.2", observed_on="", source=make_source(code="prices"))
    make_fact(product=old, attribute=memory, value=512, observed_on="2018-03-01", doubt_en="A copy.", source=quotas)
    scheme = make_scheme(code="map", name_en="Map", name_zh="全景", kind=Scheme.Kind.LANDSCAPE)
    make_listing(category=make_category(scheme=scheme, code="hosted"), key="aws", product=lambdas, edition="2020")
    make_listing_event(scheme=scheme, date="2018-03-01", kind="there_at_start", key="pine", name="Fir")
    make_listing_event(scheme=scheme, date="2019-05-02", kind="renamed", key="pine", name="Pine", previous_name="Fir")
    make_listing_event(scheme=scheme, date="2020-03-02", key="aws", name="Lambda", to_category="Hosted")
