"""What exhibits of this room show, in whole sentences that count their rows: most, fewest, and what is not known."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import all_of, headed, sentences, set_apart

if TYPE_CHECKING:
    from pandas import DataFrame, Series

MOST_NAMED = 4  # kinds that a sentence names; the rest is counted
MOST_TIED = 3  # equal ones that are named; more are counted


def products_description(title: str, frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    return sentences(
        [
            title,
            headed(_("Products by service model"), ranked(_counts(frame, "service_model"))),
            headed(_("By vendor"), ranked(_counts(frame, "vendor"))),
        ]
    )


def vendors_description(title: str, frame: "DataFrame") -> str:
    if frame.empty:
        return ""
    return sentences(
        [
            title,
            headed(_("By kind"), ranked(_counts(frame, "kind"))),
            headed(_("Country of headquarters"), ranked(_counts(frame, "country"))),
        ]
    )


def facts_description(title: str, frame: "DataFrame") -> str:
    """How many values are documented at all, and in which groups most are."""
    if frame.empty:
        return ""
    groups = _counts(frame[frame["state"] == "documented"], "group")
    return sentences(
        [
            title,
            headed(_("Values by state"), ranked(_counts(frame, "state"))),
            headed(_("Documented values by group"), ranked(groups)) if len(groups) else "",
        ]
    )


def comparison_description(title: str, frame: "DataFrame") -> str:
    """Which product has the most documented values of those compared, and which the fewest."""
    if frame.empty:
        return ""
    is_documented = (frame["state"] == "documented").groupby(frame[label_column("product")], sort=False).sum()
    return sentences(
        [
            title,
            headed(_("Documented values"), ends(is_documented)),
            headed(_("By state"), ranked(_counts(frame, "state"))),
        ]
    )


def taxonomy_description(title: str, frame: "DataFrame") -> str:
    """How many providers each layer has."""
    if frame.empty:
        return ""
    providers = frame.groupby(label_column("category"), sort=False)["provider"].nunique()
    return sentences([title, headed(_("Providers in each layer"), set_apart(map(_counted, providers.items())))])


def landscape_description(title: str, frame: "DataFrame") -> str:
    """How many items each category has; an item in two categories stands in both."""
    if frame.empty:
        return ""
    items = frame.groupby(label_column("category"), sort=False)["item"].nunique()
    return sentences([title, headed(_("Items by category"), ranked(items.sort_values(ascending=False, kind="stable")))])


def vendor_description(title: str, frame: "DataFrame") -> str:
    """The items that are listed."""
    if frame.empty:
        return ""
    names = list(dict(zip(frame["item"], frame[label_column("item")], strict=True)).values())
    told = [*names[:MOST_NAMED], *_rest(len(names) - MOST_NAMED)]
    return sentences([title, headed(_("Listed"), set_apart(told))])


def ranked(counts: "Series") -> str:
    """ "FaaS (12); Containers (8); 3 more": the largest first."""
    return set_apart([*map(_counted, list(counts.items())[:MOST_NAMED]), *_rest(len(counts) - MOST_NAMED)])


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
    return all_of([_counted(pair) for pair in counts.items()])


def _counted(pair: tuple[str, int]) -> str:
    return _("%(name)s (%(count)s)") % {"name": pair[0], "count": pair[1]}


def _rest(more: int) -> list[str]:
    return [ngettext("%(count)s more", "%(count)s more", more) % {"count": more}] if more > 0 else []


def _counts(frame: "DataFrame", key: str) -> "Series":
    """Rows of each label, the largest first, equal ones as they stand in the frame."""
    labels = frame[label_column(key)]
    return labels.groupby(labels, sort=False).size().sort_values(ascending=False, kind="stable")
