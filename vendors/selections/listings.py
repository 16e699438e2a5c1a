"""Listings as of a day: of each scheme the edition that stood then."""

from vendors.editions import edition_on
from vendors.models import Listing
from vendors.querysets.listings import ListingQuerySet


def listings_on(rows: ListingQuerySet, day: str) -> ListingQuerySet:
    """Those of `rows` that stand in the newest edition of their scheme on a day."""
    dated = Listing.objects.dated_editions_by_scheme()
    standing = {scheme: edition_on(editions, day) for scheme, editions in dated.items()}
    return rows.in_editions({scheme: edition for scheme, edition in standing.items() if edition})
