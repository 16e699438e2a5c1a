"""The list of vendors, and the page of one: where it stands in taxonomy and landscape, year by year."""

from dataclasses import replace

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from vendors.descriptions.vendors import vendor_description, vendors_description
from vendors.exhibits.columns import listing_columns
from vendors.findings.vendors import vendor_finding, vendors_finding
from vendors.frames.listings import listing_table
from vendors.frames.sorting import sorted_by
from vendors.frames.vendors import vendor_table
from vendors.models import Listing, Vendor

PRESENCE = ("vendor", "scheme", "item", "edition", "category", "product", "certainty", "maturity", "note", "source")


def vendors_exhibit(
    vendors: list[Vendor], *, sort: str, filters: str = "", query: str = "", as_of: str = ""
) -> Exhibit:
    """`vendors` come with_presence."""
    frame = sorted_by(vendor_table(vendors), sort)
    return make_exhibit(
        "vendors",
        frame,
        vendor_columns(),
        cited_once(vendor.country_source for vendor in vendors),
        query=query,
        title=_("Vendors and projects"),
        subtitle=" · ".join(part for part in (_("Who offers or keeps serverless products"), filters) if part),
        finding=vendors_finding(frame),
        description=vendors_description(_("Vendors and projects"), frame),
        notes=(
            Note(
                _("A country is given only where a source says it. Unknown does not mean outside China."),
                is_mandatory=True,
            ),
            Note(_("Items listed: different items in the landscapes over all years.")),
            *_day_notes(as_of),
        ),
    )


def _day_notes(as_of: str) -> tuple[Note, ...]:
    if not as_of:
        return ()
    words = _(
        "As of %(day)s: editions of landscapes that stood then, and products without those launched later; a product "
        "whose launch no source dates is counted. What a vendor is and where it sits is as known today."
    )
    return (Note(words % {"day": as_of}, is_mandatory=True),)


def vendor_columns() -> list[Column]:
    return [
        Column("vendor", _("Vendor"), "code", is_labelled=True, linked_by="address"),
        Column("kind", _("Kind"), "code", is_labelled=True),
        Column(
            "country",
            _("Country of headquarters"),
            "code",
            is_labelled=True,
            cited_by="country_source",
            tagged_by="china_tag",
        ),
        Column("in_china", _("Headquarters in China"), "code", is_labelled=True, on_page=False),
        Column("city", _("City"), on_page=False),
        Column("products", _("Products"), "value", decimals=0),
        Column("items", _("Items listed"), "value", decimals=0),
        Column("first_year", _("Years listed"), "date", written_by="years"),
        Column("last_year", _("Last year listed"), "date", on_page=False),
        Column("founded", _("Founded"), "date", on_page=False),
        Column("country_source", _("Source of the country"), "source", on_page=False),
        Column("country_note", _("Note on the country"), on_page=False),
        Column("homepage", _("Home page"), on_page=False),
    ]


def vendor_exhibit(
    vendor: Vendor, listings: list[Listing], *, products: Exhibit | None = None, query: str = ""
) -> Exhibit:
    """Where the vendor and its products are listed; `vendor` comes with_presence, `listings` with_everything.

    It also cites what the table of its `products` rests on: the page shows both with one list of sources.
    """
    frame = listing_table(listings)
    title = _("%(vendor)s: places in taxonomy and landscape") % {"vendor": vendor.label}
    years = "–".join(dict.fromkeys(year for year in (vendor.first_year, vendor.last_year) if year))
    exhibit = make_exhibit(
        f"vendors/{vendor.slug}",
        frame,
        listing_columns(*PRESENCE),
        cited_once([vendor.country_source, vendor.source, *[listing.source for listing in listings]]),
        query=query,
        title=title,
        finding=vendor_finding(vendor.label, products=vendor.product_count, items=vendor.item_count, years=years),
        description=vendor_description(title, frame),
        grid=Grid("item", "edition", "category"),
        notes=(Note(_("Names stand as they were written in the latest of the years shown.")),) if listings else (),
    )
    known = {citation.code for citation in exhibit.citations}
    more = [citation for citation in (products.citations if products else ()) if citation.code not in known]
    return replace(exhibit, citations=(*exhibit.citations, *more))
