"""Exchange rates that a reader gives."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from vendors.rates import RateField


def test_rate_says_what_one_unit_is_worth():
    rates = RateField().clean("CNY:USD:0.14:2026-11-01")

    assert rates.converted(Decimal("1.33"), "CNY", "USD") == Decimal("0.1862")
    assert rates.converted(Decimal("0.14"), "USD", "CNY") == 1
    assert rates.converted(Decimal(2), "USD", "USD") == 2
    assert rates.converted(Decimal(2), "EUR", "USD") is None
    assert rates.given[0].words == "1 CNY = 0.14 USD on 2026-11-01, the reader’s rate"


def test_no_rate_converts_nothing():
    rates = RateField().clean("")

    assert not rates
    assert rates.converted(Decimal(2), "CNY", "USD") is None


def test_several_rates_go_together():
    rates = RateField().clean("CNY:USD:0.14:2026-11-01~EUR:USD:1.1:2026-11-01~CNY:USD:0.14:2026-11-01")

    assert [rate.source for rate in rates.given] == ["CNY", "EUR"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("7.1", "is no rate"),
        ("cny:usd:7:2026-11-01", "is no rate"),
        ("CNY:USD:0.14", "is no rate"),
        ("CNY:USD:1e9:2026-11-01", "is no rate"),
        ("CNY:USD:-1:2026-11-01", "is no rate"),
        ("CNY:USD:٣:2026-11-01", "is no rate"),
        ("CNY:USD:0:2026-11-01", "above zero"),
        ("CNY:CNY:1:2026-11-01", "two currencies"),
        ("CNY:USD:0.14:2026-02-30", "no day of the calendar"),
        ("CNY:USD:0.14:2026-11-01~USD:CNY:7:2026-11-01", "one rate"),
    ],
)
def test_what_is_no_rate_is_refused_with_the_reason(text, reason):
    with pytest.raises(ValidationError) as error:
        RateField().clean(text)

    assert reason in str(error.value)
