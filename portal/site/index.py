"""The index of search: folded texts of all entries in memory, made anew when the data change."""

from collections.abc import Iterable, Iterator
from threading import Lock

from portal.site.entries import all_entries
from portal.site.folding import fold, is_chinese, with_same_words
from portal.site.sections import Entry
from portal.site.spelling import Spelling
from portal.versions import Version, current_version

FROM_START = 2  # letters; Latin words up to this length count at the start of a word only
LONGEST_RUN, LONGEST_PIECE = 24, 8  # characters of Chinese that are taken apart, and of a part


class Index:
    """Positions in `entries`, `heads` and `texts` belong together.

    heads   the folded titles in both languages, each between "\\n " and "\\n"
    texts   the head and all folded words after it
    """

    def __init__(self, entries: Iterable[Entry]):
        self.entries = list(entries)
        self.heads = [f"\n {fold(entry.title_en)}\n {fold(entry.title_zh)}\n" for entry in self.entries]
        self.texts = [
            with_same_words(f"{head} {fold(' '.join(entry.words))}") for head, entry in zip(self.heads, self.entries, strict=True)
        ]
        self.spelling = Spelling(word for text in self.texts for word in set(text.split()))

    def positions(self, words: list[str]) -> list[int]:
        """Of the entries that hold every word."""
        found: Iterable[int] = range(len(self.texts))
        texts = self.texts
        for word in sorted((pattern(word) for word in words), key=len, reverse=True):
            found = [position for position in found if word in texts[position]]
        return list(found)

    def holds(self, word: str) -> bool:
        """Whether any entry has the word."""
        wanted = pattern(word)
        return any(wanted in text for text in self.texts)

    def tier(self, position: int, words: list[str]) -> int:
        """How well the title fits: 0 is the same, 1 starts so, 2 has the words, 3 holds them, 4 they stand elsewhere."""
        head, start = self.heads[position], "\n " + " ".join(words)
        if f"{start}\n" in head:
            return 0
        if start in head:
            return 1
        if all(f" {word}" in head for word in words):
            return 2
        return 3 if all(pattern(word) in head for word in words) else 4

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


def pattern(word: str) -> str:
    """What must stand in a text for a word."""
    return f" {word}" if len(word) <= FROM_START and not is_chinese(word) else word


_kept: tuple[Version, Index] | None = None
_lock = Lock()


def current_index() -> Index:
    """The index of the data as they are; one thread makes it while others wait."""
    global _kept
    version = current_version()
    if _kept is None or _kept[0] != version:
        with _lock:
            if _kept is None or _kept[0] != version:
                _kept = (version, Index(all_entries()))
    return _kept[1]
