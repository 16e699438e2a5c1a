"""The resources of landscapes: what is listed where, and what happened to it."""

from typing import Any

from portal.api.columns import Column, Computed, SourceColumn, Words
from portal.api.resources import Address, Resource
from vendors import schemas
from vendors.models import Listing, ListingEvent
from vendors.selections.listings import listings_on


def stated(details: dict[str, Any]) -> dict[str, Any] | None:
    """What else a landscape file says of an item; null where that is nothing."""
    return details or None


LISTINGS = Resource(
    name="listings",
    row=schemas.Listing,
    rows=Listing.objects.all,
    columns=(
        Column("scheme", "category__scheme__code", known=True),
        Words("scheme_name", "category__scheme__name", is_label=True),
        Column("edition"),
        Column("category", "category__code", known=True),
        Words("category_name", "category__name", is_label=True),
        Column("key", known=True),
        Words("name", is_label=True),
        Column("organisation"),
        Column("product", "product__slug", known=True),
        Column("vendor", "vendor__slug", known=True),
        Column("country", "vendor__country"),
        Column("homepage"),
        Column("repository"),
        Column("crunchbase"),
        Column("description"),
        Computed("details", paths=("details",), make=stated),
        Column("is_open_source"),
        Column("maturity"),
        Column("certainty"),
        Column("is_second_path"),
        Column("added"),
        Column("removed"),
        Words("note"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("scheme", "edition", "category", "key"), "get_listing"),),
    search=("key", "name_en", "name_zh", "organisation", "category__name_en", "category__name_zh"),
    as_of=listings_on,
)

EVENTS = Resource(
    name="events",
    row=schemas.ListingEvent,
    rows=ListingEvent.objects.all,
    columns=(
        Column("scheme", "scheme__code", known=True),
        Words("scheme_name", "scheme__name", is_label=True),
        Column("date"),
        Column("kind"),
        Column("key", known=True),
        Column("name"),
        Column("previous_name"),
        Column("from_category"),
        Column("to_category"),
        Column("revision"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("scheme", "key", "date", "kind"), "get_event"),),
    search=("key", "name", "previous_name"),
)
