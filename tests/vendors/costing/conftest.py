"""The shipped prices and tariffs."""

from collections.abc import Callable

import pytest
from django.conf import settings

from portal.loading.run import load
from vendors.costing.costs import Cost, cost_of
from vendors.costing.plans import Plan, plans_of
from vendors.costing.workload import Workload
from vendors.models import Fact, Tariff

FILES = ("sources", "vendors", "products", "attributes", "facts", "tariffs", "meters")


@pytest.fixture
def shipped(db) -> dict[str, Plan]:
    """Plans of the shipped data by "product/tariff"."""
    run = load([settings.FIXTURES_DIR / f"{name}.csv" for name in FILES])
    assert run.outcome == "loaded", run.problems[:3]
    plans = plans_of(Tariff.objects.with_meters().in_order(), Fact.objects.current().with_everything())
    return {plan.key: plan for plan in plans}


@pytest.fixture
def cost(shipped) -> Callable[..., Cost]:
    """`cost("aws-lambda/on-demand", requests=…, ms=…, mb=…)`."""
    return lambda key, **values: cost_of(shipped[key], Workload(**values))
