"""Everything that the page of a vendor shows beside its places."""

from dataclasses import replace

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import shown
from vendors.layouts.contents import vendor_contents
from vendors.layouts.mentions import has_breaks, shown_mentions
from vendors.layouts.places import places_by_scheme
from vendors.layouts.products import newest_changes
from vendors.layouts.tables import when_stacked
from vendors.models import Vendor
from vendors.selections.around import Around
from vendors.words import city_name, country_name


def vendor_context(vendor: Vendor, exhibit: Exhibit, products: Exhibit, around: Around) -> dict:
    """What the template vendor.html needs beside exhibit, form and crumbs."""
    places = places_by_scheme(around.listings, around.editions)
    slugs = list(products.frame["product"])
    changes = len(around.changes.frame) if around.changes else 0
    return {
        "vendor": vendor,
        "country": country_name(vendor.country),
        "country_citation": exhibit.citation_numbers.get(vendor.country_source.code) if vendor.country_source else None,
        "city": city_name(vendor.city),
        "country_note": vendor.text("country_note"),
        "products": shown(replace(products, citations=exhibit.citations)),
        "stacked": when_stacked(products),
        "product_query": "~".join(slugs),
        "places": places,
        "days": newest_changes(around.changes, exhibit),
        "change_count": changes,
        "mentions": shown_mentions(around.mentions),
        "has_breaks": has_breaks(around.mentions),
        "contents": vendor_contents(
            products=len(slugs),
            places=sum(len(scheme.places) for scheme in places),
            changes=changes,
            mentions=len(around.mentions),
        ),
    }
