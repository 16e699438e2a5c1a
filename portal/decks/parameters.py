"""The parameters of a deck, strictly read: a repeated `exhibit`, `title.N` for its title, and what forms ask for."""

import re
from urllib.parse import urlsplit

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.decks.deck import BOTH, LONGEST_QUERY, LONGEST_TITLE, MOST_ITEMS, Deck, Item, unique
from portal.exhibits.suffixes import SUFFIXES
from portal.labels import LANGUAGES, language_now
from portal.parameters import ChoiceField, ParameterForm, ParameterProblem, WholeNumberField, WrongParameters

NUMBERED = re.compile(r"title\.([1-9]\d?)")
LANGUAGE_PART = re.compile(rf"({'|'.join(LANGUAGES)})/")


class DeckForm(ParameterForm):
    """What is given once. `up`, `down`, `remove` name an exhibit by its number, `add` one by its address."""

    title = forms.CharField(required=False, max_length=LONGEST_TITLE)
    languages = ChoiceField(choices=[(name, name) for name in (*LANGUAGES, BOTH)], required=False)
    exhibit = forms.CharField(required=False)  # read apart, as it is repeated; here so that its name is known
    up = WholeNumberField(required=False, min_value=1, max_value=MOST_ITEMS)
    down = WholeNumberField(required=False, min_value=1, max_value=MOST_ITEMS)
    remove = WholeNumberField(required=False, min_value=1, max_value=MOST_ITEMS)
    add = forms.CharField(required=False, max_length=4000)


def read_deck(data: QueryDict, *, hosts: tuple[str, ...] = ()) -> Deck:
    """The deck that the parameters say, with what they change carried out; else WrongParameters.

    `hosts` are those whose full addresses can be added.
    """
    once = QueryDict(mutable=True)
    for name, values in data.lists():
        if name != "exhibit" and not NUMBERED.fullmatch(name):
            once.setlist(name, values)
    form = DeckForm.read(once)
    items = _items(data)
    changes = {name: form.values[name] for name in ("up", "down", "remove") if form.values[name]}
    for name, number in changes.items():
        if number > len(items):
            raise wrong(name, _("There is no exhibit %(number)s in this deck.") % {"number": number})
    if form.values["add"]:
        items.append(_added(form.values["add"], hosts))
    languages = form.values["languages"]
    deck = checked(items, plain(form.values["title"]), "" if languages == language_now() else languages)
    return _changed(deck, changes)


def checked(items: list[Item], title: str, languages: str) -> Deck:
    """The deck, if it is not too large."""
    items = list(unique(items))
    if len(items) > MOST_ITEMS:
        raise wrong("exhibit", _("A deck holds at most %(most)s exhibits.") % {"most": MOST_ITEMS})
    deck = Deck(tuple(items), title, languages)
    if len(deck.query) > LONGEST_QUERY:
        raise wrong(
            "exhibit",
            _("The address of this deck is longer than %(most)s characters: take exhibits out or shorten titles.")
            % {"most": LONGEST_QUERY},
        )
    return deck


def wrong(parameter: str, detail: str) -> WrongParameters:
    return WrongParameters([ParameterProblem(parameter, detail)])


def plain(text: str) -> str:
    """On one line, with single blanks."""
    return " ".join(text.split())


def _changed(deck: Deck, changes: dict[str, int]) -> Deck:
    if "up" in changes:
        deck = deck.moved(changes["up"], -1)
    if "down" in changes:
        deck = deck.moved(changes["down"], 1)
    return deck.without([changes["remove"]]) if "remove" in changes else deck


def _items(data: QueryDict) -> list[Item]:
    """The exhibits in their order; a title goes with the number at which its exhibit was given."""
    texts = [text for text in data.getlist("exhibit") if text]
    titles = {int(found[1]): _title(data, name) for name in data if (found := NUMBERED.fullmatch(name))}
    for number in titles:
        if number > len(texts):
            raise wrong(f"title.{number}", _("There is no exhibit %(number)s in this deck.") % {"number": number})
    return [_item("exhibit", text, titles.get(number, "")) for number, text in enumerate(texts, start=1)]


def _title(data: QueryDict, name: str) -> str:
    if len(set(data.getlist(name))) > 1:
        raise wrong(name, _("It is given more than once with different values."))
    text = plain(str(data[name]))
    if len(text) > LONGEST_TITLE:
        raise wrong(name, _("A title has at most %(most)s characters.") % {"most": LONGEST_TITLE})
    return text


def _item(parameter: str, text: str, title: str = "") -> Item:
    address, _mark, query = text.partition("?")
    try:
        return Item(address, query, title)
    except ValueError as error:
        raise wrong(
            parameter,
            _(
                "“%(text)s” is no address of an exhibit. Expected its path without language, such as"
                " surveys/cncf-annual/2020/serverless_use, and behind “?” the parameters of its view."
            )
            % {"text": text[:200]},
        ) from error


def _added(text: str, hosts: tuple[str, ...]) -> Item:
    """From what a reader may paste: a full address of ours, a path with language, or that of a file."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:  # such as a host with half a bracket
        raise wrong("add", _("“%(text)s” is no address.") % {"text": text[:200]}) from None
    if parts.netloc and parts.netloc not in hosts:
        raise wrong("add", _("“%(text)s” is no address of this portal.") % {"text": text[:200]})
    path = LANGUAGE_PART.sub("", f"{parts.path.strip('/')}/", count=1).strip("/")
    suffix = next((suffix for suffix in sorted(SUFFIXES, key=len, reverse=True) if path.endswith(suffix)), "")
    address = path.removesuffix(suffix)
    return _item("add", f"{address}?{parts.query}" if parts.query else address)
