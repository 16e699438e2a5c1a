"""Facts of one product that cannot both be true: found among facts, refused in files and in the admin."""

from decimal import Decimal

import pytest
from django.urls import reverse

from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_attribute, make_fact, make_product
from tests.loading_files import good_lines, load_good, make_file
from vendors.contradictions import contradictions
from vendors.models import Fact

pytestmark = pytest.mark.django_db
FACT = "acme-functions,{code},{date},{value},,,,,quoted,docs"
SIZES = {"min_memory_mb": "MB", "default_memory_mb": "MB", "default_timeout_s": "s", "max_timeout_sync_s": "s"}


def known(**values) -> list[tuple[str, str, str]]:
    """Contradictions of one product with these facts: its code, the other's, what is expected."""
    product = make_product()
    for code, value in values.items():
        kind = {bool: "boolean", list: "list", str: "number", int: "number"}[type(value)]
        attribute = make_attribute(code=code, value_type=kind)
        state = {"state": value, "value": None} if value in ("unlimited", "not_applicable") else {"value": value}
        make_fact(product=product, attribute=attribute, **state)
    found = contradictions(Fact.objects.with_everything().order_by("attribute__code"))
    return [(each.fact.attribute.code, each.other.attribute.code, each.expected) for each in found]


def test_minimum_above_the_maximum():
    assert known(min_memory_mb=2048, max_memory_mb=1024) == [
        ("min_memory_mb", "max_memory_mb", "expected at most 1024, the max_memory_mb of this product")
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"min_memory_mb": 1024, "max_memory_mb": 1024},
        {"min_memory_mb": 1024, "max_memory_mb": "unlimited"},
        {"min_memory_mb": 1024, "max_memory_mb": "not_applicable"},
        {"min_memory_mb": 1024},
        # The limit of HTTP answers alone says nothing about the default of other calls.
        {"default_timeout_s": 300, "max_timeout_sync_s": 230},
        {"default_timeout_s": 300, "max_timeout_sync_s": 230, "max_timeout_async_s": 600},
        {"gpu_support": True, "gpu_types": ["NVIDIA T4"]},
        {"gpu_support": False, "arm_support": True},
        {"gpu_support": False, "gpu_types": "not_applicable"},
    ],
)
def test_what_can_be_true(values):
    assert known(**values) == []


def test_no_limit_is_larger_than_any_maximum():
    assert known(default_memory_mb="unlimited", max_memory_mb=512) == [
        ("default_memory_mb", "max_memory_mb", "expected at most 512, the max_memory_mb of this product")
    ]


def test_default_timeout_above_both_limits():
    assert [each[:2] for each in known(default_timeout_s=900, max_timeout_sync_s=300, max_timeout_async_s=600)] == [
        ("default_timeout_s", "max_timeout_async_s")
    ]


def test_gpu_types_where_there_is_no_gpu():
    assert known(gpu_support=False, gpu_types=["NVIDIA T4"]) == [
        ("gpu_support", "gpu_types", "expected true, because gpu_types of this product is known")
    ]


def test_only_current_facts_of_the_same_product_count():
    smallest, largest = make_attribute(code="min_memory_mb"), make_attribute(code="max_memory_mb")
    product = make_product()
    make_fact(product=product, attribute=smallest, value=128)
    make_fact(product=product, attribute=largest, value=64, observed_on="2020", is_current=False)
    make_fact(product=product, attribute=largest, value=10240)
    make_fact(product=make_product(), attribute=largest, value=64)

    assert list(contradictions(Fact.objects.with_everything())) == []


@pytest.fixture
def good():
    """The good files, and the attributes of sizes."""
    load_good()
    rows = [f"{code},limits,20,{code},,number,{unit},higher,Definition.," for code, unit in SIZES.items()]
    assert load([make_file("attributes", *rows)]).outcome == ImportRun.Outcome.LOADED


def test_file_that_contradicts_a_stored_fact_is_refused(good):
    run = load([make_file("facts", FACT.format(code="min_memory_mb", date="2026-06", value=20480))])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert [(each["line"], each["column"], each["value"], each["expected"]) for each in run.problems] == [
        (2, "value", "20480", "expected at most 10240, the max_memory_mb of this product")
    ]
    assert not Fact.objects.filter(attribute__code="min_memory_mb").exists()


def test_stored_fact_is_not_blamed_for_what_a_file_brings(good):
    load([make_file("facts", FACT.format(code="min_memory_mb", date="2026-06", value=5120))])

    run = load([make_file("facts", FACT.format(code="max_memory_mb", date="2026-07", value=4096))])

    assert [(each["line"], each["expected"]) for each in run.problems] == [
        (2, "expected at least 5120, the min_memory_mb of this product")
    ]


def test_older_value_of_a_file_contradicts_nothing(good):
    run = load(
        [make_file("facts", *(FACT.format(code="min_memory_mb", date=date, value=20480) for date in ("2019", "2020")))]
        + [make_file("attributes", *good_lines("attributes")[1:])]
    )
    assert run.outcome == ImportRun.Outcome.REFUSED

    rows = [FACT.format(code="min_memory_mb", date=date, value=size) for date, size in (("2019", 20480), ("2020", 128))]
    assert load([make_file("facts", *rows)]).outcome == ImportRun.Outcome.LOADED


def test_stored_contradiction_does_not_hinder_other_files(good):
    fact = Fact.objects.get(product__slug="acme-functions", attribute__code="max_memory_mb", is_current=True)
    load([make_file("facts", FACT.format(code="min_memory_mb", date="2026-06", value=5120))])
    Fact.objects.filter(pk=fact.pk).update(number=Decimal(64))

    run = load([make_file("facts", FACT.format(code="default_timeout_s", date="2026-06", value=3))])

    assert run.outcome == ImportRun.Outcome.LOADED


def test_fact_without_the_fraction_of_a_thing(good):
    load([make_file("attributes", "cards,limits,20,Cards,,number,cards,higher,Definition.,")])

    run = load([make_file("facts", FACT.format(code="cards", date="2026-06", value="1.5"))])

    assert [each["expected"] for each in run.problems] == ["expected a whole number, because cards are counted"]


def test_admin_refuses_what_contradicts_the_other_facts(admin_client):
    smallest, largest = make_attribute(code="min_memory_mb"), make_attribute(code="max_memory_mb")
    limit = make_fact(attribute=largest, value=1024)
    values = {
        "product": limit.product_id, "attribute": smallest.pk, "state": "documented", "number": "2048",
        "observed_on": "2026-05-28", "basis": "quoted", "source": limit.source_id,
    }  # fmt: skip

    answer = admin_client.post(reverse("admin:vendors_fact_add"), values)

    assert answer.status_code == 200
    assert "expected at most 1024, the max_memory_mb of this product" in answer.content.decode()
    assert admin_client.post(reverse("admin:vendors_fact_add"), values | {"number": "512"}).status_code == 302
    assert Fact.objects.filter(attribute=smallest).count() == 1


def test_admin_takes_an_older_value_that_no_longer_holds(admin_client):
    smallest, largest = make_attribute(code="min_memory_mb"), make_attribute(code="max_memory_mb")
    limit = make_fact(attribute=largest, value=1024)
    make_fact(product=limit.product, attribute=smallest, value=128)
    values = {
        "product": limit.product_id, "attribute": smallest.pk, "state": "documented", "number": "2048",
        "observed_on": "2019", "basis": "quoted", "source": limit.source_id,
    }  # fmt: skip

    assert admin_client.post(reverse("admin:vendors_fact_add"), values).status_code == 302
