"""Addresses of the portal's own pages."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from portal.site import about, catalogue_views, news_views, source_views, views
from portal.site.search import views as search_views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("search", search_views.search, name="search"),
    *exhibit_paths("sources", views.sources, name="sources"),
    *exhibit_paths("sources/<code:code>", source_views.source, name="source"),
    *exhibit_paths("data", catalogue_views.data, name="data"),
    *exhibit_paths("news", news_views.news, name="news"),
    path("news.atom", news_views.news_atom, name="news_atom"),
    path("news.feed.json", news_views.news_json, name="news_json"),
    path("method", about.method, name="method"),
    path("licence", about.licence, name="licence"),
    path("cite", about.cite, name="cite"),
    path("style-guide", views.style_guide, name="style-guide"),
]
