"""An edition of a landscape."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import headed, sentences
from vendors.descriptions.counting import ranked

if TYPE_CHECKING:
    from pandas import DataFrame


def landscape_description(title: str, frame: "DataFrame") -> str:
    """How many items each category has; an item in two categories stands in both."""
    if frame.empty:
        return ""
    items = frame.groupby(label_column("category"), sort=False)["item"].nunique()
    return sentences([title, headed(_("Items by category"), ranked(items.sort_values(ascending=False, kind="stable")))])
