"""One edition of a landscape: what stands in which category, and where its makers have their seat."""

from django.utils.translation import gettext as _

from portal.charts.shapes import CardMap
from portal.exhibits.citations import Note
from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from vendors.descriptions import landscape_description
from vendors.exhibits.columns import listing_columns
from vendors.findings import landscape_finding
from vendors.frames.listings import listing_table
from vendors.models import Listing, Scheme

COLUMNS = (
    *("scheme", "edition", "category", "item", "organisation", "vendor", "country", "in_china", "country_source"),
    *("product", "open_source", "maturity", "second_path", "homepage", "repository", "added", "removed", "note"),
    "source",
)


def landscape_exhibit(
    scheme: Scheme, edition: str, listings: list[Listing], *, filters: str = "", query: str = ""
) -> Exhibit:
    """`listings` come with_everything, in_order; `filters` says in words which of the edition they are."""
    frame = listing_table(listings)
    title = _("%(scheme)s, %(edition)s") % {"scheme": scheme.label, "edition": edition}
    flags = [listing.vendor.country_source for listing in listings if listing.vendor and listing.vendor.country]
    return make_exhibit(
        f"landscape/{scheme.code}/{edition}",
        frame,
        listing_columns(*COLUMNS),
        cited_once([*[listing.source for listing in listings], scheme.source, *flags]),
        query=query,
        title=title,
        subtitle=" · ".join(part for part in (_("One card an item, named as in that year"), filters) if part),
        finding=landscape_finding(frame, edition),
        description=landscape_description(title, frame),
        shape=CardMap(
            group=label_column("category"),
            title=label_column("item"),
            subtitle="organisation",
            mark="china_mark",
            tag="project_tag",
        ),
        notes=_notes(scheme),
    )


def _notes(scheme: Scheme) -> tuple[Note, ...]:
    return (
        Note(scheme.text("description")),
        Note(
            _(
                "“HQ in China”, in pictures “CN”, marks organisations whose headquarters a cited source places in "
                "China. Where no source says the country, it is unknown: that does not mean outside China."
            ),
            is_mandatory=True,
        ),
        Note(_("An item may stand in a second category; it counts once.")),
    )
