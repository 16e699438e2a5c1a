"""The cost of a workload, its curve and its break-even points in whole sentences."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import headed, sentences, set_apart, write_count
from vendors.descriptions.counting import counts_of, ranked

if TYPE_CHECKING:
    from pandas import DataFrame


def cost_description(title: str, frame: "DataFrame") -> str:
    """The cheapest and the dearest of each currency, and how many costs are whole."""
    if frame.empty:
        return ""
    whole = frame[frame["rank"].notna()]
    parts = [
        _("Cheapest in %(currency)s %(cheapest)s, dearest %(dearest)s")
        % {"currency": currency, "cheapest": _named(rows.iloc[0]), "dearest": _named(rows.iloc[-1])}
        for currency, rows in whole.groupby("compared_currency", sort=False)
        if len(rows) > 1
    ]
    return sentences([title, *parts, headed(_("By state"), ranked(counts_of(frame, "state")))])


def _named(row) -> str:
    return _("%(name)s (%(count)s)") % {"name": row[label_column("product")], "count": row["total_text"]}


def curve_description(title: str, frame: "DataFrame") -> str:
    """What each product costs at the fewest and at the most requests shown."""
    if frame.empty:
        return ""
    ends = [
        _("%(name)s from %(first)s to %(last)s")
        % {"name": series, "first": rows["cost_text"].iloc[0], "last": rows["cost_text"].iloc[-1]}
        for series, rows in frame.groupby("series", sort=False)
    ]
    return sentences([title, headed(_("From the fewest requests shown to the most"), set_apart(ends))])


def break_even_description(title: str, frame: "DataFrame") -> str:
    """The first point and the last."""
    if frame.empty:
        return ""
    return sentences([title, headed(_("First"), _point(frame.iloc[0])), headed(_("Last"), _point(frame.iloc[-1]))])


def _point(row) -> str:
    return _("%(after)s becomes cheaper than %(before)s at %(requests)s requests (%(cost)s)") % {
        "requests": write_count(row["requests"]),
        "after": row[label_column("cheaper_from")],
        "before": row[label_column("cheaper_before")],
        "cost": row["cost_text"],
    }
