"""Cells of questions with options → columns of the store, block by block."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.columns import Place
from surveys.microdata.answers.lookups import BLANK, Rows
from surveys.microdata.answers.option_columns import Columns, OptionColumn
from surveys.microdata.answers.texts import is_date_like
from surveys.microdata.codebook.questions import Question
from surveys.microdata.store.columns import WIDTHS, code_type, mask_spans, mask_width


class _OptionCoder:
    def __init__(self, question: Question, places: Sequence[Place]):
        self.question = question
        self.columns = [OptionColumn(question, place) for place in places]

    def report(self, file: str, report: Report) -> None:
        for option in self.question.options:
            if is_date_like(option.label_en):
                words = _(
                    "an option of %(question)s is labelled with a date that a spreadsheet made of a range such as "
                    "10-49; write the range as its label, and this as a source text"
                )
                address = self.columns[0].strays.column
                report.add(file, None, address, option.label_en, words % {"question": self.question.code})
        expected = _("expected one of the options of %(question)s") % {"question": self.question.code}
        for column in self.columns:
            column.strays.report(file, expected, list(column.known), report)
            if column.is_doubtful:
                words = _("“no” and a tick stand here side by side; say by source which texts mean the option")
                report.add(file, None, column.strays.column, "", words)

    @property
    def has_strays(self) -> bool:
        return any(column.strays.found for column in self.columns)


class SingleCoder(_OptionCoder):
    """One answer: in one column, or spread over several of which at most one is filled."""

    def __init__(self, question: Question, places: Sequence[Place]):
        super().__init__(question, places)
        self.pieces: list[np.ndarray] = []
        self.clashes = Rows()
        self.seen: list[set[int]] = [set() for _column in self.columns]

    def add(self, columns: Columns, lines: Sequence[int]) -> None:
        found = np.full(len(lines), BLANK, dtype=np.int32)
        for number, column in enumerate(self.columns):
            codes = column.codes(columns, lines)
            is_filled = codes >= 0
            clashing = is_filled & (found >= 0) & (codes != found)
            for row in np.flatnonzero(clashing).tolist():
                self.clashes.add(lines[row], self._values(row, columns))
            found = np.where(is_filled, codes, found)
            if len(self.columns) > 1:
                self.seen[number].update(np.unique(codes[is_filled]).tolist())
        self.pieces.append(found.astype(code_type(len(self.question.options))))

    def report(self, file: str, report: Report) -> None:
        super().report(file, report)
        address = self.columns[0].strays.column
        self.clashes.report(file, address, _("expected one answer, found several in the columns of it"), report)
        filled = [seen for seen in self.seen if seen]
        if len(filled) > 1 and len(self.columns) == len(self.question.options) and len(set.union(*filled)) == 1:
            words = _("all columns of %(question)s hold the same answer; say which column belongs to which option")
            report.add(file, None, address, "", words % {"question": self.question.code})

    def finish(self) -> list[np.ndarray]:
        return [np.concatenate(self.pieces)]

    def _values(self, row: int, columns: Columns) -> str:
        cells = [columns[column.index][row].strip() for column in self.columns]
        return "; ".join(cell for cell in cells if cell)


class MultipleCoder(_OptionCoder):
    """Several answers: a column an option, columns that each hold any option, or one column with a separator.

    The masks lack their top bit until `finish` is told who was asked. `answered`: rows with any cell that is not blank.
    """

    def __init__(self, question: Question, places: Sequence[Place]):
        super().__init__(question, places)
        width = mask_width(len(question.options))
        self.kind: Any = WIDTHS[width]
        self.top = self.kind(1 << (width - 1))
        self.bits = [self._bits(start, end) for start, end in mask_spans(len(question.options))]
        self.set_bits: dict[int, list[list[int]]] = {id(column): [[] for _mask in self.bits] for column in self.columns}
        self.pieces: list[list[np.ndarray]] = []
        self.answered_pieces: list[np.ndarray] = []

    def add(self, columns: Columns, lines: Sequence[int]) -> None:
        masks = [np.zeros(len(lines), dtype=self.kind) for _mask in self.bits]
        answered = np.zeros(len(lines), dtype=bool)
        for column in self.columns:
            codes = column.codes(columns, lines)
            answered |= codes != BLANK
            ticked = np.maximum(codes, BLANK)  # BLANK picks the last of a table, which is 0
            for mask, bits in zip(masks, self._tables(column), strict=True):
                mask |= bits[ticked]
        self.pieces.append(masks)
        self.answered_pieces.append(answered)

    @cached_property
    def masks(self) -> list[np.ndarray]:
        """All blocks joined; asked for when the last is read."""
        return [np.concatenate(masks) for masks in zip(*self.pieces, strict=True)]

    @property
    def answered(self) -> np.ndarray:
        return np.concatenate(self.answered_pieces)

    def finish(self, asked: np.ndarray) -> list[np.ndarray]:
        """The masks of those who were asked; 0 for all others."""
        return [np.where(asked, mask | self.top, self.kind(0)).astype(self.kind) for mask in self.masks]

    def count(self) -> np.ndarray:
        """How many options each respondent ticked."""
        return sum(np.bitwise_count(mask).astype(np.int32) for mask in self.masks)

    def has(self, option: int) -> np.ndarray:
        """Who ticked the option of this place."""
        return np.logical_or.reduce(
            [(mask & bits[option]) != 0 for mask, bits in zip(self.masks, self.bits, strict=True)]
        )

    def places_in(self, row: int) -> list[int]:
        """Places of the options that a respondent ticked."""
        every = range(len(self.question.options))
        return [
            place
            for place in every
            if any(mask[row] & bits[place] for mask, bits in zip(self.masks, self.bits, strict=True))
        ]

    def _bits(self, start: int, end: int) -> np.ndarray:
        """Place of an option → its bit in one mask, 0 for the options of others; the last is that of BLANK."""
        bits = np.zeros(len(self.question.options) + 1, dtype=self.kind)
        for bit, place in enumerate(range(start, end)):
            bits[place] = self.kind(1 << bit)
        return bits

    def _tables(self, column: OptionColumn) -> list[np.ndarray]:
        """Code of a column → the bits of its answers, a table a mask."""
        if not column.separator:
            return self.bits
        known = self.set_bits[id(column)]
        for places in islice(column.sets, len(known[0]), None):
            for bits, table in zip(self.bits, known, strict=True):
                table.append(int(np.bitwise_or.reduce(bits[list(places)], initial=self.kind(0))))
        return [np.array([*table, 0], dtype=self.kind) for table in known]
