"""facts.csv: each type of value in its field, and one current fact."""

from decimal import Decimal

import pytest

from portal.loading.run import load
from portal.models import ImportRun
from tests.loading_files import good_lines, load_good, make_file, places
from vendors.models import Fact

pytestmark = pytest.mark.django_db
FACT = "acme-functions,max_memory_mb,{date},{value},,,,,quoted,docs"


@pytest.fixture(autouse=True)
def _good(db):
    load_good()


def memory() -> dict[str, tuple]:
    facts = Fact.objects.filter(product__slug="acme-functions", attribute__code="max_memory_mb")
    return {fact.observed_on: (int(fact.number), fact.is_current) for fact in facts}


@pytest.mark.parametrize(
    ("attribute", "value", "currency"),
    [
        ("price_request", Decimal("0.20"), "USD"),
        ("gpu", False, ""),
        ("runtimes", ["nodejs", "python"], ""),
        ("isolation", "Container", ""),
    ],
)
def test_value_is_of_the_type_of_its_attribute(attribute, value, currency):
    fact = Fact.objects.get(attribute__code=attribute)

    assert (fact.value, fact.currency) == (value, currency)
    fact.full_clean()


def test_newest_fact_is_current_and_an_undated_one_is_oldest():
    assert memory() == {"": (3008, False), "2026-05-28": (10240, True)}


def test_newer_fact_takes_over():
    run = load([make_file("facts", FACT.format(date="2026-07", value=20480))])

    assert memory() == {"": (3008, False), "2026-05-28": (10240, False), "2026-07": (20480, True)}
    assert run.counts["facts"] == {"added": 1, "changed": 1, "unchanged": 0}


def test_older_fact_changes_nothing_about_today():
    run = load([make_file("facts", FACT.format(date="2025", value=4096))])

    assert memory() == {"": (3008, False), "2025": (4096, False), "2026-05-28": (10240, True)}
    assert run.counts["facts"] == {"added": 1, "changed": 0, "unchanged": 0}


def test_current_fact_may_have_been_marked_wrong_before():
    Fact.objects.filter(observed_on="2026-05-28").update(is_current=False)
    Fact.objects.filter(observed_on="").update(is_current=True)

    run = load([make_file("facts", FACT.format(date="2025", value=4096))])

    assert run.outcome == ImportRun.Outcome.LOADED
    assert memory()["2026-05-28"] == (10240, True)


def test_corrected_value_replaces_the_old_one():
    load([make_file("facts", FACT.format(date="2026-05-28", value=10_000))])

    assert memory()["2026-05-28"] == (10_000, True)


def test_attribute_may_change_its_type_together_with_its_facts():
    attribute = good_lines("attributes")[5].replace(",text,", ",list,")
    fact = good_lines("facts")[6].replace(",Container,", ",Container; MicroVM,")

    run = load([make_file("attributes", attribute), make_file("facts", fact)])

    fact = Fact.objects.get(attribute__code="isolation")
    assert run.problems == []
    assert (fact.items, fact.words) == (["Container", "MicroVM"], None)


def test_value_is_judged_even_beside_other_problems():
    row = "acme-functions,max_memory_mb,2026-02-30,much,,,,,quotd,docs"

    run = load([make_file("facts", row)])

    assert set(places(run)) == {("facts.csv", 2, column) for column in ("observed_on", "value", "basis")}


def test_value_is_not_judged_by_an_attribute_that_is_wrong_itself():
    attribute = "tracing,compute,10,Tracing,,bool,,none,Traces of calls.,"

    run = load([make_file("attributes", attribute), make_file("facts", "acme-functions,tracing,,yes,,,,,quoted,docs")])

    assert places(run) == [("attributes.csv", 2, "value_type")]
