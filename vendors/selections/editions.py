"""The editions of schemes that stood on a day."""

from collections.abc import Iterable

from vendors.editions import standing_from
from vendors.models import Listing, Scheme


def standing_editions(schemes: Iterable[Scheme], day: str) -> dict[int, list[str]]:
    """Key of each scheme → its editions that stood on the day, oldest first."""
    found = {}
    for scheme in schemes:
        dated = Listing.objects.in_scheme(scheme).dated_editions()
        found[scheme.pk] = [edition for edition, newest in dated.items() if standing_from(edition, newest) <= day]
    return found
