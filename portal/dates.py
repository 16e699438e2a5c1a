"""Dates as exact as they were published: a year, a month or a day."""

import calendar
import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_partial_date(text: str) -> bool:
    """Whether `text` is YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar."""
    match = PARTIAL_DATE.fullmatch(text)
    if not match or not text.isascii():
        return False
    year, month, day = (int(part or 1) for part in match.groups())  # what is left out is right anyway
    return 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


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
