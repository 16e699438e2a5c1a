"""The value of a fact: as data files hold it, and in words of the active language."""

from decimal import Decimal

from django.utils.translation import gettext as _

from portal.words import set_apart
from vendors.models import Fact
from vendors.units import unit_words
from vendors.vocabulary import item_words


def plain_value(fact: Fact) -> float | bool | str | list[str] | None:
    """None where the state says it all. Decimal becomes float here, and nowhere else."""
    value = fact.value
    return float(value) if isinstance(value, Decimal) else value


def unit_of(fact: Fact) -> str:
    """The unit for machines, with the fact's own currency: "USD/GB-s"."""
    return fact.attribute.unit.replace("currency", fact.currency) if fact.currency else fact.attribute.unit


def value_in_words(fact: Fact, *, is_short: bool = False) -> str:
    """ "10,240 MB", "0.20 USD per million requests", "yes", "Go 1; Python 3.12".

    `is_short` leaves "per million requests" to the heading of the column.
    """
    if fact.state != Fact.State.DOCUMENTED:
        return str(Fact.State(fact.state).label)
    value = fact.value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return set_apart(item_words(str(item)) for item in value)
    if not isinstance(value, Decimal):
        return str(value or "")
    text = number_in_words(value, least=2 if fact.currency else 0)
    unit = (
        fact.currency
        if is_short and fact.currency
        else unit_words(fact.attribute.unit, number=float(value), currency=fact.currency)
    )
    return f"{text}%" if unit == "%" else f"{text} {unit}".rstrip()


def number_in_words(value: Decimal, *, least: int = 0) -> str:
    """All the decimals that count, and at least `least`; thousands are set apart alike in both languages."""
    plain = f"{value.normalize():f}"
    whole, point, decimals = plain.partition(".")
    decimals = decimals.ljust(least, "0")
    grouped = f"{int(whole):,}" if whole != "-0" else whole
    return f"{grouped}.{decimals}" if decimals else grouped
