"""The values of one attribute, and the dictionary of attributes."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.words import headed, sentences, set_apart
from vendors.descriptions.counting import counts_of, ranked

if TYPE_CHECKING:
    from pandas import DataFrame

MOST = 5  # products named


def attribute_description(title: str, frame: "DataFrame", drawn: "DataFrame") -> str:
    """The first of the ranking, and how many values are of which state."""
    if frame.empty:
        return ""
    first = [f"{row.label} {row.value_text}" for row in drawn.head(MOST).itertuples()]
    return sentences(
        [
            title,
            headed(_("First in order"), set_apart(first)) if first else "",
            headed(_("Values by state"), ranked(counts_of(frame, "state"))),
        ]
    )


def attributes_description(title: str, frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    return sentences(
        [
            title,
            headed(_("Attributes by group"), ranked(counts_of(frame, "group"))),
            headed(_("By type of value"), ranked(counts_of(frame, "value_type"))),
        ]
    )
