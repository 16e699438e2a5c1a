"""Addresses of vendors, products, comparison, taxonomy and landscape; each exhibit also answers its suffixes."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from vendors import views

app_name = "vendors"
urlpatterns = [
    *exhibit_paths("vendors", views.vendors, name="vendors"),
    *exhibit_paths("vendors/<code:slug>", views.vendor, name="vendor"),
    *exhibit_paths("products", views.products, name="products"),
    *exhibit_paths("products/<code:slug>", views.product, name="product"),
    *exhibit_paths("compare", views.compare, name="compare"),
    path("taxonomy", views.schemes, {"kind": "taxonomy"}, name="taxonomies"),
    *exhibit_paths("taxonomy/<code:code>", views.taxonomy, name="taxonomy"),
    path("landscape", views.schemes, {"kind": "landscape"}, name="landscapes"),
    path("landscape/<code:code>", views.landscape_latest, name="landscape_latest"),
    *exhibit_paths("landscape/<code:code>/<code:edition>", views.landscape, name="landscape"),
]
