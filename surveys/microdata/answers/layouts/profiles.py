"""What stands in the columns of a file: one pass over it, of bounded memory."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.texts import NUMBER, plain_text

MOST_VALUES = 400  # different texts that are told apart in a column; more are no options
SEPARATORS = ("┋", "；", ";", "|", ",")
DATE = re.compile(r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})([ T].*)?")


@dataclass
class Profile:
    """The cells of one column that are not blank.

    values     text as it is compared → how often, the first MOST_VALUES of them
    pieces     separator → texts between which it stands → in how many cells, counted by different cells
    """

    filled: int = 0
    values: Counter[str] = field(default_factory=Counter)
    is_cut: bool = False  # there are more values than are kept
    has_repeats: bool = False
    pieces: dict[str, Counter[str]] = field(default_factory=dict)
    is_numeric: bool = True
    is_dated: bool = True
    is_whole: bool = True
    letters: int = 0  # of all different texts
    different: int = 0

    def add(self, cells: Counter[str]) -> None:
        for cell, count in cells.items():
            text = plain_text(cell)
            if not text:
                continue
            self.filled += count
            self.has_repeats |= count > 1 or text in self.values
            if text not in self.values:
                self._meet(text)
            if text in self.values or len(self.values) < MOST_VALUES:
                self.values[text] += count
            else:
                self.is_cut = True

    def _meet(self, text: str) -> None:
        self.different += 1
        self.letters += len(text)
        self.is_numeric = self.is_numeric and NUMBER.fullmatch(text) is not None
        self.is_whole = self.is_whole and text.lstrip("+-").isdecimal()
        self.is_dated = self.is_dated and DATE.fullmatch(text) is not None
        for separator in SEPARATORS:
            if separator in text or separator in self.pieces:
                parts = self.pieces.setdefault(separator, Counter(self.values if self.values else ()))
                if len(parts) <= MOST_VALUES:
                    parts.update({part for each in text.split(separator) if (part := plain_text(each))})

    @property
    def numbers(self) -> list[float]:
        return sorted(map(float, self.values)) if self.is_numeric else []

    @property
    def mean_length(self) -> float:
        return self.letters / self.different if self.different else 0.0


def profile(file: AnswerFile, progress: Callable[[int, int | None], None] | None = None) -> tuple[list[Profile], int]:
    """(a profile for each column, number of rows)."""
    profiles = [Profile() for _ in range(file.width)]
    rows = 0
    for block in file.chunks():
        rows += len(block.rows)
        for each, cells in zip(profiles, zip(*block.rows, strict=True), strict=False):
            each.add(Counter(cells))
        if progress:
            progress(rows, file.total)
    return profiles, rows


def chosen_together(file: AnswerFile, groups: Collection[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """The groups of columns of which some row fills more than one; a group is looked at no longer than until then."""
    found: set[tuple[int, ...]] = set()
    for block in file.blocks():
        rows = [row for row in block.rows if len(row) == file.width]
        waiting = [places for places in groups if places not in found]
        if not waiting:
            break
        found |= {places for places in waiting if _any_row_fills_two(rows, places)}
    return found


def _any_row_fills_two(rows: list[list[str]], places: tuple[int, ...]) -> bool:
    return any(sum(1 for place in places if row[place].strip()) > 1 for row in rows)
