"""Where a term is used: by other terms, in chapters of the report, in the names of what the apps show."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from portal.glossary.vocabulary import current_vocabulary
from portal.labels import choose, language_now, page_path
from portal.models import Term
from portal.site.entries import kind_labels
from portal.site.sections import Entry, mentions_of, sections
from portal.versions import Version, current_version

KINDS = ("topic", "question", "attribute", "category")  # of entries whose titles are looked through
MOST = 12  # of each kind


@dataclass(frozen=True)
class Use:
    text: str
    href: str


@dataclass(frozen=True)
class Uses:
    """Places of one kind; `left` is how many more there are."""

    label: str
    places: tuple[Use, ...]
    left: int = 0


def related_terms(term: Term) -> list[Use]:
    """Terms named in the definition, in its order, then those whose definitions name this one."""
    vocabulary = current_vocabulary(language_now())
    words = vocabulary.words
    here = [named.word.code for named in vocabulary.named_in(words[term.code].definition)]
    there = [
        word.code
        for word in words.values()
        if any(named.word.code == term.code for named in vocabulary.named_in(word.definition))
    ]
    codes = [code for code in dict.fromkeys([*here, *there]) if code != term.code]
    return [Use(words[code].name, words[code].href) for code in codes]


def uses_of(term: Term) -> list[Uses]:
    """Chapters first, then what the apps show; kinds without a place are left out."""
    entries = entries_by_term(current_version(), language_now())[term.code]
    chapters = [Use(mention.text, page_path(mention.address)) for mention in mentions_of("term", [term.code])]
    found = [some(_("Chapters of the report"), chapters)]
    labels = kind_labels()
    for kind in KINDS:
        found.append(some(labels[kind], [use_of(entry) for entry in entries if entry.kind == kind]))
    return [uses for uses in found if uses.places]


def some(label: str, places: Iterable[Use]) -> Uses:
    places = tuple(dict.fromkeys(places))
    return Uses(label, places[:MOST], max(0, len(places) - MOST))


def use_of(entry: Entry) -> Use:
    return Use(choose(entry.title_en, entry.title_zh), page_path(entry.address))


@lru_cache(maxsize=4)
def entries_by_term(version: Version, language: str) -> dict[str, list[Entry]]:
    """Term → entries of the apps whose titles name it, read once for each version of the data."""
    vocabulary = current_vocabulary(language)
    found: dict[str, list[Entry]] = defaultdict(list)
    for section in sections():
        for entry in section.entries():
            if entry.kind in KINDS:
                title = choose(entry.title_en, entry.title_zh, language)
                for code in {named.word.code for named in vocabulary.named_in(title)}:
                    found[code].append(entry)
    return found
