"""Listings as a frame: what stands where in a taxonomy or a landscape, one row a listing."""

from collections.abc import Iterable

from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from vendors.frames.vendors import china_tag
from vendors.models import Listing
from vendors.models.vendor import CHINA
from vendors.providers import provider_code
from vendors.words import STATES, UNKNOWN, country_labels, state_of

TYPES = {
    **labelled_types("scheme", "category", "item", "provider", "product", "vendor", "country", "in_china"),
    **text_types("edition", "organisation"),
    **labelled_types("open_source", "maturity", "certainty"),
    "second_path": "bool",
    **text_types("homepage", "repository", "added", "removed", "note", "source", "country_source"),
    **text_types("item_address", "vendor_address", "china_tag", "china_mark", "project_tag"),
}


def listing_table(listings: Iterable[Listing]) -> DataFrame:
    """In the order given; `listings` come with_everything."""
    labels = {
        "state": both_labels(STATES.items()),
        "maturity": both_labels(Listing.Maturity.choices),
        "certainty": both_labels(Listing.Certainty.choices),
    }
    return frame_of((listing_row(listing, labels) for listing in listings), TYPES)


def listing_row(listing: Listing, labels: dict) -> dict:
    vendor = listing.vendor
    open_source = state_of(listing.is_open_source)
    maturity = listing.maturity
    return {
        **named("scheme", listing.category.scheme.code, listing.category.scheme),
        **named("category", listing.category.code, listing.category),
        **named("item", listing.key, listing),
        **_owner_cells(listing, labels["state"]),
        **labelled("open_source", open_source, labels["state"][open_source]),
        **labelled("maturity", maturity, labels["maturity"][maturity]),
        **labelled("certainty", listing.certainty, labels["certainty"][listing.certainty]),
        "edition": listing.edition,
        "organisation": listing.organisation,
        "second_path": listing.is_second_path,
        "homepage": listing.homepage,
        "repository": listing.repository,
        "added": listing.added,
        "removed": listing.removed,
        "note": listing.text("note"),
        "source": listing.source.code,
        "item_address": f"products/{listing.product.slug}" if listing.product else "",
        "vendor_address": f"vendors/{vendor.slug}" if vendor else "",
        "project_tag": "" if maturity == Listing.Maturity.NONE else str(Listing.Maturity(maturity).label),
    }


def _owner_cells(listing: Listing, states: dict) -> dict:
    """Who it belongs to; a country is known only through the vendor."""
    vendor, product = listing.vendor, listing.product
    country = vendor.country if vendor else ""
    in_china = state_of(vendor.is_in_china) if vendor else UNKNOWN
    written = (listing.organisation, listing.organisation)
    return {
        **(named("product", product.slug, product) if product else labelled("product", "", ("", ""))),
        **(named("vendor", vendor.slug, vendor) if vendor else labelled("vendor", "", written)),
        **(
            named("provider", vendor.slug, vendor)
            if vendor
            else labelled("provider", provider_code("", listing.organisation, listing.key), _written_owner(listing))
        ),
        **labelled("country", country, country_labels(country)),
        **labelled("in_china", in_china, states[in_china]),
        "country_source": vendor.country_source.code if country else "",
        "china_tag": china_tag(in_china),
        "china_mark": CHINA if in_china == "yes" else "",
    }


def _written_owner(listing: Listing) -> tuple[str, str]:
    """The organisation as written, else the item's own name."""
    return (listing.organisation or listing.name_en, listing.organisation or listing.name_zh)


def by_provider(frame: DataFrame) -> DataFrame:
    """Providers that cover most categories first, then those with most stated placements, then by name."""
    covered = frame.groupby("provider")["category"].transform("nunique")
    stated = frame["certainty"].eq("stated").groupby(frame["provider"]).transform("sum")
    order = frame.assign(_covered=-covered, _stated=-stated)
    return order.sort_values(["_covered", "_stated", "provider"], kind="stable").drop(columns=["_covered", "_stated"])
