"""Refuses parameters that Django's admin hands to the database unread, where they would end in an error page.

PostgreSQL takes no NUL in texts, SQLite no number of more than 64 bits, and no database a word for a row's number.
"""

import re
from collections.abc import Callable
from functools import wraps

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from portal.administration.choices import is_key

TOO_LONG = re.compile(r"\d{19,}")
SEARCHES = ("q", "term")  # texts that are searched for, where any number is fine; their forms see to NUL


def with_sound_parameters(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, answering 400 to such parameters."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **options) -> HttpResponse:
        for name, values in request.GET.lists():
            if name not in SEARCHES and any("\x00" in value or TOO_LONG.search(value) for value in values):
                raise BadRequest(f"{name}: no value of a filter looks like this.")
        if not all(map(is_key, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise BadRequest(f"{ACTION_CHECKBOX_NAME}: rows are chosen by their numbers.")
        return view(request, *args, **options)

    return checked
