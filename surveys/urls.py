"""Addresses of the surveys' pages; the trend stands before the question, whose second part is a wave."""

from django.urls import path

from portal.exhibits.routing import exhibit_paths
from surveys import views

app_name = "surveys"
urlpatterns = [
    *exhibit_paths("surveys", views.surveys, name="surveys"),
    *exhibit_paths("surveys/<code:survey>", views.survey, name="survey"),
    *exhibit_paths("surveys/<code:survey>/trend/<code:question>", views.trend, name="trend"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>", views.wave, name="wave"),
    *exhibit_paths("surveys/<code:survey>/<code:wave>/<code:question>", views.question, name="question"),
    path("topics", views.topics, name="topics"),
    *exhibit_paths("topics/<code:topic>", views.topic, name="topic"),
]
