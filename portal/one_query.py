"""One query for each view: forms without JavaScript send empty fields, and a name once for each ticked box."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from portal.parameters import SEPARATOR


def with_one_query(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, redirecting what a form sent to the address that says the same once."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments, **names) -> HttpResponse:
        query = tidy(request.GET)
        if query is None:
            return view(request, *arguments, **names)
        return HttpResponseRedirect(request.path + (f"?{query}" if query else ""))

    return answer


def tidy(given: QueryDict) -> str | None:
    """The query with empty parameters left out and repeated ones joined; None where it is so already."""
    if all(len(values) == 1 and values[0] for _name, values in given.lists()):
        return None
    query = QueryDict(mutable=True)
    for name, values in given.lists():
        parts = dict.fromkeys(part for value in values for part in value.split(SEPARATOR) if part)
        if parts:
            query[name] = SEPARATOR.join(parts)
    return query.urlencode(safe=SEPARATOR)
