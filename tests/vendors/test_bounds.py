"""What a number with a unit can be, and which unit goes with which type of value."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tests.factories import make_attribute, make_fact
from vendors.bounds import impossible, wrong_unit


@pytest.mark.parametrize(
    ("number", "unit"),
    [("0", "MB"), ("0.125", "vCPU"), ("100", "%"), ("99.95", "%"), ("12", "cards"), ("5000", "events/s"), ("1", "")],
)
def test_numbers_that_can_be(number, unit):
    assert impossible(Decimal(number), unit) == ""


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("-0.1", "MB", "expected no negative number"),
        ("-1", "currency/GB-s", "expected no negative number"),
        ("100.01", "%", "expected at most 100%"),
        ("1.5", "cards", "expected a whole number, because cards are counted"),
        ("0.5", "requests/month", "expected a whole number, because requests are counted"),
    ],
)
def test_numbers_that_cannot_be(number, unit, expected):
    assert impossible(Decimal(number), unit) == expected


def test_it_is_said_in_chinese():
    with override("zh-hans"):
        assert impossible(Decimal("1.5"), "cards") == "应为整数，因为“张卡”是计数单位"
        assert wrong_unit("text", "MB") == "应为空：只有数字与金额有单位"


@pytest.mark.parametrize(
    ("value_type", "unit"),
    [("number", ""), ("number", "MB"), ("money", "currency/month"), ("boolean", ""), ("text", ""), ("list", "")],
)
def test_units_that_fit(value_type, unit):
    assert wrong_unit(value_type, unit) == ""


@pytest.mark.parametrize(
    ("value_type", "unit"),
    [("money", ""), ("money", "USD/GB-s"), ("number", "currency/GB-s"), ("boolean", "MB"), ("list", "items")],
)
def test_units_that_do_not_fit(value_type, unit):
    assert wrong_unit(value_type, unit)


@pytest.mark.django_db
def test_models_ask_too():
    cards = make_attribute(code="gpu_cards_limit", unit="cards")
    fact = make_fact(attribute=cards, value=Decimal("1.5"))

    with pytest.raises(ValidationError, match="whole number"):
        fact.full_clean()
    cards.value_type = "boolean"
    with pytest.raises(ValidationError, match="only numbers and money"):
        cards.full_clean()
