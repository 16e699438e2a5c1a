"""Search over everything that is published, in both languages at once."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from portal.labels import choose
from portal.site.folding import fold
from portal.site.index import current_index
from portal.site.sections import Entry

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
PAGE = 20  # matches
IN_TITLE = 2  # the last tier of portal.site.index.tiers in which every word begins a word of the title


@dataclass(frozen=True)
class Match:
    """One thing found, with texts in the language asked for."""

    kind: str
    address: str  # path without language
    title: str
    preview: str = ""


@dataclass(frozen=True)
class Found:
    """What a search came to.

    matches      the part asked for, best first
    total        how many there are in all, of the kinds asked for
    counts       how many of each kind, whatever kinds are asked for; products before sources, see kinds_of
    suggestion   the words that were searched for instead, because those of the query are nowhere
    """

    query: str
    matches: tuple[Match, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    suggestion: str = ""


def find(query: str, language: str, kinds: Collection[str] = (), *, limit: int = PAGE, offset: int = 0) -> Found:
    """The entries that hold every word of the query, anywhere and in either language."""
    words = words_of(query)
    if not words:
        return Found(query)
    index = current_index()
    ranking, suggestion = index.ranking(words, language), ""
    if not ranking and (changed := index.suggestion(words)):
        ranking, suggestion = index.ranking(changed, language), " ".join(changed)
    entries = [entry for tier, entry in ranking]
    chosen = [entry for entry in entries if entry.kind in kinds] if kinds else entries
    return Found(
        query=query,
        matches=tuple(match_of(entry, language) for entry in chosen[offset : offset + limit]),
        total=len(chosen),
        counts=kinds_of(ranking),
        suggestion=suggestion,
    )


def words_of(query: str) -> list[str]:
    return list(dict.fromkeys(fold(query[:LONGEST_QUERY]).split()))[:MOST_WORDS]


def kinds_of(ranking: list[tuple[int, Entry]]) -> tuple[tuple[str, int], ...]:
    """(kind, count); kinds whose best match has the words in its title before others, then those of lower rank."""
    best: dict[str, tuple[bool, int]] = {}
    for tier, entry in ranking:
        if entry.kind not in best:
            best[entry.kind] = (tier > IN_TITLE, entry.rank)
    counts = Counter(entry.kind for tier, entry in ranking)
    return tuple((kind, counts[kind]) for kind in sorted(best, key=lambda kind: (*best[kind], kind)))


def match_of(entry: Entry, language: str) -> Match:
    return Match(
        kind=entry.kind,
        address=entry.address,
        title=choose(entry.title_en, entry.title_zh, language),
        preview=choose(entry.preview_en, entry.preview_zh, language),
    )
