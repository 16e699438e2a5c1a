"""A term in words of the active language: "at least 1,024 MB", "has “python” and not …"."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.words import all_of, one_of, spaced
from vendors.comparing.amounts import amount
from vendors.comparing.terms import All, Any, Condition, Not, Term
from vendors.models import Attribute

OF_NUMBERS = {
    "=": gettext_lazy("exactly %(value)s"),
    "!=": gettext_lazy("not %(value)s"),
    ">=": gettext_lazy("at least %(value)s"),
    "<=": gettext_lazy("at most %(value)s"),
    ">": gettext_lazy("more than %(value)s"),
    "<": gettext_lazy("less than %(value)s"),
}
OF_WORDS = {
    "=": gettext_lazy("“%(value)s”"),
    "!=": gettext_lazy("not “%(value)s”"),
    "has": gettext_lazy("has “%(value)s”"),
}


def term_words(term: Term, attribute: Attribute) -> str:
    if isinstance(term, Not):
        return _("not (%(part)s)") % {"part": term_words(term.part, attribute)}
    if isinstance(term, All):
        return spaced(all_of([_inner(part, attribute) for part in term.parts]))
    if isinstance(term, Any):
        return spaced(one_of([_inner(part, attribute) for part in term.parts]))
    return _condition_words(term, attribute)


def _inner(term: Term, attribute: Attribute) -> str:
    """A part in parentheses where it has parts of its own."""
    text = term_words(term, attribute)
    return f"({text})" if isinstance(term, (All, Any)) else text


def _condition_words(condition: Condition, attribute: Attribute) -> str:
    value = condition.value
    if isinstance(value, bool):
        return _("yes") if value == (condition.operator == "=") else _("no")
    if not isinstance(value, Decimal):
        return str(OF_WORDS[condition.operator]) % {"value": value}
    if condition.operator == "between":
        upper = amount(condition.upper or Decimal(), attribute, condition.currency)
        lower = amount(value, attribute, condition.currency)
        return _("from %(lower)s to %(upper)s") % {"lower": lower, "upper": upper}
    return str(OF_NUMBERS[condition.operator]) % {"value": amount(value, attribute, condition.currency)}
