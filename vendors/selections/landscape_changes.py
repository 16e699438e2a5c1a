"""What changed in a landscape between the editions that a reader chose."""

from portal.exhibits.exhibit import Exhibit
from vendors.changes import differences_between
from vendors.exhibits.landscape_changes import difference_exhibit
from vendors.filters.landscape_changes import DifferenceForm
from vendors.models import Listing, ListingEvent, Scheme


def differing(scheme: Scheme, form: DifferenceForm) -> Exhibit:
    before, after = form.values["from"], form.values["to"]
    listings = Listing.objects.in_scheme(scheme)
    dates = listings.dated_editions()
    old, new = (list(Listing.objects.in_edition(scheme, each).with_everything().in_order()) for each in (before, after))
    events = list(ListingEvent.objects.in_scheme(scheme).between(dates[before], dates[after]))
    chosen = form.chosen("kind")
    differences = [each for each in differences_between(old, new, events) if not chosen or each.kind in chosen]
    return difference_exhibit(scheme, before, after, differences, filters=form.words(), query=form.view_query)
