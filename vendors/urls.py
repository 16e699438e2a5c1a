"""Addresses of vendors, products, comparison, taxonomy and landscape; each exhibit also answers its suffixes."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from vendors.views import (
    attributes,
    changes,
    comparison,
    cost,
    facts,
    landscape,
    landscape_files,
    landscape_history,
    products,
    taxonomy,
    vendors,
)

app_name = "vendors"
urlpatterns = [
    *exhibit_paths("vendors", vendors.vendors, name="vendors"),
    *exhibit_paths("vendors/<code:slug>", vendors.vendor, name="vendor"),
    *exhibit_paths("products", products.products, name="products"),
    *exhibit_paths("products/<code:slug>", products.product, name="product"),
    *exhibit_paths("compare", comparison.compare, name="compare"),
    *exhibit_paths("cost", cost.cost, name="cost"),
    *exhibit_paths("cost/over-requests", cost.over_requests, name="cost_over_requests"),
    *exhibit_paths("cost/break-even", cost.break_even, name="cost_break_even"),
    path("taxonomy", taxonomy.schemes, {"kind": "taxonomy"}, name="taxonomies"),
    *exhibit_paths("taxonomy/<code:code>", taxonomy.taxonomy, name="taxonomy"),
    *exhibit_paths("taxonomy/<code:code>/coverage", taxonomy.coverage, name="coverage"),
    path("landscape", taxonomy.schemes, {"kind": "landscape"}, name="landscapes"),
    path("landscape/<code:code>", landscape.landscape_latest, name="landscape_latest"),
    *exhibit_paths("landscape/<code:code>/changes", landscape_history.changes, name="landscape_changes"),
    *exhibit_paths("landscape/<code:code>/over-time", landscape_history.over_time, name="over_time"),
    *exhibit_paths("landscape/<code:code>/items/<code:key>", landscape_history.item, name="landscape_item"),
    *exhibit_paths("landscape/<code:code>/<code:edition>", landscape.landscape, name="landscape"),
    path("landscape/<code:code>/<code:edition>.yml", landscape_files.as_yaml, name="landscape_yaml"),
    path("landscape/<code:code>/<code:edition>.items.json", landscape_files.as_items, name="landscape_items"),
    *exhibit_paths("changes", changes.changes, name="changes"),
    path("changes.atom", changes.all_feed, name="changes_feed"),
    path("products/<code:slug>.atom", changes.product_feed, name="product_feed"),
    path("attributes/<code:code>.atom", changes.attribute_feed, name="attribute_feed"),
    path("landscape/<code:code>/changes.atom", changes.landscape_feed, name="landscape_feed"),
    *exhibit_paths("attributes", attributes.attributes, name="attributes"),
    *exhibit_paths("attributes/<code:code>", attributes.attribute, name="attribute"),
    *exhibit_paths("products/<code:slug>/<code:code>", facts.fact, name="fact"),
    path("products/<code:slug>/<code:code>/correction.csv", facts.correction, name="correction_file"),
    path("products/<code:slug>/<code:code>/correction-source.csv", facts.correction_source, name="source_file"),
]
