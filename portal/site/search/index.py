"""The index of search: the folded words of all entries in memory."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from heapq import nsmallest

from portal.labels import LANGUAGES, choose
from portal.site.search.chinese import LONGEST_RUN, Runs
from portal.site.search.facets import Chosen, Facets
from portal.site.search.folding import fold, is_chinese, with_same_words
from portal.site.search.spelling import Spelling
from portal.site.sections import Entry
from portal.versions import Version

FROM_START = 2  # letters; Latin words up to this length count at the start of a word only
LAST = "\U0010ffff"  # after all characters that words have


class Words:
    """Which entries have a word, and words with a given part in them.

    sorted  all words, in order
    lines   the same as one text, a word a line: looking through it is quicker than looking at each word
    begun   entries by the first letter or two of their words, kept once they were asked for: they are many
    held    entries by a single Chinese character, in the same way
    """

    def __init__(self) -> None:
        self.holders: dict[str, set[int]] = defaultdict(set)
        self.begun: dict[str, set[int]] = {}
        self.held: dict[str, set[int]] = {}

    def add(self, position: int, text: str) -> None:
        for word in text.split():
            self.holders[word].add(position)

    @cached_property
    def sorted(self) -> list[str]:
        return sorted(self.holders)

    @cached_property
    def lines(self) -> str:
        return "\n".join(["", *self.sorted, ""])

    def beginning(self, wanted: str) -> Iterator[str]:
        for place in range(bisect_left(self.sorted, wanted), len(self.sorted)):
            if not self.sorted[place].startswith(wanted):
                return
            yield self.sorted[place]

    def holding(self, wanted: str) -> Iterator[str]:
        return self.beginning(wanted) if is_from_start(wanted) else self._with_part(wanted)

    def _with_part(self, wanted: str) -> Iterator[str]:
        place = self.lines.find(wanted)
        while place >= 0:
            start, end = self.lines.rfind("\n", 0, place) + 1, self.lines.find("\n", place)
            yield self.lines[start:end]
            place = self.lines.find(wanted, end)

    def entries_beginning(self, wanted: str) -> set[int]:
        """Entries that have a word which begins so."""
        if not is_from_start(wanted):
            return self._entries_of(self.beginning(wanted))
        if wanted not in self.begun:
            self.begun[wanted] = self._entries_of(self.beginning(wanted))
        return self.begun[wanted]

    def entries_holding(self, wanted: str) -> set[int]:
        """Entries that have a word with this in it; at its start, where it is short and Latin."""
        if is_from_start(wanted):
            return self.entries_beginning(wanted)
        if len(wanted) > 1:
            return self._entries_of(self.holding(wanted))
        if wanted not in self.held:
            self.held[wanted] = self._entries_of(self.holding(wanted))
        return self.held[wanted]

    def _entries_of(self, words: Iterable[str]) -> set[int]:
        return set().union(*(self.holders[word] for word in words))


class Index:
    """Positions in `entries` and those of `facets` belong together.

    words     everything an entry can be found by
    titles    the words of the titles alone
    heads     the folded titles of both languages, in order; `headed` holds the position of the entry of each
    places    for each language, the place of each entry in order: low ranks first, short titles before long ones
    """

    def __init__(self, entries: Iterable[Entry], version: Version | None = None):
        self.entries, self.version = list(entries), version
        self.words, self.titles = Words(), Words()
        heads: list[tuple[str, int]] = []
        for position, entry in enumerate(self.entries):
            english, chinese = fold(entry.title_en), fold(entry.title_zh)
            heads += (english, position), (chinese, position)
            self.titles.add(position, f"{english} {chinese}")
            self.words.add(position, with_same_words(f"{english} {chinese} {fold(' '.join(entry.words))}"))
        heads.sort()
        self.heads, self.headed = [head for head, _position in heads], [position for _head, position in heads]
        self.places = {language: places_of(self.entries, language) for language in LANGUAGES}
        self.facets = Facets(self.entries)
        self.spelling = Spelling({word: len(positions) for word, positions in self.words.holders.items()})
        self.runs = Runs({word: len(positions) for word, positions in self.words.holders.items() if is_run(word)})

    def positions(self, words: Iterable[str]) -> set[int]:
        """Of the entries that have every word, anywhere; for one word the index's own set, not to be changed."""
        first, *others = map(self.words.entries_holding, words)
        return first.intersection(*others) if others else first

    def holds(self, wanted: str) -> bool:
        """Whether any entry has the word."""
        return any(True for word in self.words.holding(wanted))

    def tiers(self, words: list[str], found: set[int]) -> tuple[set[int], ...]:
        """The entries found, best first: the title is the query, starts so, has the words, holds them, has them not."""
        titles = self.titles
        begun = found.intersection(*map(titles.entries_beginning, words))
        parts = [word for word in words if not is_from_start(word)]
        held = found.intersection(*map(titles.entries_holding, words)) if parts else begun
        query = " ".join(words)
        first, after = bisect_left(self.heads, query), bisect_left(self.heads, query + LAST)
        starting = begun.intersection(self.headed[first:after])
        same = starting.intersection(self.headed[first : bisect_right(self.heads, query)])
        return same, starting - same, begun - starting, held - begun, found - held

    def first(self, tier: set[int], language: str, most: int) -> list[int]:
        """The best of equally good matches."""
        return nsmallest(most, tier, key=self.places[language].__getitem__)

    def kept(self, positions: set[int], chosen: Chosen) -> set[int]:
        return self.facets.kept(positions, chosen)

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many entries there are of each kind."""
        return {kind: len(positions) for kind, positions in self.facets.members["kind"].items()}


def is_from_start(word: str) -> bool:
    """Whether a word counts at the start of others only: short Latin ones are inside too many."""
    return len(word) <= FROM_START and not is_chinese(word)


def is_run(word: str) -> bool:
    """Whether what was perhaps meant is looked for in it: names and short phrases, not sentences."""
    return len(word) <= LONGEST_RUN and is_chinese(word)


def places_of(entries: list[Entry], language: str) -> list[int]:
    def key(position: int) -> tuple:
        entry = entries[position]
        title = choose(entry.title_en, entry.title_zh, language)
        return entry.rank, len(title), title, entry.address

    places = [0] * len(entries)
    for place, position in enumerate(sorted(range(len(entries)), key=key)):
        places[position] = place
    return places
