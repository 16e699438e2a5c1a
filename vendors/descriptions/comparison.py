"""A comparison."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import headed, sentences
from vendors.descriptions.counting import counts_of, ends, ranked

if TYPE_CHECKING:
    from pandas import DataFrame


def comparison_description(title: str, frame: "DataFrame") -> str:
    """Which product has the most documented values of those compared, and which the fewest."""
    if frame.empty:
        return ""
    is_documented = (frame["state"] == "documented").groupby(frame[label_column("product")], sort=False).sum()
    return sentences(
        [
            title,
            headed(_("Documented values"), ends(is_documented)),
            headed(_("By state"), ranked(counts_of(frame, "state"))),
        ]
    )
