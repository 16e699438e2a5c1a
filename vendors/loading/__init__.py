"""The files of this app, in the order in which they refer to each other."""

from vendors.loading.attributes import ATTRIBUTES
from vendors.loading.categories import CATEGORIES
from vendors.loading.facts import FACTS
from vendors.loading.listing_events import EVENTS
from vendors.loading.listings import LISTINGS
from vendors.loading.meters import METERS
from vendors.loading.products import PRODUCTS
from vendors.loading.schemes import SCHEMES
from vendors.loading.tariffs import TARIFFS
from vendors.loading.vendors import VENDORS

DATASETS = [ATTRIBUTES, VENDORS, PRODUCTS, FACTS, SCHEMES, CATEGORIES, LISTINGS, EVENTS, TARIFFS, METERS]
