"""One item of a landscape."""

from dataclasses import dataclass

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.landscape_items import item_exhibit
from vendors.models import Listing, ListingEvent, Scheme


@dataclass(frozen=True)
class Item:
    """An item in all editions of a landscape, oldest first, with its dated events."""

    scheme: Scheme
    listings: list[Listing]
    events: list[ListingEvent]

    def exhibit(self, query: str = "") -> Exhibit:
        return item_exhibit(self.scheme, self.listings, self.events, query=query)


def item_of(scheme: Scheme, key: str) -> Item | None:
    """None where no edition lists such an item."""
    listings = list(Listing.objects.of_item(scheme, key))
    return Item(scheme, listings, list(ListingEvent.objects.of_item(scheme, key))) if listings else None
