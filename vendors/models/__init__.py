"""What exists: vendors, products, facts about them, and the schemes that order them."""

from vendors.models.attribute import Attribute
from vendors.models.fact import Fact
from vendors.models.listing import Listing
from vendors.models.listing_event import ListingEvent
from vendors.models.product import Product
from vendors.models.scheme import Category, Scheme
from vendors.models.tariff import Meter, Tariff
from vendors.models.vendor import Vendor

__all__ = [
    "Attribute",
    "Category",
    "Fact",
    "Listing",
    "ListingEvent",
    "Meter",
    "Product",
    "Scheme",
    "Tariff",
    "Vendor",
]
