"""Which edition of a scheme stood on a day."""

from collections.abc import Mapping

from portal.dates import is_partial_date
from vendors.history.dates import last_day


def standing_from(edition: str, published: str) -> str:
    """The day from which an edition stands, as a whole date; `published` is the newest date of its sources.

    That of its sources where it falls into the edition's year, else the first day of that year. Where no source has a
    date, the end of what the edition names. An edition that names no year stood always: the answer is empty.
    """
    year = edition[:4]
    if not is_partial_date(year):
        return ""
    if not published:
        return last_day(edition if is_partial_date(edition) else year)
    return last_day(published) if published.startswith(year) else f"{year}-01-01"


def edition_as_of(days: Mapping[str, str], day: str) -> str:
    """The newest edition that stood on `day`, of {edition: the day from which it stands}; empty where none did."""
    return max((edition for edition, since in days.items() if since <= day), default="")


def edition_on(dated: Mapping[str, str], day: str) -> str:
    """The same of {edition: the newest date of its sources}."""
    return edition_as_of({edition: standing_from(edition, newest) for edition, newest in dated.items()}, day)
