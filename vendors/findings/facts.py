"""What one fact says now."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.words import headed

if TYPE_CHECKING:
    from pandas import DataFrame


def fact_finding(frame: "DataFrame", title: str) -> str:
    """ "AWS Lambda: Maximum memory: 10,240 MB (2024-05)"; the first row is the one that counts."""
    now = frame.iloc[0]
    value = now["value_text"]
    if now["observed_on"]:
        value = _("%(value)s (%(date)s)") % {"value": value, "date": now["observed_on"]}
    return headed(title, value)
