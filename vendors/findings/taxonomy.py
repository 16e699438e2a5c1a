"""What a taxonomy shows."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import all_of, headed, set_apart
from vendors.descriptions.counting import ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame, Series

MOST_NAMED = 4  # more names than that and the sentence counts instead


def taxonomy_finding(frame: "DataFrame", *, layers: int, is_judged: bool = True) -> str:
    """Who stands in all layers, and how much of the matrix is stated; `layers` counts those with nothing in them.

    A landscape puts its items where they stand by itself: there the fullest categories are told.
    """
    if frame.empty:
        return ""
    covered = frame.groupby("provider", sort=False)["category"].nunique()
    names = dict(zip(frame["provider"], frame[label_column("provider")], strict=True))
    return set_apart([_who_covers(covered, names, layers), _certainty(frame) if is_judged else _fullest(frame)])


def _certainty(frame: "DataFrame") -> str:
    inferred = int((frame["certainty"] == "inferred").sum())
    return _("%(stated)s placements are stated by the source, %(inferred)s inferred") % {
        "stated": len(frame) - inferred,
        "inferred": inferred,
    }


def _fullest(frame: "DataFrame") -> str:
    providers = frame.groupby(label_column("category"), sort=False)["provider"].nunique()
    return headed(_("Providers in each category"), ends(providers))


def _who_covers(covered: "Series", names: dict[str, str], layers: int) -> str:
    everywhere = [names[provider] for provider, count in covered.items() if count == layers]
    if layers < 2 or not everywhere:
        return ""
    if len(everywhere) == len(covered) > 1:
        return _("All %(count)s providers cover all %(layers)s layers") % {"count": len(covered), "layers": layers}
    if len(everywhere) > MOST_NAMED:
        return _("%(all)s of %(count)s providers cover all %(layers)s layers") % {
            "all": len(everywhere),
            "count": len(covered),
            "layers": layers,
        }
    return ngettext(
        "%(names)s covers all %(layers)s layers", "%(names)s cover all %(layers)s layers", len(everywhere)
    ) % {"names": all_of(everywhere), "layers": layers}


def coverage_finding(placed: "DataFrame", labels: "Iterable[str]", rows: str) -> str:
    """In which layers most stand, and in which the fewest, of all that is placed.

    `labels` name the layers, also those that hold nothing; `rows` is "provider" or "country".
    """
    if placed.empty:
        return ""
    filled = placed.groupby(label_column("category"), sort=False)[rows].nunique()
    count = placed[rows].nunique()
    words = (
        ngettext("Of %(count)s country, by layer", "Of %(count)s countries, by layer", count)
        if rows == "country"
        else ngettext("Of %(count)s provider, by layer", "Of %(count)s providers, by layer", count)
    )
    return headed(words % {"count": count}, ends(filled.reindex(list(labels), fill_value=0)))
