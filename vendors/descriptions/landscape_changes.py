"""The difference between two editions of a landscape."""

from typing import TYPE_CHECKING

from portal.exhibits.columns import label_column
from portal.words import headed, listed, sentences
from vendors.descriptions.counting import counted

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_NAMED = 5  # items of a kind


def difference_description(title: str, frame: "DataFrame") -> str:
    """How many of each kind, and the first of them by name."""
    if frame.empty:
        return ""
    parts = []
    for kind, rows in frame.groupby(label_column("kind"), sort=False):
        names = rows[label_column("item")].tolist()
        more = ["…"] if len(names) > MOST_NAMED else []
        parts.append(headed(counted((kind, len(names))), listed([*names[:MOST_NAMED], *more])))
    return sentences([title, *parts])
