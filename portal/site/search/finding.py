"""Search over everything that is published, in both languages at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from portal.labels import choose
from portal.site.search.facets import FACETS, Chosen, Value
from portal.site.search.folding import fold
from portal.site.search.index import Index
from portal.site.search.keeping import current_index, is_current
from portal.site.search.marking import Marker, Part
from portal.site.search.mending import Offer, offers, put_right
from portal.site.sections import Entry

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
PAGE = 20  # matches
IN_TITLE = 2  # the last of Index.tiers in which every word begins a word of the title

Tiers = tuple[set[int], ...]


@dataclass(frozen=True)
class Match:
    """One thing found, with texts in the language asked for; the parts say where the words stand in them."""

    kind: str
    address: str  # path without language
    title: str
    preview: str = ""
    title_parts: tuple[Part, ...] = ()
    preview_parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Found:
    """What a search came to.

    matches      the part asked for, best first, or the best of each kind in the order of `counts`
    total        how many there are in all, of those asked for
    counts       how many of each kind, whatever kinds are asked for; products before sources, see kinds_of
    facets       values by which the matches can be narrowed, each counted among what fits the other facets
    suggestion   the words that were searched for instead, because those of the query are nowhere
    offers       searches that come near, where nothing is found
    is_current   False where new data are not in the index yet: such an answer must not be kept
    """

    query: str
    matches: tuple[Match, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    facets: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    suggestion: str = ""
    offers: tuple[Offer, ...] = ()
    is_current: bool = True


def find(
    query: str, language: str, chosen: Chosen | None = None, *, limit: int = PAGE, offset: int = 0, each: int = 0
) -> Found:
    """The entries that hold every word of the query, anywhere and in either language; `each` is the most of a kind."""
    words = words_of(query)
    if not words:
        return Found(query)
    index, chosen, suggestion = current_index(), chosen or {}, ""
    found = index.positions(words)
    if not found:
        changed, found = put_right(index, words)
        if not found:
            return Found(query, offers=offers(index, words), is_current=is_current(index))
        words, suggestion = changed, " ".join(changed)
    counted = index.facets.counts(found, chosen)
    tiers = index.tiers(words, index.kept(found, {**chosen, "kind": ()}))
    best = {kind: best_of_kind(index, tiers, kind, language, each or 1) for kind in counted["kind"]}
    counts = kinds_of(index, tiers, best, counted["kind"])
    wanted = [kind for kind, _count in counts if not chosen.get("kind") or kind in chosen["kind"]]
    if each:
        places = list(chain.from_iterable(best[kind] for kind in wanted))
    else:
        kept = (index.kept(tier, {"kind": chosen.get("kind", ())}) for tier in tiers)
        places = best_of(index, kept, language, offset + limit)
    marker = Marker(words)
    return Found(
        query=query,
        matches=tuple(
            match_of(index.entries[place], language, marker) for place in islice(places, offset, offset + limit)
        ),
        total=sum(counted["kind"][kind] for kind in wanted),
        counts=counts,
        facets={facet: index.facets.listed(facet, counted[facet], language) for facet in FACETS[1:]},
        suggestion=suggestion,
        is_current=is_current(index),
    )


def words_of(query: str) -> list[str]:
    return list(dict.fromkeys(fold(query[:LONGEST_QUERY]).split()))[:MOST_WORDS]


def best_of(index: Index, tiers: Iterable[set[int]], language: str, most: int) -> list[int]:
    """Positions of the best entries, those of the first tier before others."""
    best: list[int] = []
    for tier in tiers:
        best += index.first(tier, language, most - len(best))
        if len(best) == most:
            break
    return best


def best_of_kind(index: Index, tiers: Tiers, kind: str, language: str, most: int) -> list[int]:
    members = index.facets.members["kind"][kind]
    return best_of(index, (tier & members for tier in tiers), language, most)


def kinds_of(
    index: Index, tiers: Tiers, best: Mapping[str, list[int]], counts: Mapping[str, int]
) -> tuple[tuple[str, int], ...]:
    """(kind, count); kinds whose best match has the words in its title before others, then those of lower rank."""

    def standing(kind: str) -> tuple[bool, int, str]:
        first = best[kind][0]
        is_fitting = any(first in tier for tier in tiers[: IN_TITLE + 1])
        return not is_fitting, index.entries[first].rank, kind

    return tuple((kind, counts[kind]) for kind in sorted(counts, key=standing))


def match_of(entry: Entry, language: str, marker: Marker) -> Match:
    title = choose(entry.title_en, entry.title_zh, language)
    preview = choose(entry.preview_en, entry.preview_zh, language)
    return Match(entry.kind, entry.address, title, preview, marker.parts(title), marker.parts(preview))
