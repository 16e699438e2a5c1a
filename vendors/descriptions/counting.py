"""Counts in words: the largest, the most and the fewest, how many more."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import all_of, set_apart

if TYPE_CHECKING:
    from pandas import DataFrame, Series

MOST_NAMED = 4  # kinds that a sentence names; the rest is counted
MOST_TIED = 3  # equal ones that are named; more are counted


def ranked(counts: "Series") -> str:
    """ "FaaS (12); Containers (8); 3 more": the largest first."""
    return set_apart([*map(counted, list(counts.items())[:MOST_NAMED]), *rest_of(len(counts) - MOST_NAMED)])


def ends(counts: "Series") -> str:
    """The most and the fewest; equal ones are named together."""
    most, fewest = counts.max(), counts.min()
    if most == fewest:
        return _("%(count)s each") % {"count": most}
    words = {
        "most": _together(counts[counts == most]),
        "fewest": _together(counts[counts == fewest]),
    }
    return _("most %(most)s, fewest %(fewest)s") % words


def _together(counts: "Series") -> str:
    if len(counts) > MOST_TIED:
        words = {"products": len(counts), "count": counts.iloc[0]}
        return (
            ngettext("%(products)s product (%(count)s)", "%(products)s products (%(count)s each)", len(counts)) % words
        )
    return all_of([counted(pair) for pair in counts.items()])


def counted(pair: tuple[str, int]) -> str:
    return _("%(name)s (%(count)s)") % {"name": pair[0], "count": pair[1]}


def rest_of(more: int) -> list[str]:
    return [ngettext("%(count)s more", "%(count)s more", more) % {"count": more}] if more > 0 else []


def counts_of(frame: "DataFrame", key: str) -> "Series":
    """Rows of each label, the largest first, equal ones as they stand in the frame."""
    labels = frame[label_column(key)]
    return labels.groupby(labels, sort=False).size().sort_values(ascending=False, kind="stable")
