"""Vendors as a frame: who they are, where they are, what they have."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from vendors.models import Vendor
from vendors.words import STATES, country_labels, state_of

TYPES = {
    **labelled_types("vendor", "kind", "country", "in_china"),
    "city": "str",
    **{"products": "int64", "items": "int64"},
    **text_types("first_year", "last_year", "founded", "country_source", "country_note", "homepage"),
    **text_types("address", "china_tag", "years"),
}


def vendor_table(vendors: Iterable[Vendor]) -> DataFrame:
    """One row a vendor; `vendors` come with_presence."""
    kinds, states = both_labels(Vendor.Kind.choices), both_labels(STATES.items())
    return frame_of((vendor_row(vendor, kinds, states) for vendor in vendors), TYPES)


def vendor_row(vendor: Vendor, kinds: dict, states: dict) -> dict:
    in_china = state_of(vendor.is_in_china)
    years = dict.fromkeys(year for year in (vendor.first_year, vendor.last_year) if year)
    return {
        **named("vendor", vendor.slug, vendor),
        **labelled("kind", vendor.kind, kinds[vendor.kind]),
        **labelled("country", vendor.country, country_labels(vendor.country)),
        **labelled("in_china", in_china, states[in_china]),
        "city": vendor.city,
        "products": vendor.product_count,
        "items": vendor.item_count,
        "first_year": vendor.first_year or "",
        "last_year": vendor.last_year or "",
        "founded": vendor.founded,
        "country_source": vendor.country_source.code if vendor.country_source else "",
        "country_note": vendor.text("country_note"),
        "homepage": vendor.homepage,
        "address": f"vendors/{vendor.slug}",
        "china_tag": china_tag(in_china),
        "years": "–".join(years),
    }


def china_tag(in_china: str) -> str:
    """The words that mark a headquarters in China, in text and not by colour alone."""
    return _("HQ in China") if in_china == "yes" else ""
