"""Days in the life of facts: from when one was known, what was known by a day, and when one has grown old."""

import calendar
from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.dates import WHOLE_DAY, is_partial_date, last_day, last_today
from portal.versions import current_version
from vendors.models import Fact

STALE_AFTER = 24  # months


def known_from(fact: Fact) -> str:
    """The day from which a fact counts as known, as a whole date.

    The last day of what its source shows: something dated 2024 was surely there at the end of 2024, or already when
    its source was read within that year. A fact without a date counts from the day on which its source was read;
    without that either, the answer is empty.
    """
    read = last_day(fact.source.accessed)
    if not fact.observed_on:
        return read
    day = last_day(fact.observed_on)
    return min(day, read) if read >= fact.observed_on else day


def known_by(facts: Iterable[Fact], day: str) -> list[Fact]:
    """The facts known by `day` ("YYYY-MM-DD"), in the order given; `facts` come with_sources.

    `is_current` of each, not saved, says whether it is the newest of its product and attribute on that day.
    """
    known = [fact for fact in facts if "" < known_from(fact) <= day]
    by_place: dict[tuple[int, int], list[Fact]] = {}
    for fact in known:
        by_place.setdefault((fact.product_id, fact.attribute_id), []).append(fact)
    for same in by_place.values():
        shown = newest(same)
        for fact in same:
            fact.is_current = fact is shown
    return known


def newest(facts: Iterable[Fact]) -> Fact | None:
    """As in vendors.current_facts: the newest date of a source, none counting as oldest."""
    return max(facts, key=lambda fact: (fact.observed_on, fact.pk), default=None)


def facts_as_of(facts: Iterable[Fact], day: str) -> list[Fact]:
    """Of each product and attribute the newest fact known by `day`, in the order given, as if it were current."""
    return [fact for fact in known_by(facts, day) if fact.is_current]


def is_stale(observed_on: str, on: str | date) -> bool | None:
    """Whether the source is older than STALE_AFTER months on the day `on`; None where it has no date.

    A year or a month counts by its last day.
    """
    if not observed_on:
        return None
    year, month, day = map(int, last_day(observed_on).split("-"))
    years, month = divmod(month - 1 + STALE_AFTER, 12)
    year, month = year + years, month + 1
    return date(year, month, min(day, calendar.monthrange(year, month)[1])).isoformat() < str(on)


def day_shown(as_of: str = "") -> str:
    """The day that a page speaks of: `as_of`, or that of the last change of the data, so that answers can be kept."""
    return as_of or current_version().changed.date().isoformat()


class DayField(forms.CharField):
    """A day of the calendar as YYYY-MM-DD, today at the latest; empty text where none is given."""

    def clean(self, value) -> str:
        text = super().clean(value)
        if not text:
            return ""
        if len(text) != WHOLE_DAY or not is_partial_date(text):
            raise forms.ValidationError(_("Write a day of the calendar as YYYY-MM-DD, such as 2026-05-28."))
        if text > last_today():
            raise forms.ValidationError(_("This day is yet to come: what is known ends today."))
        return text


def as_of_field() -> DayField:
    """The parameter `as_of` of a form: facts as known by a day."""
    return DayField(required=False, label=gettext_lazy("As known on"))
