"""Ticked answers as filters: a form sends keep=region:asia for each, an address says filter=region in asia.

A filter that ticks cannot say, such as "region not in asia", stands in the text beside them.
"""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from portal.one_query import tidy
from portal.parameters import SEPARATOR
from surveys.microdata.codebook.conditions import Condition, filter_text

KEEP, FILTER = "keep", "filter"
BETWEEN = ":"  # a question and its answer
JOINT = " and "


def with_ticks(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, redirecting what its form sent to the one address of the same filter."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments, **names) -> HttpResponse:
        if KEEP not in request.GET:
            return view(request, *arguments, **names)
        query = request.GET.copy()
        ticked = query.pop(KEEP)
        query[FILTER] = JOINT.join(filter(None, [query.get(FILTER, "").strip(), ticked_filter(ticked)]))
        said = tidy(query)
        said = query.urlencode(safe=SEPARATOR) if said is None else said
        return HttpResponseRedirect(request.path + (f"?{said}" if said else ""))

    return answer


def ticked_filter(ticked: Iterable[str]) -> str:
    """ "region in asia,europe and size in large"; what is no question and answer is passed on, to be refused."""
    found: dict[str, list[str]] = {}
    for text in ticked:
        for each in filter(None, text.split(SEPARATOR)):
            question, _between, option = each.partition(BETWEEN)
            found.setdefault(question, []).append(option)
    return JOINT.join(f"{question} in {','.join(options)}" for question, options in found.items())


def tick_of(question: str, option: str) -> str:
    return f"{question}{BETWEEN}{option}"


def ticks_of(conditions: Iterable[Condition]) -> set[str]:
    """The ticks that say these conditions."""
    return {tick_of(each.question, option) for each in conditions if not each.is_negated for option in each.options}


def text_beside(conditions: Iterable[Condition]) -> str:
    """The conditions that ticks cannot say."""
    return filter_text(tuple(each for each in conditions if each.is_negated))
