"""Sections: what the apps show on the front page, in search and on other rooms' pages.

An app's `section.py` holds `SECTION = Section(…)`; settings.PORTAL_SECTIONS names it by dotted path, so the portal
and the apps show each other's content without importing upward.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from portal.dates import last_day
from portal.exhibits.exhibit import Exhibit

USUAL_FORMS = (("CSV", ".csv"), ("Excel", ".xlsx"), ("JSON", ".json"), ("ZIP", ".zip"))


@dataclass(frozen=True)
class Entry:
    """One thing that search finds, with texts in both languages.

    kind       word for the group: survey, wave, question, option, vendor, product, fact, listing, term, source …
    words      everything it can be found by, both languages: names, aliases, option labels
    preview    what is shown beside the title, such as "28% in production"
    rank       smaller comes first among equally good matches
    survey, vendor, topic, year   what it belongs to, codes by which matches can be narrowed
    """

    kind: str
    address: str  # path without language
    title_en: str
    title_zh: str
    words: tuple[str, ...] = ()
    preview_en: str = ""
    preview_zh: str = ""
    rank: int = 5
    survey: str = ""
    vendor: str = ""
    topic: str = ""
    year: str = ""


@dataclass(frozen=True)
class Point:
    """A number of a mention at one time; a break does not compare with the one before."""

    label: str
    value: float
    text: str
    is_break: bool = False


@dataclass(frozen=True)
class Mention:
    """A line that one app shows on the page of another app's thing, such as a figure on a product's page.

    `value` is the newest; `points` are it and those before, oldest first, where there are several.
    """

    text: str
    address: str  # path without language
    value: str = ""
    detail: str = ""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The newest number on a matter of the front page; `chart` shows it beside those before, where there are any."""

    topic: str
    address: str  # of the page with all that is known of it, without language
    value: str
    asked: str  # survey, who, when, how many
    exhibit: Exhibit
    chart: Exhibit

    @property
    def rest(self) -> str:
        """What stands beside the value: the headline, which does not say the value again where it begins with it."""
        return self.exhibit.headline.removeprefix(self.value).lstrip()


@dataclass(frozen=True)
class Download:
    """Something of the catalogue of data; `kind` is one of portal.site.catalogue.KINDS.

    files      (what it is called, address without language)
    rows       of the table, None where counting them is dear
    datasets   names of the datasets that it is made of: their last load is its last update
    """

    kind: str
    title: str
    address: str  # path without language
    files: tuple[tuple[str, str], ...]
    rows: int | None = None
    datasets: frozenset[str] = frozenset()


@dataclass(frozen=True)
class News:
    """Something that happened; `kind` is one of portal.site.news.KINDS, `date` as exact as its source gives it.

    `day` is a whole date for its place among others, where it is known better than as the last one of `date`.
    """

    kind: str
    date: str
    text: str
    address: str  # path without language
    key: str  # tells it apart from all others, whatever the language
    source: str = ""
    day: str = ""

    @property
    def known_by(self) -> str:
        return self.day or last_day(self.date)


@dataclass(frozen=True)
class Resting:
    """Something that rests on a source; `kind` is one of portal.site.resting.KINDS, `count` how many rows do."""

    kind: str
    title: str
    address: str  # path without language
    count: int = 1


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
    answers: Callable[[], list[Answer]] = list  # to the questions that the front page begins with
    downloads: Callable[[], list[Download]] = list  # for the catalogue of data
    resting: Callable[[str], list[Resting]] = lambda code: []  # on the source with this code
    news: Callable[[], list[News]] = list  # everything dated, in any order
    counts: Callable[[], list[tuple[str, int, str]]] = field(default=list)  # (label, number, address)


def exhibit_files(address: str) -> tuple[tuple[str, str], ...]:
    """The forms of an exhibit that most readers take, as a Download names them."""
    return tuple((name, f"{address}{suffix}") for name, suffix in USUAL_FORMS)


@cache
def sections() -> tuple[Section, ...]:
    return tuple(import_string(path) for path in settings.PORTAL_SECTIONS)


def mentions_of(kind: str, codes: Collection[str]) -> list[Mention]:
    """What all apps say of things of a kind, named by their natural keys."""
    return [mention for section in sections() for mention in section.mentions(kind, codes)]
