"""Addresses of the portal's own pages."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from portal.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("search", views.search, name="search"),
    *exhibit_paths("sources", views.sources, name="sources"),
    *exhibit_paths("glossary", views.glossary, name="glossary"),
    path("style-guide", views.style_guide, name="style-guide"),
]
