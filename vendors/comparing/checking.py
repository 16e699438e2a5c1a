"""Whether a fact meets a term, and by how much it does not. What is not documented cannot be checked: it never fails.

No limit is beyond every number: it meets >=900 and fails <=900.
"""

from decimal import Decimal

from django.utils.translation import gettext as _

from portal.words import set_apart
from vendors.comparing.alike import alike
from vendors.comparing.amounts import amount
from vendors.comparing.numbers import check_number
from vendors.comparing.outcomes import FAILED, MET, UNCHECKED, Outcome, all_of, any_of
from vendors.comparing.terms import All, Any, Condition, Not, Term
from vendors.comparing.wording import term_words
from vendors.models import Fact
from vendors.rates import Rates
from vendors.values import value_in_words


def check(term: Term, fact: Fact | None, rates: Rates) -> Outcome:
    """`fact` comes with its attribute; None where nothing is documented."""
    if fact is None:
        return Outcome(UNCHECKED, _("not documented, so it cannot be checked"))
    if fact.state == Fact.State.NOT_APPLICABLE:
        return Outcome(UNCHECKED, _("does not apply, so it cannot be checked"))
    return _check(term, fact, rates)


def _check(term: Term, fact: Fact, rates: Rates) -> Outcome:
    if isinstance(term, All):
        return all_of((_check(part, fact, rates) for part in term.parts), set_apart)
    if isinstance(term, Any):
        return any_of((_check(part, fact, rates) for part in term.parts), set_apart)
    if isinstance(term, Not):
        return _negated(_check(term.part, fact, rates), term, fact)
    return _check_condition(term, fact, rates)


def _negated(outcome: Outcome, term: Not, fact: Fact) -> Outcome:
    if outcome.code == UNCHECKED:
        return outcome
    if outcome.code == FAILED:
        return Outcome(MET)
    excluded = {"value": value_in_words(fact, is_short=True), "excluded": term_words(term.part, fact.attribute)}
    return Outcome(FAILED, _("%(value)s, but excluded is: %(excluded)s") % excluded)


def _check_condition(condition: Condition, fact: Fact, rates: Rates) -> Outcome:
    if isinstance(condition.value, Decimal):
        return _check_amount(condition, condition.value, fact, rates)
    if fact.state == Fact.State.UNLIMITED:
        return Outcome(UNCHECKED, _("no limit, which is no value that can be checked"))
    if isinstance(condition.value, bool):
        is_met = (fact.boolean is condition.value) == (condition.operator == "=")
        return Outcome(MET) if is_met else Outcome(FAILED, _yes_or_no(fact.boolean))
    return _check_words(condition.operator, condition.value, fact)


def _yes_or_no(value: bool | None) -> str:
    return _("yes, where no is required") if value else _("no, where yes is required")


def _check_amount(condition: Condition, wanted: Decimal, fact: Fact, rates: Rates) -> Outcome:
    if fact.state == Fact.State.UNLIMITED:
        return check_number(condition, wanted, None, "", lambda number: amount(number, fact.attribute))
    currency = condition.currency or fact.currency
    number = rates.converted(fact.number, fact.currency, currency) if fact.number is not None else None
    if number is None:
        values = {"value": value_in_words(fact, is_short=True), "currency": currency}
        return Outcome(UNCHECKED, _("%(value)s, which no rate given turns into %(currency)s") % values)
    text = value_in_words(fact, is_short=True)
    if currency != fact.currency:
        text = _("%(value)s (%(converted)s at the reader’s rate)") % {
            "value": text,
            "converted": amount(number, fact.attribute, currency),
        }
    return check_number(condition, wanted, number, text, lambda number: amount(number, fact.attribute, currency))


def _check_words(operator: str, words: str, fact: Fact) -> Outcome:
    """`=` is the whole text or a whole item, has() a part of it; both made alike, so that case does not count."""
    wanted = alike(words)
    texts = [alike(str(item)) for item in (fact.items if fact.items is not None else [fact.words])]
    is_there = any(wanted in text for text in texts) if operator == "has" else wanted in texts
    if is_there == (operator != "!="):
        return Outcome(MET)
    values = {"words": words, "value": value_in_words(fact, is_short=True)}
    if operator == "!=":
        return Outcome(FAILED, _("is “%(words)s”") % values)
    return Outcome(FAILED, _("“%(words)s” is not in: %(value)s") % values)
