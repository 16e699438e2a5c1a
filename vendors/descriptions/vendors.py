"""Lists of vendors, and the page of one."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import headed, sentences, set_apart
from vendors.descriptions.counting import MOST_NAMED, counts_of, ranked, rest_of

if TYPE_CHECKING:
    from pandas import DataFrame


def vendors_description(title: str, frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    return sentences(
        [
            title,
            headed(_("By kind"), ranked(counts_of(frame, "kind"))),
            headed(_("Country of headquarters"), ranked(counts_of(frame, "country"))),
        ]
    )


def vendor_description(title: str, frame: "DataFrame") -> str:
    """The items that are listed."""
    if frame.empty:
        return ""
    names = list(dict(zip(frame["item"], frame[label_column("item")], strict=True)).values())
    told = [*names[:MOST_NAMED], *rest_of(len(names) - MOST_NAMED)]
    return sentences([title, headed(_("Listed"), set_apart(told))])
