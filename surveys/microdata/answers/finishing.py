"""Coded columns → Answers: who was asked, exclusive options, answers outside the base, rows of weight 0."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from django.utils.translation import gettext as _

from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.lookups import MOST_ROWS, Rows
from surveys.microdata.answers.number_coders import NumberCoder
from surveys.microdata.answers.option_coders import MultipleCoder, SingleCoder
from surveys.microdata.cells.selecting import keeping
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import Condition, FilterError, parse_filter
from surveys.microdata.codebook.questions import EVERYBODY, Kind, Question, Unanswered
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.columns import file_names

Coder = SingleCoder | MultipleCoder | NumberCoder


class Finishing:
    """Columns of questions as they become ready; a base needs those of the questions that it names."""

    def __init__(self, file: AnswerFile, codebook: Codebook, coders: Mapping[str, Coder], lines: np.ndarray):
        self.file, self.codebook, self.coders, self.lines = file, codebook, coders, lines
        self.columns: dict[str, np.ndarray] = {}
        self.answers = Answers(codebook, len(lines), self.columns)
        self.ready: set[str] = set()

    def finish(self) -> Answers:
        """All columns; what contradicts a base or an exclusive option goes to the report."""
        for question in self.codebook.questions:
            if question.code in self.coders:
                self._finish(question, self.coders[question.code])
        return self.answers

    def _finish(self, question: Question, coder: Coder) -> None:
        in_base = self._in_base(question)
        if isinstance(coder, MultipleCoder):
            arrays = coder.finish(self._asked(question, coder, in_base))
            answered = coder.count() > 0
        else:
            arrays = coder.finish()
            answered = ~np.isnan(arrays[0]) if isinstance(coder, NumberCoder) else arrays[0] >= 0
        self.columns.update(zip(file_names(question), arrays, strict=True))
        self.ready.add(question.code)
        if in_base is not None:
            self._add_outside(question, coder, answered & ~in_base)
        if isinstance(coder, MultipleCoder):
            self._add_exclusive(question, coder)

    def _asked(self, question: Question, coder: MultipleCoder, in_base: np.ndarray | None) -> np.ndarray:
        """Those in the base; where everybody was asked, those with any cell, unless no tick says "none of these"."""
        if in_base is not None:
            return in_base
        if question.unanswered is Unanswered.NONE:
            return np.ones(len(self.lines), dtype=bool)
        return coder.answered

    def _in_base(self, question: Question) -> np.ndarray | None:
        """Who was asked; None for everybody, and where it cannot be told."""
        if question.base in ("", EVERYBODY):
            return None
        try:
            conditions = parse_filter(question.base, self.codebook)
        except FilterError as error:
            expected = _("base of %(question)s: %(problem)s") % {"question": question.code, "problem": error}
            self.file.report.add(self.file.name, None, "", question.base, expected)
            return None
        if not self._are_ready(question, conditions):
            return None
        return keeping(self.answers, conditions, "")(slice(0, len(self.lines)))

    def _are_ready(self, question: Question, conditions: Sequence[Condition]) -> bool:
        """Whether the base can be told: questions behind it, or with cells that could not be read, tell nothing."""
        codes = list(self.codebook.by_code)
        for condition in conditions:
            if codes.index(condition.question) >= codes.index(question.code):
                expected = _("base of %(question)s: %(other)s stands behind it; put it before")
                values = {"question": question.code, "other": condition.question}
                self.file.report.add(self.file.name, None, "", question.base, expected % values)
                return False
        return all(
            condition.question in self.ready and not self.coders[condition.question].has_strays
            for condition in conditions
        )

    def _add_outside(self, question: Question, coder: Coder, outside: np.ndarray) -> None:
        expected = _("%(question)s was answered outside its base (%(base)s)")
        values = {"question": question.code, "base": question.base}
        self._add_rows(coder, outside, expected % values, lambda row: self._shown(question, coder, row))

    def _add_rows(self, coder: Coder, is_wrong: np.ndarray, expected: str, shown: Callable[[int], str]) -> None:
        rows, places = Rows(), np.flatnonzero(is_wrong)
        for place in places[:MOST_ROWS].tolist():
            rows.add(int(self.lines[place]), shown(place))
        rows.total = len(places)
        rows.report(self.file.name, _address(coder), expected, self.file.report)

    def _shown(self, question: Question, coder: Coder, row: int) -> str:
        if isinstance(coder, SingleCoder):
            return question.options[self.columns[question.code][row]].code
        if isinstance(coder, NumberCoder):
            return f"{self.columns[question.code][row]:g}"
        return ", ".join(question.options[place].code for place in coder.places_in(row))

    def _add_exclusive(self, question: Question, coder: MultipleCoder) -> None:
        exclusive = [place for place, option in enumerate(question.options) if option.is_exclusive]
        for place in exclusive:
            expected = _("%(option)s excludes the other answers of %(question)s, but they are ticked too")
            values = {"option": question.options[place].code, "question": question.code}
            is_wrong = coder.has(place) & (coder.count() > 1)
            self._add_rows(coder, is_wrong, expected % values, lambda row: self._shown(question, coder, row))


def without_weight_0(answers: Answers, file: AnswerFile) -> Answers:
    """The answers of those who count in any weight; without weights, all."""
    weights = [question.code for question in answers.codebook.questions if question.kind is Kind.WEIGHT]
    if not weights:
        return answers
    counts = np.logical_or.reduce([answers.columns[code] > 0 for code in weights])
    left_out = answers.respondents - int(np.count_nonzero(counts))
    if not left_out:
        return answers
    if left_out == answers.respondents:
        file.report.add(file.name, None, ", ".join(weights), "", _("no row has a weight above 0"))
        return answers
    words = _("rows with a weight of 0 count nowhere and are left out: %(count)d") % {"count": left_out}
    file.report.note(file.name, None, ", ".join(weights), "", words)
    columns = {name: column[counts] for name, column in answers.columns.items()}
    return Answers(answers.codebook, answers.respondents - left_out, columns)


def _address(coder: Coder) -> str:
    return coder.strays.column if isinstance(coder, NumberCoder) else coder.columns[0].strays.column
