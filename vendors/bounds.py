"""What a number with a unit can be at all; anything else is a slip of the pen."""

from decimal import Decimal

from django.utils.translation import gettext as _

from vendors.units import COUNTED, CURRENCY

WHOLE = 100  # per cent


def impossible(number: Decimal, unit: str) -> str:
    """What was expected of a number that cannot be; empty where it can."""
    if number < 0:
        return _("expected no negative number")
    above = unit.partition("/")[0]
    if unit == "%" and number > WHOLE:
        return _("expected at most 100%")
    if above in COUNTED and number != number.to_integral_value():
        return _("expected a whole number, because %(unit)s are counted") % {"unit": COUNTED[above] % {"number": 2}}
    return ""


def wrong_unit(value_type: str, unit: str) -> str:
    """What was expected of the unit of an attribute; empty where it fits the type of its values."""
    if value_type == "money":
        return "" if unit.startswith(f"{CURRENCY}/") else _("expected a unit of money, such as currency/GB-s")
    if value_type == "number":
        return _("expected no currency: that goes with money") if CURRENCY in unit.split("/") else ""
    # What else a type may be is said of the type itself.
    has_none = value_type in ("boolean", "text", "list")
    return _("expected none: only numbers and money have a unit") if unit and has_none else ""
