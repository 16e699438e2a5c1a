"""Searches that find nothing: what was perhaps meant, and what comes near."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from portal.site.search.chinese import LONGEST_RUN, pieces_of
from portal.site.search.folding import is_chinese
from portal.site.search.index import Index

MOST_OFFERS = 3
MOST_WORDS_LEFT_OUT = 6  # words of a long search that are left out in turn


@dataclass(frozen=True)
class Offer:
    """Another search, and how much it finds."""

    query: str
    count: int


def put_right(index: Index, words: list[str]) -> tuple[list[str], set[int]]:
    """Other words that are searched for instead, put right or taken apart, and what has them; empty if none helps."""
    for mend in (taken_apart, likest):
        changed = list(dict.fromkeys(part for word in words for part in mend(index, word)))
        if changed != words and (found := index.positions(changed)):
            return changed, found
    return [], set()


def taken_apart(index: Index, word: str) -> list[str]:
    """A word that no entry holds, as pieces of it that are held, or as the Latin word that is a slip away."""
    if index.holds(word):
        return [word]
    if is_chinese(word):
        return list(pieces_of(word, index.holds)) if len(word) <= LONGEST_RUN else [word]
    return index.spelling.split(word) or [index.spelling.nearest(word) or word]


def likest(index: Index, word: str) -> list[str]:
    """The same, where Chinese that cannot be taken apart becomes the known run most like it."""
    apart = taken_apart(index, word)
    if is_chinese(word) and len(word) <= LONGEST_RUN and not all(map(index.holds, apart)):
        return index.runs.near(word) or apart
    return apart


def offers(index: Index, words: list[str]) -> tuple[Offer, ...]:
    """Searches that come near one which finds nothing, the nearest first."""
    found: dict[tuple[str, ...], int] = {}
    for candidate in candidates(index, words):
        key = tuple(dict.fromkeys(candidate))
        if key and key not in found and (count := len(index.positions(key))):
            found[key] = count
        if len(found) == MOST_OFFERS:
            break
    return tuple(Offer(" ".join(key), count) for key, count in found.items())


def candidates(index: Index, words: list[str]) -> Iterator[list[str]]:
    """Words like those that are nowhere in their place, then fewer words: the known ones, all but one, one alone."""
    mended = [part for word in words for part in likest(index, word)]
    for word in mended:
        if not index.holds(word):
            for other in alike(index, word):
                yield [other if each == word else each for each in mended]
    known = [word for word in mended if index.holds(word)]
    yield known
    for word in islice(known, MOST_WORDS_LEFT_OUT):
        yield [each for each in known if each != word]
    for word in sorted(known, key=len, reverse=True)[:MOST_OFFERS]:
        yield [word]


def alike(index: Index, word: str) -> list[str]:
    if is_chinese(word):
        return index.runs.near(word[:LONGEST_RUN], MOST_OFFERS)
    return index.spelling.alike(word, MOST_OFFERS)
