"""Addresses for other sites: embeds, the script for their height, oEmbed."""

from django.urls import path, re_path

from portal.sharing import views

app_name = "sharing"
LANGUAGE = r"(?P<language>en|zh-hans)"
ADDRESS = r"(?P<address>[a-z0-9_-]+(?:/[a-z0-9_-]+)*)"
urlpatterns = [
    path("embed.js", views.script, name="script"),
    path("oembed", views.oembed, name="oembed"),
    re_path(rf"^embed/frozen/{LANGUAGE}/{ADDRESS}\Z", views.frozen, name="frozen"),
    re_path(rf"^embed/{LANGUAGE}/{ADDRESS}\Z", views.embed, name="embed"),
]
