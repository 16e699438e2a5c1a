"""Addresses of the glossary."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from portal.glossary import views

app_name = "glossary"
urlpatterns = [
    *exhibit_paths("glossary", views.glossary, name="glossary"),
    path("glossary/<code:code>", views.term, name="term"),
]
