"""One column of a question with options: what each of its cells says, each text judged once."""

from collections.abc import Sequence

import numpy as np

from surveys.microdata.answers.columns import Place
from surveys.microdata.answers.lookups import BLANK, UNKNOWN, UNTICKED, Lookup, Strays
from surveys.microdata.answers.texts import ANY_TEXT, TICKED, is_error_cell, option_texts, plain_text, plain_texts
from surveys.microdata.answers.texts import UNTICKED as UNTICKED_TEXTS
from surveys.microdata.codebook.questions import Kind, Question

NEVER_TICKED = frozenset({"0", "false"})
Columns = Sequence[Sequence[str]]  # of a block: the cells of each column


class OptionColumn:
    """A column of a question: which options its cells may name, and what it could not read."""

    def __init__(self, question: Question, place: Place):
        self.index = place.index
        self.known = option_texts(question, place.options)
        self.missing = plain_texts(question.missing)
        self.own = place.options[0] if place.is_own and len(place.options) == 1 else None
        if self.own is not None and not question.options[self.own].source:
            # "0" in the column of an option of code 0 says that it was not ticked, as in the columns beside it.
            self.known = {text: place for text, place in self.known.items() if text.casefold() not in NEVER_TICKED}
        self.ticks: set[str] = set()  # texts that counted as a tick
        self.separator = question.separator if question.kind is Kind.MULTIPLE else ""
        self.strays = Strays(place.address)
        self.sets: dict[tuple[int, ...], int] = {}  # places of the answers in a cell → the code of all of them
        self.lookup = Lookup(self._judge_several if self.separator else self._judge)

    def codes(self, columns: Columns, lines: Sequence[int]) -> np.ndarray:
        """A code a row: place of an option, or of a set where a separator is given; BLANK, UNTICKED, UNKNOWN."""
        cells = columns[self.index]
        codes = self.lookup.codes(cells)
        is_wrong = codes == UNKNOWN
        if is_wrong.any():
            for row in np.flatnonzero(is_wrong).tolist():
                for text in self._unknown(cells[row]):
                    self.strays.add(text, lines[row])
        return codes

    def _judge(self, cell: str) -> int:
        text = plain_text(cell)
        if not text or text in self.missing:
            return BLANK
        folded = text.casefold()
        if text in self.known:
            self.ticks.add(folded)
            return self.known[text]
        if ANY_TEXT in self.known and not is_error_cell(text):
            return self.known[ANY_TEXT]
        if self.own is not None:
            if folded in TICKED:
                self.ticks.add(folded)
                return self.own
            if folded in UNTICKED_TEXTS:
                return UNTICKED
        return UNKNOWN

    def _judge_several(self, cell: str) -> int:
        text = plain_text(cell)
        if not text or text in self.missing:
            return BLANK
        found, unknown = self._split(cell)
        if unknown:
            return UNKNOWN
        return self.sets.setdefault(tuple(sorted(found)), len(self.sets))

    @property
    def is_doubtful(self) -> bool:
        """Whether both "no" and a tick count as chosen: the label of the option, or "not ticked"?"""
        return self.own is not None and bool(self.ticks & UNTICKED_TEXTS) and bool(self.ticks & TICKED)

    def _unknown(self, cell: str) -> list[str]:
        return self._split(cell)[1] if self.separator else [cell]

    def _split(self, cell: str) -> tuple[set[int], list[str]]:
        """Places of the answers in a cell, and the parts that are none. A separator may also stand in an option."""
        parts = cell.split(self.separator)
        found, unknown, start = set(), [], 0
        while start < len(parts):
            for end in range(len(parts), start, -1):
                text = plain_text(self.separator.join(parts[start:end]))
                if text in self.known:
                    found.add(self.known[text])
                    start = end
                    break
            else:
                text = plain_text(parts[start])
                if ANY_TEXT in self.known and text and not is_error_cell(text):
                    found.add(self.known[ANY_TEXT])
                elif text and text not in self.missing:
                    unknown.append(text)
                start += 1
        return found, unknown
