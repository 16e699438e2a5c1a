"""A taxonomy."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import headed, sentences, set_apart
from vendors.descriptions.counting import counted, ranked

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_TOLD = 8  # layers that a sentence goes through one by one


def taxonomy_description(title: str, frame: "DataFrame") -> str:
    """How many providers each layer has; of more than a few the fullest."""
    if frame.empty:
        return ""
    providers = frame.groupby(label_column("category"), sort=False)["provider"].nunique()
    if len(providers) > MOST_TOLD:
        told = ranked(providers.sort_values(ascending=False, kind="stable"))
    else:
        told = set_apart(map(counted, providers.items()))
    return sentences([title, headed(_("Providers in each layer"), told)])


def coverage_description(title: str, frame: "DataFrame") -> str:
    """How many rows each layer has, and who has most placements."""
    if frame.empty:
        return ""
    filled = frame[frame["placements"].notna()]
    layers = filled.groupby(label_column("category"), sort=False)["row"].nunique()
    rows = filled.groupby(label_column("row"), sort=False)["placements"].sum().astype(int)
    ordered = rows.sort_values(ascending=False, kind="stable")
    return sentences(
        [
            title,
            headed(
                _("Of the %(count)s counted, with something in each layer") % {"count": frame["row"].nunique()},
                ranked(layers.sort_values(ascending=False, kind="stable")),
            ),
            headed(_("Placements"), ranked(ordered)),
        ]
    )
