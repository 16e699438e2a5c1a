"""Addresses of the surveys' pages; what is no wave or question of its own stands before those that are."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from surveys import views
from surveys.crosstabs.views import crosstab
from surveys.toplines import views as tables

NUMBER = "<code:survey>/<code:wave>/<code:question>/<code:option>"

app_name = "surveys"
urlpatterns = [
    *exhibit_paths("surveys", views.surveys, name="surveys"),
    *exhibit_paths("surveys/<code:survey>", views.survey, name="survey"),
    *exhibit_paths("surveys/<code:survey>/trend/<code:question>", views.trend, name="trend"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>", views.wave, name="wave"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>/crosstab", crosstab, name="crosstab"),
    path("surveys/<code:survey>/<code:wave>/book.xlsx", tables.book, name="book"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>/toplines", tables.toplines, name="toplines"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>/<code:question>", views.question, name="question"),
    *exhibit_paths(f"n/{NUMBER}", views.number, name="number"),
    *exhibit_paths(f"n/{NUMBER}/<code:dimension>/<code:segment>", views.number, name="number_in_segment"),
    path("topics", views.topics, name="topics"),
    *exhibit_paths("topics/<code:topic>", views.topic, name="topic"),
]
