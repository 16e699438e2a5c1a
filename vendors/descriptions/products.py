"""Lists of products, and the facts of one."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.words import headed, sentences
from vendors.descriptions.counting import counts_of, ranked

if TYPE_CHECKING:
    from pandas import DataFrame


def products_description(title: str, frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    return sentences(
        [
            title,
            headed(_("Products by service model"), ranked(counts_of(frame, "service_model"))),
            headed(_("By vendor"), ranked(counts_of(frame, "vendor"))),
        ]
    )


def facts_description(title: str, frame: "DataFrame") -> str:
    """How many values are documented at all, and in which groups most are."""
    if frame.empty:
        return ""
    groups = counts_of(frame[frame["state"] == "documented"], "group")
    return sentences(
        [
            title,
            headed(_("Values by state"), ranked(counts_of(frame, "state"))),
            headed(_("Documented values by group"), ranked(groups)) if len(groups) else "",
        ]
    )
