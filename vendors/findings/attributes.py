"""What the values of one attribute show, and the dictionary of attributes."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import set_apart

if TYPE_CHECKING:
    from pandas import DataFrame


def attribute_finding(frame: "DataFrame", drawn: "DataFrame") -> str:
    """How many products document it and, of numbers without doubt, the ends: the first and the last of the ranking."""
    if frame.empty:
        return ""
    known = int((frame["source"] != "").sum())
    counted = ngettext(
        "%(known)s of %(count)s product documents it", "%(known)s of %(count)s products document it", len(frame)
    ) % {"known": known, "count": len(frame)}
    return set_apart([counted, ends_in_words(drawn)])


def ends_in_words(drawn: "DataFrame") -> str:
    sure = drawn[drawn["tone"] == "emph"]
    if sure["number"].nunique() < 2:
        return ""
    first, last = sure.loc[sure["number"].idxmax()], sure.loc[sure["number"].idxmin()]
    return _("from %(low)s (%(last)s) to %(high)s (%(first)s)") % {
        "low": last["value_text"],
        "last": names_at(sure, last["number"]),
        "high": first["value_text"],
        "first": names_at(sure, first["number"]),
    }


def names_at(drawn: "DataFrame", number: float) -> str:
    """The product with this number, or how many have it."""
    names = drawn.loc[drawn["number"] == number, "label"]
    return (
        names.iloc[0]
        if len(names) == 1
        else ngettext("%(count)s product", "%(count)s products", len(names)) % {"count": len(names)}
    )


def attributes_finding(frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    count = ngettext("%(count)s attribute", "%(count)s attributes", len(frame)) % {"count": len(frame)}
    groups = frame[label_column("group")].nunique()
    in_groups = ngettext("in %(count)s group", "in %(count)s groups", groups) % {"count": groups}
    return _("%(attributes)s %(groups)s") % {"attributes": count, "groups": in_groups}
