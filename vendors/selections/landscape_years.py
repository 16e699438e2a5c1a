"""A landscape over all its editions."""

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.landscape_years import years_exhibit
from vendors.filters.landscape_years import YearsForm
from vendors.models import Listing, Scheme


def over_editions(scheme: Scheme, form: YearsForm) -> Exhibit:
    listings = Listing.objects.in_scheme(scheme)
    sources = listings.sources()
    return years_exhibit(scheme, listings.for_years(), sources, show=form.show, query=form.view_query)
