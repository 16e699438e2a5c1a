"""A landscape over its editions."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import headed, sentences, set_apart, write_count

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_NAMED = 8  # parts


def years_description(title: str, frame: "DataFrame") -> str:
    """Each part with the number of its items in its first and its last edition."""
    if frame.empty:
        return ""
    parts = [_part(rows) for _code, rows in list(frame.groupby("part", sort=False))[:MOST_NAMED]]
    return sentences([title, *parts])


def _part(rows: "DataFrame") -> str:
    said = [
        _("%(edition)s: %(count)s") % {"edition": row["edition"], "count": write_count(row["items"])}
        for row in (rows.iloc[0], rows.iloc[-1])
    ]
    return headed(rows[label_column("part")].iloc[0], set_apart(dict.fromkeys(said)))
