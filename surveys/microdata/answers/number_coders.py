"""Cells of numbers, weights and identifiers, block by block."""

import math
from collections.abc import Sequence

import numpy as np
from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.columns import Place
from surveys.microdata.answers.lookups import MOST_REMEMBERED, Rows, Strays
from surveys.microdata.answers.option_columns import Columns
from surveys.microdata.answers.texts import NUMBER, plain_text, plain_texts
from surveys.microdata.codebook.questions import Kind, Question

LEAST_WEIGHT, MOST_WEIGHT = 1e-9, 1e9  # beside 0: sums of squares of others are no numbers
MOST_NUMBER = 1e100


class NumberCoder(dict[str, float]):
    """Numbers as they are written in data: digits and a point, no marks of thousands, no units.

    Remembers each text that it read (it is the dictionary of them), as long as they are not too many. A weight is
    never missing, below 0 or infinite.
    """

    def __init__(self, question: Question, places: Sequence[Place]):
        super().__init__()
        self.question = question
        self.index = places[0].index
        self.strays = Strays(places[0].address)
        self.missing = plain_texts(question.missing)
        self.is_weight = question.kind is Kind.WEIGHT
        self.is_wrong = False
        self.pieces: list[np.ndarray] = []

    def __missing__(self, cell: str) -> float:
        number = self._number(cell)
        if math.isinf(number):
            self.is_wrong = True
        elif len(self) < MOST_REMEMBERED:
            self[cell] = number
        return number

    def add(self, columns: Columns, lines: Sequence[int]) -> None:
        cells = columns[self.index]
        self.is_wrong = False
        numbers = np.fromiter(map(self.__getitem__, cells), dtype=np.float64, count=len(cells))
        if self.is_wrong:
            self.strays.add_where(np.isinf(numbers), cells, lines)
        self.pieces.append(numbers)

    def report(self, file: str, report: Report) -> None:
        expected = _("expected a number such as 12 or 0.85, without marks of thousands, signs of percent or units")
        if self.is_weight:
            expected = _(
                "expected a weight: a number of 0 or more, in every row, between 1e-9 and 1e9 where it is not 0"
            )
        self.strays.report(file, expected, (), report)

    @property
    def has_strays(self) -> bool:
        return bool(self.strays.found)

    def finish(self) -> list[np.ndarray]:
        return [np.concatenate(self.pieces)]

    def _number(self, cell: str) -> float:
        """The number; NaN for no answer, infinity for what is none."""
        text = plain_text(cell)
        if not text or text in self.missing:
            return math.inf if self.is_weight else math.nan
        number = float(text) if NUMBER.fullmatch(text) else math.inf
        if self.is_weight:
            return number if number == 0 or LEAST_WEIGHT <= number <= MOST_WEIGHT else math.inf
        return number if abs(number) <= MOST_NUMBER else math.inf


class IdCoder:
    """Identifiers of respondents: each once, none blank. They are not stored."""

    def __init__(self, question: Question, places: Sequence[Place]):
        self.index, self.address = places[0].index, places[0].address
        self.first: dict[str, int] = {}
        self.twice, self.blank = Rows(), Rows()

    def add(self, columns: Columns, lines: Sequence[int]) -> None:
        for line, cell in zip(lines, columns[self.index], strict=True):
            text = plain_text(cell)
            if not text:
                self.blank.add(line)
            elif self.first.setdefault(text, line) != line:
                self.twice.add(line, text)

    def report(self, file: str, report: Report) -> None:
        self.twice.report(file, self.address, _("another respondent has this identifier already"), report)
        self.blank.report(file, self.address, _("expected an identifier of the respondent"), report)
