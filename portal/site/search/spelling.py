"""Words as they were perhaps meant: known words one slip of the hand away, two for long ones, or two words in one."""

from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher

SHORTEST = 4  # letters; shorter words are near too many others
SHORTEST_FOR_TWO = 7  # letters; words that may have two slips
SHORTEST_PART = 2  # letters of a word that was written together with another
LEAST_LIKE = 0.6  # for a word that is offered, not searched for


class Spelling:
    """Finds a known word that differs by one letter, or by two that changed places.

    Each known word is filed under itself with each letter left out; so is the wanted word when it is looked up, and two
    words that meet differ by one letter more, less, other, or swapped. Words with two slips are not filed, they would
    be too many: all words of about that length are looked through by the letters that they have.
    """

    def __init__(self, counts: Mapping[str, int]):
        """`counts` says how often each known word stands somewhere."""
        self.known = counts
        self.counts = {word: count for word, count in counts.items() if is_corrected(word)}
        self.filed: dict[str, list[str]] = defaultdict(list)
        self.sized: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for word in self.counts:
            self.sized[len(word)].append((letters_of(word), word))
            for rest in without_one(word):
                self.filed[rest].append(word)

    def nearest(self, word: str) -> str:
        """The known word most like it, the more common one of two; empty where none is near."""
        if not is_corrected(word) or word in self.counts:
            return ""
        near = {known for rest in without_one(word) for known in self.filed.get(rest, ())}
        return self._best(word, near) or (self._two_slips_away(word) if len(word) >= SHORTEST_FOR_TWO else "")

    def split(self, word: str) -> list[str]:
        """Two known words that were written as one, the most common pair; empty where there are none."""
        ends = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        pairs = [(word[:end], word[end:]) for end in ends if word[:end] in self.known and word[end:] in self.known]
        return list(max(pairs, key=lambda pair: min(self.known[part] for part in pair), default=()))

    def alike(self, word: str, most: int) -> list[str]:
        """Known words that may be meant, although they are further away."""
        if not is_corrected(word):
            return []
        near = [known for known in self._with_letters_of(word, 3) if known[0] == word[0]]
        scored = sorted(((likeness(word, known), self.counts[known], known) for known in near), reverse=True)
        return [known for score, _count, known in scored if score >= LEAST_LIKE][:most]

    def _two_slips_away(self, word: str) -> str:
        return self._best(word, {known for known in self._with_letters_of(word, 2) if slips(word, known, most=2) <= 2})

    def _with_letters_of(self, word: str, most: int) -> list[str]:
        """Words that `most` slips may make of it: each adds or takes two letters and one place at most."""
        letters = letters_of(word)
        return [
            known
            for size in range(len(word) - most, len(word) + most + 1)
            for held, known in self.sized.get(size, ())
            if (held ^ letters).bit_count() <= 2 * most
        ]

    def _best(self, word: str, near: set[str]) -> str:
        return max(near, key=lambda known: (likeness(word, known), self.counts[known], known), default="")


def is_corrected(word: str) -> bool:
    """Latin words of some length only; Chinese has no slips of one letter, and numbers may be meant."""
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def without_one(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def letters_of(word: str) -> int:
    """The set of its letters, one bit each."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) - ord("a"))
    return found


def slips(one: str, other: str, *, most: int = 99) -> int:
    """How many letters were left out, put in, changed, or swapped with their neighbour; one more than `most` at most.

    No row can have less than the least of the two above it, so the rest is not looked at.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one):
        above, row, older = row, [place + 1], before
        for column, known in enumerate(other):
            least = min(above[column + 1] + 1, row[column] + 1, above[column] + (letter != known))
            if place and column and letter == other[column - 1] and one[place - 1] == known:
                least = min(least, older[column - 1] + 1)
            row.append(least)
        if min(row) > most and min(above) > most:
            return most + 1
        before = above
    return min(row[-1], most + 1)


def likeness(one: str, other: str) -> float:
    return round(SequenceMatcher(None, one, other).ratio(), 3)
