"""Admin pages of vendors, products, attributes, facts, schemes and listings."""

from vendors.admin.facts import AttributeAdmin, FactAdmin
from vendors.admin.schemes import CategoryAdmin, ListingAdmin, SchemeAdmin
from vendors.admin.tariffs import MeterAdmin, TariffAdmin
from vendors.admin.vendors import ProductAdmin, VendorAdmin

__all__ = [
    "AttributeAdmin",
    "CategoryAdmin",
    "FactAdmin",
    "ListingAdmin",
    "MeterAdmin",
    "ProductAdmin",
    "SchemeAdmin",
    "TariffAdmin",
    "VendorAdmin",
]
