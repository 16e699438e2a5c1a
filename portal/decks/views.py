"""The page of a deck, its files, and how far one of them has come."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from portal.decks.answers import (
    asked_deck,
    file_response,
    page_response,
    require_items,
    to_one_address,
)
from portal.decks.progress import progress_response


@require_safe
def deck(request: HttpRequest) -> HttpResponse:
    asked = asked_deck(request)
    return to_one_address(request, asked) or page_response(request, asked)


@require_safe
def deck_file(request: HttpRequest, suffix: str) -> HttpResponse:
    asked = asked_deck(request)
    require_items(asked)
    return to_one_address(request, asked) or file_response(asked, suffix)


@require_safe
def deck_progress(request: HttpRequest, suffix: str) -> HttpResponseBase:
    asked = asked_deck(request)
    require_items(asked)
    return to_one_address(request, asked) or progress_response(request, asked, suffix)
