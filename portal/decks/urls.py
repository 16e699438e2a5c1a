"""Addresses of the deck: its page, its files by suffix, and the progress of each."""

from django.urls import path

from portal.decks import views
from portal.decks.making import DECK_SUFFIXES
from portal.exhibits.routing import register_suffixes

register_suffixes("deck_suffix", DECK_SUFFIXES)

app_name = "decks"
urlpatterns = [
    path("deck", views.deck, name="deck"),
    path("deck<deck_suffix:suffix>", views.deck_file, name="deck_file"),
    path("deck/progress<deck_suffix:suffix>", views.deck_progress, name="deck_progress"),
]
