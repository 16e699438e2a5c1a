"""One fact in sentences: now, and before."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.words import headed, sentences, set_apart
from vendors.frames.facts import SUPERSEDED

if TYPE_CHECKING:
    from pandas import DataFrame


def fact_description(title: str, frame: "DataFrame") -> str:
    now = frame.iloc[0]
    earlier = [dated(row) for row in frame[frame["state"] == SUPERSEDED].to_dict("records")]
    return sentences(
        [
            headed(title, now["value_text"]),
            headed(_("Date of the source"), now["observed_on"]) if now["observed_on"] else "",
            headed(_("In doubt"), now["doubt"]) if now["doubt"] else "",
            headed(_("Earlier values"), set_apart(earlier)) if earlier else "",
        ]
    )


def dated(row: dict) -> str:
    if not row["observed_on"]:
        return row["value_text"]
    return _("%(value)s (%(date)s)") % {"value": row["value_text"], "date": row["observed_on"]}
