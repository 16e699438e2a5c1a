"""The index of search: the folded words of all entries in memory, made anew when the data change."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from threading import Lock

from portal.labels import LANGUAGES, choose
from portal.site.entries import all_entries
from portal.site.folding import fold, is_chinese, with_same_words
from portal.site.sections import Entry
from portal.site.spelling import Spelling
from portal.versions import Version, current_version

FROM_START = 2  # letters; Latin words up to this length count at the start of a word only
LONGEST_RUN, LONGEST_PIECE = 24, 8  # characters of Chinese that are taken apart, and of a part


class Index:
    """Positions in `entries`, `heads` and `places` belong together.

    heads     the folded titles in both languages, each between "\\n " and "\\n"
    holders   {word: positions of the entries that have it}
    orders    for each language, all positions in order: low ranks first, short titles before long ones
    places    for each language, the place of each entry in that order
    """

    def __init__(self, entries: Iterable[Entry]):
        self.entries = list(entries)
        self.heads = [f"\n {fold(entry.title_en)}\n {fold(entry.title_zh)}\n" for entry in self.entries]
        self.holders: dict[str, list[int]] = defaultdict(list)
        for position, (entry, head) in enumerate(zip(self.entries, self.heads, strict=True)):
            for word in set(with_same_words(f"{head} {fold(' '.join(entry.words))}").split()):
                self.holders[word].append(position)
        self.orders = {language: order_of(self.entries, language) for language in LANGUAGES}
        self.places = {language: inverted(order) for language, order in self.orders.items()}
        self.spelling = Spelling({word: len(positions) for word, positions in self.holders.items()})

    def ranking(self, words: list[str], language: str) -> list[tuple[int, Entry]]:
        """(tier, entry) of the entries that have every word, best first."""
        tier, heads, size = tiers(words), self.heads, len(self.entries)
        places, order = self.places[language], self.orders[language]
        # Tier and place as one number: thousands of these sort several times faster than pairs.
        found = sorted(tier(heads[position]) * size + places[position] for position in self.positions(words))
        return [(number // size, self.entries[order[number % size]]) for number in found]

    def positions(self, words: list[str]) -> set[int]:
        return set.intersection(*(self.having(word) for word in words))

    def having(self, wanted: str) -> set[int]:
        """Positions of the entries that have a word with `wanted` in it."""
        return set().union(*(self.holders[word] for word in self.known_with(wanted)))

    def known_with(self, wanted: str) -> Iterator[str]:
        if is_from_start(wanted):
            return (word for word in self.holders if word.startswith(wanted))
        return (word for word in self.holders if wanted in word)

    def holds(self, wanted: str) -> bool:
        """Whether any entry has the word."""
        return any(True for word in self.known_with(wanted))

    def suggestion(self, words: list[str]) -> list[str]:
        """Other words for a search that found nothing: put right, Chinese taken apart; empty where nothing helps."""
        changed = [part for word in words for part in self._parts(word)]
        return changed if changed != words and self.positions(changed) else []

    def _parts(self, word: str) -> list[str]:
        if self.holds(word):
            return [word]
        if is_chinese(word):
            return list(self._pieces(word)) if len(word) <= LONGEST_RUN else [word]
        return [self.spelling.nearest(word) or word]

    def _pieces(self, run: str) -> Iterator[str]:
        """The longest pieces, of two characters or more, that entries hold."""
        while run:
            ends = range(min(len(run), LONGEST_PIECE), 1, -1)
            piece = next((run[:end] for end in ends if self.holds(run[:end])), "")
            if not piece:
                yield run
                return
            yield piece
            run = run[len(piece) :]


def is_from_start(word: str) -> bool:
    """Whether a word counts at the start of others only: short Latin ones are inside too many."""
    return len(word) <= FROM_START and not is_chinese(word)


def order_of(entries: list[Entry], language: str) -> list[int]:
    def key(position: int) -> tuple:
        entry = entries[position]
        title = choose(entry.title_en, entry.title_zh, language)
        return entry.rank, len(title), title, entry.address

    return sorted(range(len(entries)), key=key)


def inverted(order: list[int]) -> list[int]:
    """The place of each position in an order of all positions."""
    places = [0] * len(order)
    for place, position in enumerate(order):
        places[position] = place
    return places


def tiers(words: list[str]) -> Callable[[str], int]:
    """How well a head fits: 0 is the same, 1 starts so, 2 has the words, 3 holds them, 4 they stand elsewhere."""
    start = "\n " + " ".join(words)
    whole, begun = f"{start}\n", [f" {word}" for word in words]
    held = [f" {word}" if is_from_start(word) else word for word in words]

    def tier(head: str) -> int:
        if start in head:
            return 0 if whole in head else 1
        if all(word in head for word in begun):
            return 2
        return 3 if all(word in head for word in held) else 4

    return tier


_kept: tuple[Version, Index] | None = None
_lock = Lock()


def current_index() -> Index:
    """The index of the data as they are; one thread makes it while others wait."""
    global _kept
    version, kept = current_version(), _kept
    if kept is None or kept[0] != version:
        with _lock:
            kept = _kept
            if kept is None or kept[0] != version:
                kept = _kept = (version, Index(all_entries()))
    return kept[1]
