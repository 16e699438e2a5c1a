"""The exhibits of a deck in one language, each with its number; what is not there is said with what is near."""

from dataclasses import dataclass, replace

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from portal.decks.deck import Deck, Item
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.files import FileOptions
from portal.exhibits.lookup import exhibit_at
from portal.nearest import nearest_names
from portal.parameters import ParameterProblem, WrongParameters
from portal.site.entries import all_entries


@dataclass(frozen=True)
class Member:
    """An exhibit in its place, from 1. `shown` is headed by the reader's own title where there is one."""

    number: int
    item: Item
    exhibit: Exhibit
    options: FileOptions

    @property
    def shown(self) -> Exhibit:
        return replace(self.exhibit, finding=self.item.title) if self.item.title else self.exhibit

    @property
    def headline(self) -> str:
        return self.item.title or self.exhibit.headline


class BrokenDeck(WrongParameters):
    """Some exhibits of a deck are not there; `repaired` is the deck without them."""

    def __init__(self, problems: list[ParameterProblem], repaired: Deck):
        super().__init__(problems)
        self.repaired = repaired


def members_of(deck: Deck, language: str) -> list[Member]:
    """All exhibits of the deck in a language, or BrokenDeck with every one that cannot be had."""
    members, problems, broken = [], [], []
    for number, item in enumerate(deck.items, start=1):
        try:
            members.append(member(number, item, language))
        except Http404:
            problems.append(_unknown(number, item))
            broken.append(number)
        except WrongParameters as error:
            problems += [_refused(number, item, problem) for problem in error.problems]
            broken.append(number)
    if problems:
        raise BrokenDeck(problems, deck.without(broken))
    return members


def member(number: int, item: Item, language: str) -> Member:
    found = exhibit_at(item.address, QueryDict(item.query), language=language)
    return Member(number, item, found.exhibit, found.options)


def _unknown(number: int, item: Item) -> ParameterProblem:
    detail = _("Exhibit %(number)s: there is no exhibit at “%(address)s”, or it has been withdrawn.") % {
        "number": number,
        "address": item.address,
    }
    known = {entry.address for entry in all_entries() if "#" not in entry.address}
    near = tuple(address for address in nearest_names(item.address, known) if _is_exhibit(address))
    return ParameterProblem("exhibit", detail, near, item.text)


def _is_exhibit(address: str) -> bool:
    try:
        return bool(exhibit_at(address, QueryDict(), language="en"))
    except (Http404, WrongParameters):
        return False


def _refused(number: int, item: Item, problem: ParameterProblem) -> ParameterProblem:
    """What the exhibit's own page says of its query, with the corrected items."""
    detail = _("Exhibit %(number)s, %(address)s: %(parameter)s: %(detail)s") % {
        "number": number,
        "address": item.address,
        "parameter": problem.parameter,
        "detail": problem.detail,
    }
    near = tuple(f"{item.address}{query}" for _name, query in problem.corrections(QueryDict(item.query)))
    return ParameterProblem("exhibit", detail, near, item.text)
