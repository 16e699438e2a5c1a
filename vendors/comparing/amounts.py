"""Amounts of an attribute in words, with its unit: "1,024 MB", "0.20 USD per million requests"."""

from decimal import Decimal

from vendors.models import Attribute
from vendors.units import unit_words
from vendors.values import number_in_words

DECIMALS = 12  # as many as facts are kept with


def amount(number: Decimal, attribute: Attribute, currency: str = "") -> str:
    """Money without its "per million requests", which the attribute's name says."""
    text = number_in_words(round(number, DECIMALS), least=2 if currency else 0)
    if attribute.value_type == Attribute.ValueType.MONEY:
        return f"{text} {currency}".rstrip()
    unit = unit_words(attribute.unit, number=float(number))
    return f"{text}%" if unit == "%" else f"{text} {unit}".rstrip()
