"""Lists of changes."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.words import headed, sentences
from vendors.descriptions.counting import counts_of, ranked

if TYPE_CHECKING:
    from pandas import DataFrame


def changes_description(title: str, frame: "DataFrame") -> str:
    """How many of which kind, of which products most, and the newest."""
    if frame.empty:
        return ""
    products = counts_of(frame[frame["product"] != ""], "product")
    newest = frame.iloc[0]
    return sentences(
        [
            title,
            headed(_("Changes by kind"), ranked(counts_of(frame, "kind"))),
            headed(_("Changes by product"), ranked(products)) if len(products) > 1 else "",
            headed(_("The newest, %(date)s") % {"date": newest["date"]}, newest["what"]),
        ]
    )
