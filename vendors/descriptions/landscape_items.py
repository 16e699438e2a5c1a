"""An item of a landscape."""

from django.utils.translation import gettext as _

from portal.words import listed, sentences
from vendors.models import Listing, ListingEvent


def item_description(listings: list[Listing], events: list[ListingEvent]) -> str:
    """Its names, and its events with their days."""
    names = list(dict.fromkeys(each.label for each in listings))
    said = [_("%(event)s on %(date)s") % {"event": event.get_kind_display(), "date": event.date} for event in events]
    parts = [_("Listed as %(names)s") % {"names": listed(names)}]
    parts += [listed(said)] if said else []
    return sentences(parts)
