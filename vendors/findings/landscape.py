"""What an edition of a landscape shows."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.words import set_apart, write_count

if TYPE_CHECKING:
    from pandas import DataFrame


def landscape_finding(frame: "DataFrame", edition: str) -> str:
    """Counts items, not cards: an item that stands in two categories counts once."""
    items = frame.drop_duplicates("item")
    in_china = items["in_china"].value_counts()
    count = ngettext("%(count)s item in %(edition)s", "%(count)s items in %(edition)s", len(items)) % {
        "count": write_count(len(items)),
        "edition": edition,
    }
    if items.empty:
        return count
    where = _("%(china)s from organisations with headquarters in China, %(unknown)s of unknown country") % {
        "china": write_count(in_china.get("yes", 0)),
        "unknown": write_count(in_china.get("unknown", 0)),
    }
    return set_apart([count, where])
