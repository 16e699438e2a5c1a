"""Words as they were perhaps meant: known words one slip of the hand away."""

from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher

SHORTEST = 4  # letters; shorter words are near too many others


class Spelling:
    """Finds a known word that differs by one letter, or by two that changed places.

    Each known word is filed under itself with each letter left out; so is the wanted word when it is looked up, and two
    words that meet differ by one letter more, less, other, or swapped.
    """

    def __init__(self, counts: Mapping[str, int]):
        """`counts` says how often each known word stands somewhere."""
        self.counts = {word: count for word, count in counts.items() if is_corrected(word)}
        self.filed: dict[str, list[str]] = defaultdict(list)
        for word in self.counts:
            for rest in without_one(word):
                self.filed[rest].append(word)

    def nearest(self, word: str) -> str:
        """The known word most like it, the more common one of two; empty where none is near."""
        if not is_corrected(word) or word in self.counts:
            return ""
        near = {known for rest in without_one(word) for known in self.filed.get(rest, ())}
        return max(near, key=lambda known: (likeness(word, known), self.counts[known], known), default="")


def is_corrected(word: str) -> bool:
    """Latin words of some length only; Chinese has no slips of one letter, and numbers may be meant."""
    return len(word) >= SHORTEST and word.isascii() and word.isalpha()


def without_one(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def likeness(one: str, other: str) -> float:
    return round(SequenceMatcher(None, one, other).ratio(), 3)
