"""What exhibits of this room found, in one sentence made by rule from their frames."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import all_of, headed, listed, set_apart

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_NAMED = 4  # more names than that and the sentence counts instead


def taxonomy_finding(frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    layers = frame["category"].nunique()
    covered = frame.groupby("provider", sort=False)["category"].nunique()
    names = dict(zip(frame["provider"], frame[label_column("provider")], strict=True))
    everywhere = [names[provider] for provider, count in covered.items() if count == layers]
    certainty = _("%(stated)s placements are stated by the source, %(inferred)s inferred") % {
        "stated": (frame["certainty"] == "stated").sum(),
        "inferred": (frame["certainty"] == "inferred").sum(),
    }
    if layers < 2 or not everywhere:
        return certainty
    if len(everywhere) == len(covered) > 1:
        who = _("All %(count)s providers cover all %(layers)s layers") % {"count": len(covered), "layers": layers}
    elif len(everywhere) > MOST_NAMED:
        who = _("%(all)s of %(count)s providers cover all %(layers)s layers") % {
            "all": len(everywhere),
            "count": len(covered),
            "layers": layers,
        }
    else:
        who = ngettext(
            "%(names)s covers all %(layers)s layers", "%(names)s cover all %(layers)s layers", len(everywhere)
        ) % {"names": all_of(everywhere), "layers": layers}
    return set_apart([who, certainty])


def landscape_finding(frame: "DataFrame", edition: str) -> str:
    """Counts items, not cards: an item that stands in two categories counts once."""
    items = frame.drop_duplicates("item")
    in_china = items["in_china"].value_counts()
    count = ngettext("%(count)s item in %(edition)s", "%(count)s items in %(edition)s", len(items)) % {
        "count": len(items),
        "edition": edition,
    }
    if items.empty:
        return count
    where = _("%(china)s from organisations with headquarters in China, %(unknown)s of unknown country") % {
        "china": in_china.get("yes", 0),
        "unknown": in_china.get("unknown", 0),
    }
    return set_apart([count, where])


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


def comparison_finding(frame: "DataFrame") -> str:
    """How much of the comparison is documented at all."""
    if frame.empty:
        return ""
    return _(
        "%(documented)s of %(cells)s values are documented for %(products)s products and %(attributes)s attributes"
    ) % {
        "documented": (frame["state"] == "documented").sum(),
        "cells": len(frame),
        "products": frame["product"].nunique(),
        "attributes": frame["attribute"].nunique(),
    }


def vendor_finding(name: str, *, products: int, items: int, years: str) -> str:
    offers = ngettext("%(count)s product", "%(count)s products", products) % {"count": products}
    places = ngettext("%(count)s item in the landscape", "%(count)s items in the landscape", items) % {"count": items}
    if items and years:
        places = _("%(listed)s, %(years)s") % {"listed": places, "years": years}
    parts = [offers] if products else []
    parts += [places] if items else []
    return headed(name, set_apart(parts)) if parts else ""
