"""Addresses of the deck: its page, its files by suffix, and the progress of each."""

from django.urls import path, register_converter

from portal.decks import views
from portal.decks.making import DECK_SUFFIXES


class DeckSuffixConverter:
    regex = "|".join(suffix.replace(".", r"\.") for suffix in DECK_SUFFIXES)

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


register_converter(DeckSuffixConverter, "deck_suffix")

app_name = "decks"
urlpatterns = [
    path("deck", views.deck, name="deck"),
    path("deck<deck_suffix:suffix>", views.deck_file, name="deck_file"),
    path("deck/progress<deck_suffix:suffix>", views.deck_progress, name="deck_progress"),
]
