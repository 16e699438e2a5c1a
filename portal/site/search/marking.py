"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from portal.site.search.folding import SAME, is_chinese
from portal.site.search.index import is_from_start

AT_START = r"(?<![^\W_])"  # of a word


class Part(NamedTuple):
    """A piece of a text; `is_match` says that it is what was searched for."""

    text: str
    is_match: bool = False


class Marker:
    """Takes texts apart at the words of one search."""

    def __init__(self, words: Iterable[str]):
        others = [other for pair in SAME for word, other in (pair, pair[::-1]) if word in words]
        wanted = sorted({*words, *others}, key=len, reverse=True)
        self.pattern = re.compile(f"({'|'.join(map(pattern_of, wanted))})", re.IGNORECASE)

    def parts(self, text: str) -> tuple[Part, ...]:
        """The whole text in pieces; every second one of `split` is a match."""
        pieces = self.pattern.split(text)
        return tuple([Part(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece])


def pattern_of(word: str) -> str:
    found = re.escape(word)
    return found if is_chinese(word) or not is_from_start(word) else AT_START + found
