"""Addresses of the surveys' pages; the trend stands before the question, whose second part is a wave."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from surveys import views

NUMBER = "<code:survey>/<code:wave>/<code:question>/<code:option>"

app_name = "surveys"
urlpatterns = [
    *exhibit_paths("surveys", views.surveys, name="surveys"),
    *exhibit_paths("surveys/<code:survey>", views.survey, name="survey"),
    *exhibit_paths("surveys/<code:survey>/trend/<code:question>", views.trend, name="trend"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>", views.wave, name="wave"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>/<code:question>", views.question, name="question"),
    *exhibit_paths(f"n/{NUMBER}", views.number, name="number"),
    *exhibit_paths(f"n/{NUMBER}/<code:dimension>/<code:segment>", views.number, name="number_in_segment"),
    path("topics", views.topics, name="topics"),
    *exhibit_paths("topics/<code:topic>", views.topic, name="topic"),
]
