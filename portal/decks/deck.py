"""A deck: exhibits in an order that a reader chose, with titles and languages. Its address holds all of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from portal.labels import LANGUAGES

MOST_ITEMS = 40
LONGEST_TITLE = 160  # characters
LONGEST_QUERY = 7000  # characters, so that the whole address stays under what servers and proxies take
BOTH = "both"
ADDRESS = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
READABLE = "/~:,()?="  # in a query these need no percent sign


@dataclass(frozen=True)
class Item:
    """An exhibit by the address of its page, without language, with the query of its view; `title` is the reader's."""

    address: str
    query: str = ""
    title: str = ""

    def __post_init__(self):
        if not ADDRESS.fullmatch(self.address):
            raise ValueError(
                f"address {self.address!r}: expected a path without language, suffix and slashes at its ends"
            )
        if CONTROL.search(self.query + self.title):
            raise ValueError(f"exhibit {self.address}: a control character in its query or title")

    @property
    def text(self) -> str:
        """As it stands in the deck's address: "surveys/users/2020/use?by=country"."""
        return f"{self.address}?{self.query}" if self.query else self.address


@dataclass(frozen=True)
class Deck:
    """`languages` is one of LANGUAGES, BOTH, or "" for that of the page. Every view stands in it once."""

    items: tuple[Item, ...] = ()
    title: str = ""
    languages: str = ""

    def __post_init__(self):
        if self.languages not in ("", BOTH, *LANGUAGES):
            raise ValueError(f"languages {self.languages!r}: expected one of {(BOTH, *LANGUAGES)}")
        if len(self.items) > MOST_ITEMS:
            raise ValueError(f"{len(self.items)} exhibits: expected at most {MOST_ITEMS}")
        if len({item.text for item in self.items}) < len(self.items):
            raise ValueError("an exhibit stands in the deck twice")

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters in their one order; what is empty is left out."""
        found = [("title", self.title), ("languages", self.languages)]
        for number, item in enumerate(self.items, start=1):
            found += [("exhibit", item.text), (f"title.{number}", item.title)]
        return [(name, value) for name, value in found if value]

    @property
    def query(self) -> str:
        return urlencode(self.pairs, quote_via=lambda text, *rest: quote(text, safe=READABLE))

    def in_languages(self, page: str) -> tuple[str, ...]:
        """The languages of its files, where the page is in `page`."""
        return LANGUAGES if self.languages == BOTH else (self.languages or page,)

    def href(self, language: str, suffix: str = "") -> str:
        """Path and query of its page, or of one of its files."""
        return f"/{language}/deck{suffix}" + (f"?{self.query}" if self.pairs else "")

    def without(self, numbers: Iterable[int]) -> "Deck":
        """Without the exhibits of these numbers, counted from 1."""
        gone = set(numbers)
        kept = tuple(item for number, item in enumerate(self.items, start=1) if number not in gone)
        return replace(self, items=kept)

    def moved(self, number: int, by: int) -> "Deck":
        """With one exhibit so many places further down; at the ends it stays where it is."""
        items = list(self.items)
        item = items.pop(number - 1)
        items.insert(max(number - 1 + by, 0), item)
        return replace(self, items=tuple(items))


def unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each view once, where it stands first."""
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(item.text, item)
    return tuple(found.values())
