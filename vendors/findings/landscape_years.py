"""What a landscape shows over its editions."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import set_apart, write_count, write_number
from vendors.changes import Kind

if TYPE_CHECKING:
    from pandas import DataFrame

NO_PROJECTS = ("none", "archived")  # maturities of what is no project now
SHARES = {"open_source": "yes", "country": "china", "maturity": "none"}  # the part that the sentence is about


def years_finding(frame: "DataFrame", show: str) -> str:
    """One sentence with the first and the last edition; empty where there is nothing to compare."""
    if frame.empty:
        return ""
    if show == "categories":
        return _categories(frame)
    if show == "changes":
        return _changes(frame)
    first, last = (
        frame[frame["edition"] == edition] for edition in (frame["edition"].iloc[0], frame["edition"].iloc[-1])
    )
    return set_apart([_told(show, first), _told(show, last)])


def _categories(frame: "DataFrame") -> str:
    first, last = frame.iloc[0], frame.iloc[-1]
    newest = frame[frame["edition"] == last["edition"]]
    largest = newest.loc[newest["items"].idxmax()]
    words = {
        "items": write_count(first["total"]),
        "first": first["edition"],
        "more": write_count(last["total"]),
        "last": last["edition"],
        "category": largest[label_column("part")],
        "most": write_count(largest["items"]),
    }
    return _("%(items)s items in %(first)s, %(more)s in %(last)s; most of them then in %(category)s (%(most)s)") % words


def _changes(frame: "DataFrame") -> str:
    said = []
    for kind, words in (
        (Kind.ENTERED, _("most entered by %(edition)s (%(count)s)")),
        (Kind.LEFT, _("most left by %(edition)s (%(count)s)")),
    ):
        rows = frame[frame["part"] == kind.value]
        most = rows.loc[rows["items"].idxmax()]
        if most["items"]:
            said.append(words % {"edition": most["edition"], "count": write_count(most["items"])})
    return set_apart(said)


def _told(show: str, rows: "DataFrame") -> str:
    """ "2018: open source 41 of 61 items (67.2%), unknown 3"."""
    part = rows[rows["part"] == SHARES[show]].iloc[0]
    count, total = int(part["items"]), int(part["total"])
    if show == "maturity":
        count = total - int(rows[rows["part"].isin(NO_PROJECTS)]["items"].sum())
    words = {
        "edition": part["edition"],
        "count": write_count(count),
        "total": write_count(total),
        "share": write_number(100 * count / total, 1),
    }
    if show == "maturity":
        return _("%(edition)s: %(count)s CNCF projects among %(total)s items (%(share)s%%)") % words
    unknown = rows[rows["part"] == "unknown"]["items"].iloc[0]
    words["unknown"] = write_count(unknown)
    if show == "country":
        return (
            _("%(edition)s: %(count)s of %(total)s items with headquarters in China, %(unknown)s of unknown country")
            % words
        )
    return _("%(edition)s: %(count)s of %(total)s items open source (%(share)s%%), %(unknown)s unknown") % words
