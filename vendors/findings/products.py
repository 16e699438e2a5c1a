"""What the list of products and the page of one show."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import headed, listed, set_apart

if TYPE_CHECKING:
    from pandas import DataFrame


def products_finding(frame: "DataFrame") -> str:
    count = ngettext("%(count)s product", "%(count)s products", len(frame)) % {"count": len(frame)}
    vendors = frame["vendor"].nunique()
    of = ngettext("of %(count)s vendor", "of %(count)s vendors", vendors) % {"count": vendors}
    kinds = frame[label_column("service_model")].value_counts()
    leading = [_("%(kind)s %(count)s") % {"count": kinds[kind], "kind": kind} for kind in kinds.index[:3]]
    head = _("%(products)s %(vendors)s") % {"products": count, "vendors": of}
    return headed(head, listed(leading)) if len(kinds) > 1 else head


def facts_finding(frame: "DataFrame", product: str) -> str:
    current = frame[frame["state"] == "documented"]
    count = len(current)
    counted = ngettext("%(count)s documented fact", "%(count)s documented facts", count) % {"count": count}
    sources = current["source"].nunique()
    of = ngettext("from %(count)s source", "from %(count)s sources", sources) % {"count": sources}
    doubtful = int((current["doubt"] != "").sum())
    doubt = ngettext("%(count)s in doubt", "%(count)s in doubt", doubtful) % {"count": doubtful} if doubtful else ""
    told = _("%(product)s: %(facts)s %(sources)s") % {"product": product, "facts": counted, "sources": of}
    return set_apart([told, doubt])
