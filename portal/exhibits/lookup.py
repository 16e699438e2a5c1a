"""An exhibit by the address of its page: for embeds, decks, refreshed files and the API, which start from addresses."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import override

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.files import FileOptions

ITSELF = "itself"  # in place of a suffix: a view answers with the exhibit and renders nothing


@dataclass(frozen=True)
class Found:
    """The exhibit of an address, and what its query asks of files."""

    exhibit: Exhibit
    options: FileOptions


class FoundResponse(HttpResponse):
    """What a view answers when asked for the exhibit itself."""

    def __init__(self, found: Found):
        super().__init__()
        self.found = found


def exhibit_at(address: str, query: QueryDict, *, language: str) -> Found:
    """The exhibit that the page at `address`, a path without language, shows for `query`, in `language`.

    Raises Http404 where no exhibit has this address, WrongParameters where its page would refuse the query.
    """
    response = view_response(address, query, language=language, suffix=ITSELF)
    if not isinstance(response, FoundResponse):  # a page of its own, or one that leads to another
        raise Http404(address)
    return response.found


def view_response(address: str, query: QueryDict, *, language: str, suffix: str) -> HttpResponse:
    """What the view at an address answers for a suffix: a file, or for ITSELF a FoundResponse."""
    path = f"/{language}/{address}{'' if suffix == ITSELF else suffix}"
    request = HttpRequest()  # views of exhibits look at nothing but the method, the path and the query
    request.method, request.path, request.path_info = "GET", path, path
    request.GET = query  # type: ignore[assignment]  # whoever made it may have changed it
    with override(language):
        try:
            match = resolve(path)
        except Resolver404 as error:
            raise Http404(address) from error
        arguments = match.kwargs
        if suffix == ITSELF:
            if arguments.get("suffix") != "":  # no page of an exhibit
                raise Http404(address)
            arguments = {**arguments, "suffix": ITSELF}
        return match.func(request, *match.args, **arguments)
