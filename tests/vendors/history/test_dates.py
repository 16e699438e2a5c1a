"""From when a fact is known, what was known by a day, and what is stale."""

import pytest
from django import forms

from tests.factories import make_attribute, make_fact, make_product, make_source
from vendors.history.dates import as_of_field, facts_as_of, is_stale, known_from, last_day


@pytest.mark.parametrize(
    ("partial", "day"),
    [
        ("", ""),
        ("2024", "2024-12-31"),
        ("2024-02", "2024-02-29"),
        ("2023-02", "2023-02-28"),
        ("2024-05-03", "2024-05-03"),
    ],
)
def test_a_year_or_month_counts_by_its_last_day(partial, day):
    assert last_day(partial) == day


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("observed_on", "accessed", "day"),
    [
        ("2024", "2026-05-28", "2024-12-31"),
        ("2024-05", "2026-05-28", "2024-05-31"),
        ("2026", "2026-05-28", "2026-05-28"),  # read within the year: known since then
        ("2026-05", "2026-05-28", "2026-05-28"),
        ("2026-05-28", "2026-05-20", "2026-05-28"),
        ("2024", "", "2024-12-31"),
        ("", "2026-05-28", "2026-05-28"),
        ("", "2026-05", "2026-05-31"),
        ("", "", ""),
    ],
)
def test_an_undated_fact_is_known_since_its_source_was_read(observed_on, accessed, day):
    fact = make_fact(observed_on=observed_on, source=make_source(accessed=accessed))

    assert known_from(fact) == day


@pytest.fixture
def memory(db):
    """One product: 1,024 undated, read on 2023-03-01; 1,536 of 2018; 3,008 of 2020-05; 10,240 of 2024."""
    about = {"product": make_product(), "attribute": make_attribute()}
    read = make_source(accessed="2023-03-01")
    return [
        make_fact(value=1024, observed_on="", is_current=False, source=read, **about),
        make_fact(value=1536, observed_on="2018", is_current=False, **about),
        make_fact(value=3008, observed_on="2020-05", is_current=False, **about),
        make_fact(value=10240, observed_on="2024", **about),
    ]


@pytest.mark.parametrize(
    ("day", "values"),
    [
        ("2018-12-30", []),
        ("2018-12-31", [1536]),
        ("2020-05-30", [1536]),
        ("2020-05-31", [3008]),
        ("2023-03-01", [3008]),  # a source without a date never overrules a dated one
        ("2024-12-30", [3008]),
        ("2024-12-31", [10240]),
        ("2026-05-28", [10240]),
    ],
)
def test_the_newest_fact_known_by_the_day_counts(memory, day, values):
    assert [fact.number for fact in facts_as_of(memory, day)] == values


def test_a_fact_of_then_is_current_then(memory):
    then = facts_as_of(memory, "2021-01-01")

    assert [fact.is_current for fact in then] == [True]
    assert memory[3].is_current  # not known by that day: left as it is


def test_products_and_attributes_do_not_mix(memory):
    other = make_fact(product=memory[0].product, value=5, observed_on="2019-01-01")

    assert [int(fact.number) for fact in facts_as_of([other, *memory], "2021-01-01")] == [5, 3008]


@pytest.mark.django_db
def test_what_no_date_says_is_never_known_by_a_day():
    assert facts_as_of([make_fact(observed_on="", source=make_source(accessed=""))], "2026-01-01") == []


@pytest.mark.parametrize(
    ("observed_on", "on", "stale"),
    [
        ("", "2026-05-28", None),
        ("2024-05-28", "2026-05-28", False),
        ("2024-05-27", "2026-05-28", True),
        ("2024-05", "2026-05-31", False),
        ("2024-05", "2026-06-01", True),
        ("2024", "2026-12-31", False),
        ("2024-02-29", "2026-02-28", False),
        ("2024-02-29", "2026-03-01", True),
    ],
)
def test_a_source_is_stale_after_twenty_four_months(observed_on, on, stale):
    assert is_stale(observed_on, on) is stale


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-02-30", "1.5.2024", "20240501", "２０２４-05-01", "x" * 10])
def test_a_day_is_written_in_full(text):
    with pytest.raises(forms.ValidationError, match="YYYY-MM-DD"):
        as_of_field().clean(text)


def test_a_day_to_come_is_refused():
    with pytest.raises(forms.ValidationError, match="yet to come"):
        as_of_field().clean("2099-01-01")


def test_a_day_or_nothing_is_taken():
    assert as_of_field().clean("2024-05-01") == "2024-05-01"
    assert as_of_field().clean("") == ""
