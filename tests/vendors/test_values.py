"""Values of facts in words: numbers, money, yes and no, lists, units that follow the number."""

from decimal import Decimal

import pytest
from django.utils import translation

from tests.factories import make_attribute, make_fact
from vendors.models import Attribute
from vendors.units import unit_words
from vendors.values import number_in_words, plain_value, unit_of, value_in_words

TYPES = Attribute.ValueType


def fact(value, *, value_type=TYPES.NUMBER, unit="", **values):
    made = make_fact(attribute=make_attribute(value_type=value_type, unit=unit), value=value, **values)
    made.refresh_from_db()
    return made


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("value_type", "unit", "value", "english", "chinese"),
    [
        (TYPES.NUMBER, "MB", "10240", "10,240 MB", "10,240 MB"),
        (TYPES.NUMBER, "%", "99.95", "99.95%", "99.95%"),
        (TYPES.NUMBER, "instances", "1", "1 instance", "1 个实例"),
        (TYPES.NUMBER, "instances", "1000", "1,000 instances", "1,000 个实例"),
        (TYPES.NUMBER, "vCPU", "0.05", "0.05 vCPU", "0.05 vCPU"),
        (TYPES.NUMBER, "", "0", "0", "0"),
        (TYPES.MONEY, "currency/million requests", "0.2", "0.20 USD per million requests", "0.20 USD/百万次请求"),
        (TYPES.MONEY, "currency/GB-s", "0.0000166667", "0.0000166667 USD per GB-second", "0.0000166667 USD/GB-秒"),
        (TYPES.BOOLEAN, "", True, "yes", "是"),
        (TYPES.BOOLEAN, "", False, "no", "否"),
        (TYPES.TEXT, "", "pay per use", "pay per use", "pay per use"),
        (TYPES.LIST, "", ["Go 1", "Python 3.12"], "Go 1; Python 3.12", "Go 1；Python 3.12"),
    ],
)
def test_value_in_words(value_type, unit, value, english, chinese):
    made = fact(value, value_type=value_type, unit=unit)

    with translation.override("en"):
        assert value_in_words(made) == english
    with translation.override("zh-hans"):
        assert value_in_words(made) == chinese


@pytest.mark.django_db
def test_short_money_leaves_its_unit_to_the_heading():
    made = fact("12.8", value_type=TYPES.MONEY, unit="currency/month", currency="CNY")

    assert value_in_words(made, is_short=True) == "12.80 CNY"


@pytest.mark.django_db
def test_plain_value_of_a_number_is_a_float():
    made = fact("0.1")

    assert plain_value(made) == 0.1
    assert isinstance(plain_value(made), float)


@pytest.mark.django_db
def test_unit_of_money_names_its_currency():
    assert unit_of(fact("1.33", value_type=TYPES.MONEY, unit="currency/million requests", currency="CNY")) == (
        "CNY/million requests"
    )


@pytest.mark.parametrize(
    ("number", "least", "words"),
    [("1000000", 0, "1,000,000"), ("0.0000001", 0, "0.0000001"), ("5", 2, "5.00"), ("1E+3", 0, "1,000")],
)
def test_number_in_words(number, least, words):
    assert number_in_words(Decimal(number), least=least) == words


def test_unit_that_nobody_listed_stands_as_it_is():
    assert unit_words("furlongs/fortnight", number=1) == "furlongs per fortnight"
