"""Dates as exact as they were published: a year, a month or a day."""

import calendar
import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WHOLE_DAY = 10  # characters of YYYY-MM-DD
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_partial_date(text: str) -> bool:
    """Whether `text` is YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar."""
    match = PARTIAL_DATE.fullmatch(text)
    if not match or not text.isascii():
        return False
    year, month, day = (int(part or 1) for part in match.groups())  # what is left out is right anyway
    return 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def last_day(partial: str) -> str:
    """The last day of a year, a month or a day: "2024" → "2024-12-31"; "" stays empty."""
    if not partial or len(partial) == WHOLE_DAY:
        return partial
    year, _dash, month = partial.partition("-")
    number = int(month or 12)
    return f"{year}-{number:02d}-{calendar.monthrange(int(year), number)[1]:02d}"


def last_today() -> str:
    """Today where on Earth the day begins first."""
    return timezone.localdate(timezone=timezone.get_fixed_timezone(14 * 60)).isoformat()


def validate_partial_date(value: str) -> None:
    if not is_partial_date(value):
        raise ValidationError(_("%(value)s is not a date: write YYYY, YYYY-MM or YYYY-MM-DD."), params={"value": value})


class PartialDateField(models.CharField):
    """Text that sorts as time does; empty when nothing was published."""

    def __init__(self, *args, **options):
        options |= {"max_length": 10, "blank": True, "default": ""}
        super().__init__(*args, **options)
        self.validators = [*self.validators, validate_partial_date]

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        for implied in ("max_length", "blank", "default"):
            options.pop(implied, None)
        return name, path, args, options
