"""Forms of pages that the API reads too: what is wrong with them is a problem document."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, QueryDict
from django.utils.translation import override

from portal.api.parameter_documents import parameter
from portal.api.problems import Wrong, clean, refuse
from portal.labels import LANGUAGES
from portal.parameters import WrongParameters
from portal.refusals import wrong_entry

Read = TypeVar("Read")


def language_of(query: QueryDict) -> str:
    """The value of lang, English where it is not given."""
    values = set(query.getlist("lang"))
    if len(values) > 1:
        raise refuse([Wrong("lang", "is given more than once.")])
    language = next(iter(values), LANGUAGES[0])
    if language not in LANGUAGES:
        raise refuse([Wrong("lang", f"“{clean(language)}” must be one of {', '.join(LANGUAGES)}.", list(LANGUAGES))])
    return language


def read_form(request: HttpRequest, read: Callable[[QueryDict], Read]) -> Read:
    """What `read` makes of the query without lang, in English; a 400 that names every wrong parameter at once."""
    query = request.GET.copy()
    query.pop("lang", None)
    empty = [Wrong(clean(name), "is empty; leave the parameter out.") for name in query if not query[name]]
    if empty:
        raise refuse(empty)
    with override("en"):
        try:
            return read(query)
        except WrongParameters as error:
            raise refuse([wrong_entry(request, problem) for problem in error.problems]) from error


def lang_parameter() -> dict[str, Any]:
    return parameter(
        "lang",
        "Language of names and texts; English stands in where Chinese is missing.",
        {"type": "string", "enum": list(LANGUAGES), "default": "en"},
        "zh-hans",
    )
