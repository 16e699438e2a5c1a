"""What the list of vendors and the page of one show."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.words import headed, set_apart

if TYPE_CHECKING:
    from pandas import DataFrame


def vendors_finding(frame: "DataFrame") -> str:
    found = len(frame)
    count = ngettext("%(count)s vendor or project", "%(count)s vendors and projects", found) % {"count": found}
    if frame.empty:
        return count
    in_china = frame["in_china"].value_counts()
    where = _("%(china)s with headquarters in China, %(unknown)s of unknown country") % {
        "china": in_china.get("yes", 0),
        "unknown": in_china.get("unknown", 0),
    }
    return set_apart([count, where])


def vendor_finding(name: str, *, products: int, items: int, years: str) -> str:
    offers = ngettext("%(count)s product", "%(count)s products", products) % {"count": products}
    places = ngettext("%(count)s item in the landscape", "%(count)s items in the landscape", items) % {"count": items}
    if items and years:
        places = _("%(listed)s, %(years)s") % {"listed": places, "years": years}
    parts = [offers] if products else []
    parts += [places] if items else []
    return headed(name, set_apart(parts)) if parts else ""
