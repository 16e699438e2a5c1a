"""The vendors that a form chooses."""

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.vendors import vendors_exhibit
from vendors.filters.tables import stored
from vendors.filters.vendors import VendorsForm
from vendors.history.products import launched_by
from vendors.models import Product, Scheme, Vendor
from vendors.selections.editions import standing_editions


def chosen_vendors(form: VendorsForm) -> Exhibit:
    """As of a day: products launched by then, and editions of landscapes that stood then."""
    vendors = (
        Vendor.objects.of_kinds(form.chosen("kind"))
        .in_countries(stored(form.chosen("country")))
        .standing_in(form.chosen("scheme"))
        .naming(form.values["q"])
    )
    day = form.values["as_of"]
    rows = (
        vendors.with_presence_by(
            standing_editions(Scheme.objects.landscapes(), day), launched_by(Product.objects.all(), day)
        )
        if day
        else (vendors.with_presence())
    )
    return vendors_exhibit(list(rows), sort=form.sort, filters=form.words(), query=form.view_query, as_of=day)
