"""Sections: what the apps show on the front page, in search and on other rooms' pages.

An app's `section.py` holds `SECTION = Section(…)`; settings.PORTAL_SECTIONS names it by dotted path, so the portal
and the apps show each other's content without importing upward.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from portal.exhibits.exhibit import Exhibit


@dataclass(frozen=True)
class Entry:
    """One thing that search finds, with texts in both languages.

    kind       word for the group: survey, wave, question, option, vendor, product, fact, listing, term, source …
    words      everything it can be found by, both languages: names, aliases, option labels
    preview    what is shown beside the title, such as "28% in production"
    rank       smaller comes first among equally good matches
    """

    kind: str
    address: str  # path without language
    title_en: str
    title_zh: str
    words: tuple[str, ...] = ()
    preview_en: str = ""
    preview_zh: str = ""
    rank: int = 5


@dataclass(frozen=True)
class Mention:
    """A line that one app shows on the page of another app's thing, such as a figure on a product's page."""

    text: str
    address: str  # path without language
    value: str = ""
    detail: str = ""


@dataclass(frozen=True)
class GuidePart:
    """An app's own parts in the style guide: a template that finds `context` under the name "guide"."""

    template: str
    context: dict


@dataclass(frozen=True)
class Section:
    """Each callable reads the database when called; texts are in the active language."""

    name: str
    headlines: Callable[[], list[Exhibit]] = list  # exhibits for the front page, the most important first
    entries: Callable[[], Iterable[Entry]] = list  # everything search should find
    addresses: Callable[[], Iterable[str]] = list  # of pages that the sitemap lists beside those of the entries
    mentions: Callable[[str, Collection[str]], list[Mention]] = lambda kind, codes: []  # of ("product", ["aws-lambda"])
    guide: Callable[[], GuidePart | None] = lambda: None
    counts: Callable[[], list[tuple[str, int, str]]] = field(default=list)  # (label, number, address)


@cache
def sections() -> tuple[Section, ...]:
    return tuple(import_string(path) for path in settings.PORTAL_SECTIONS)


def mentions_of(kind: str, codes: Collection[str]) -> list[Mention]:
    """What all apps say of things of a kind, named by their natural keys."""
    return [mention for section in sections() for mention in section.mentions(kind, codes)]
