"""How large a deck may become, and how its lists fall on pages."""

from collections.abc import Sequence
from typing import TypeVar

from django.utils.translation import gettext as _

from portal.decks.deck import Deck
from portal.parameters import ParameterProblem, WrongParameters

MOST_PAGES = 250  # slides or pages, both languages together: each takes time and memory

Thing = TypeVar("Thing")


def paged(things: Sequence[Thing], most: int) -> list[Sequence[Thing]]:
    """At most so many on a page."""
    return [things[start : start + most] for start in range(0, len(things), most)]


def too_large(deck: Deck, pages: int) -> None:
    """Refuses a deck that has outgrown the limit."""
    if pages > MOST_PAGES:
        detail = _(
            "The %(count)s exhibits of this deck take more than %(most)s slides or pages."
            " Take out long tables, or choose one language."
        ) % {"count": len(deck.items), "most": MOST_PAGES}
        raise WrongParameters([ParameterProblem("exhibit", detail)])
