"""Exchange rates that a reader gives: `rate=CNY:USD:0.14:2026-11-01` says that one CNY was 0.14 USD on that day.

The portal knows no rate of its own: without one, amounts in different currencies are never put together.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _

from portal.parameters import SEPARATOR, shortened

RATE = re.compile(r"([A-Z]{3}):([A-Z]{3}):(\d{1,9}(?:\.\d{1,9})?):(\d{4}-\d{2}-\d{2})", re.ASCII)
MOST_RATES = 10


@dataclass(frozen=True)
class Rate:
    """One unit of `source` is `factor` units of `target`, on the day that the reader names."""

    source: str
    target: str
    factor: Decimal
    day: str

    @property
    def words(self) -> str:
        """ "1 CNY = 0.14 USD on 2026-11-01, the reader’s rate"."""
        return _("1 %(source)s = %(factor)s %(target)s on %(day)s, the reader’s rate") % {
            "source": self.source,
            "factor": f"{self.factor.normalize():f}",
            "target": self.target,
            "day": self.day,
        }


@dataclass(frozen=True)
class Rates:
    """All that a reader gave; false where there is none."""

    given: tuple[Rate, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.given)

    def converted(self, amount: Decimal, source: str, target: str) -> Decimal | None:
        """The amount in the other currency; None where no rate says how."""
        if source == target:
            return amount
        for rate in self.given:
            if (rate.source, rate.target) == (source, target):
                return amount * rate.factor
            if (rate.source, rate.target) == (target, source):
                return amount / rate.factor
        return None


class RateField(forms.CharField):
    """Rates joined by "~"; gives Rates."""

    def __init__(self, **options):
        super().__init__(required=False, label=_("Exchange rate"), **options)

    def clean(self, value) -> Rates:
        text = super().clean(value)
        given = tuple(dict.fromkeys(read_rate(part) for part in text.split(SEPARATOR) if part))
        pairs = [frozenset((rate.source, rate.target)) for rate in given]
        if len(set(pairs)) < len(pairs):
            raise forms.ValidationError(_("Two currencies have one rate: give it once, in one direction."))
        if len(given) > MOST_RATES:
            raise forms.ValidationError(_("At most %(limit)s rates."), params={"limit": MOST_RATES})
        return Rates(given)


def read_rate(text: str) -> Rate:
    match = RATE.fullmatch(text)
    if match is None:
        raise forms.ValidationError(
            _(
                "“%(value)s” is no rate. Write currency, currency, number and day: CNY:USD:0.14:2026-11-01 says that "
                "one CNY was 0.14 USD on that day."
            ),
            params={"value": shortened(text)},
        )
    source, target, number, day = match.groups()
    factor = Decimal(number)
    if source == target or not factor:
        raise forms.ValidationError(
            _("“%(value)s” is no rate: it takes two currencies and a number above zero."),
            params={"value": shortened(text)},
        )
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise forms.ValidationError(
            _("“%(day)s” is no day of the calendar: write YYYY-MM-DD."), params={"day": day}
        ) from error
    return Rate(source, target, factor, day)
