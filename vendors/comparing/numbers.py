"""Numbers held against a condition, and how far off they are."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _

from vendors.comparing.outcomes import FAILED, MET, Outcome
from vendors.comparing.terms import Condition

Write = Callable[[Decimal], str]


def check_number(condition: Condition, wanted: Decimal, number: Decimal | None, text: str, write: Write) -> Outcome:
    """`number` is None where there is no limit; `text` is how the value reads, `write` writes an amount."""
    if number is None:
        return _check_unlimited(condition, wanted, write)
    lower, upper = _bounds(condition, wanted)
    is_strict = condition.operator in (">", "<")
    values = {"value": text, "wanted": write(wanted)}
    if condition.operator == "!=":
        return Outcome(MET) if number != wanted else Outcome(FAILED, _("%(value)s, which is excluded") % values)
    if lower is not None and (number < lower or (is_strict and number == lower)):
        return Outcome(FAILED, _below(lower - number, values, write))
    if upper is not None and (number > upper or (is_strict and number == upper)):
        return Outcome(FAILED, _above(number - upper, values, write))
    return Outcome(MET)


def _bounds(condition: Condition, wanted: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if condition.operator in (">", ">="):
        return wanted, None
    if condition.operator in ("<", "<="):
        return None, wanted
    return wanted, condition.upper if condition.operator == "between" else wanted


def _below(gap: Decimal, values: dict, write: Write) -> str:
    if not gap:
        return _("%(value)s, where more than %(wanted)s is required") % values
    return _("%(value)s, %(gap)s less than required") % {**values, "gap": write(gap)}


def _above(gap: Decimal, values: dict, write: Write) -> str:
    if not gap:
        return _("%(value)s, where less than %(wanted)s is required") % values
    return _("%(value)s, %(gap)s more than allowed") % {**values, "gap": write(gap)}


def _check_unlimited(condition: Condition, wanted: Decimal, write: Write) -> Outcome:
    if condition.operator in (">", ">=", "!="):
        return Outcome(MET)
    most = condition.upper if condition.upper is not None else wanted
    return Outcome(FAILED, _("no limit, where at most %(most)s is allowed") % {"most": write(most)})
