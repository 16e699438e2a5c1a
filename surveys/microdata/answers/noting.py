"""Warnings: what loads all the same, but a person should have seen before it is published."""

from collections.abc import Sequence

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.lookups import FIRST
from surveys.microdata.cells.selecting import chunks
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.store.answers import Answers

LEAST_BASE = 30  # respondents
MOST_DESIGN_EFFECT = 2
MOST_OF_MEAN = 5  # times the mean weight


class RowPrints:
    """A number a row that is the same for rows of the same cells; identifiers of respondents are left out."""

    def __init__(self, ids: Sequence[int]):
        self.ids = ids
        self.pieces: list[np.ndarray] = []

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        if self.ids:
            rows = [self._without_ids(row) for row in rows]
        self.pieces.append(np.fromiter((hash(tuple(row)) for row in rows), dtype=np.int64, count=len(rows)))

    def note(self, file: AnswerFile, lines: np.ndarray) -> None:
        """Says which rows repeat an earlier one in every cell."""
        prints = np.concatenate(self.pieces)
        _values, first = np.unique(prints, return_index=True)
        repeats = np.setdiff1d(np.arange(len(prints)), first)
        if not len(repeats):
            return
        shown = ", ".join(str(lines[place]) for place in repeats[:FIRST]) + (" …" if len(repeats) > FIRST else "")
        words = ngettext(
            "%(count)d row is the same as an earlier one in every cell: %(rows)s",
            "%(count)d rows are the same as an earlier one in every cell: %(rows)s",
            len(repeats),
        )
        file.report.note(file.name, None, "", "", words % {"count": len(repeats), "rows": shown})

    def _without_ids(self, row: Sequence[str]) -> list[str]:
        kept = list(row)
        for index in self.ids:
            kept[index] = ""
        return kept


def note_answers(answers: Answers, file: AnswerFile) -> None:
    """Options that nobody chose, small bases, uneven weights."""
    for question in answers.codebook.tabulated:
        counts, base = _counts(answers, question)
        if base < LEAST_BASE:
            words = _("%(question)s was answered by fewer than %(least)d respondents: %(count)d")
            values = {"question": question.code, "least": LEAST_BASE, "count": base}
            file.report.note(file.name, None, "", "", words % values)
        unchosen = [option.code for option, count in zip(question.options, counts, strict=True) if not count]
        if unchosen:
            words = _("options of %(question)s that nobody chose: %(options)s")
            values = {"question": question.code, "options": ", ".join(unchosen)}
            file.report.note(file.name, None, "", "", words % values)
    for code in answers.codebook.weights:
        if code in answers.columns:
            _note_weight(code, answers.columns[code], file)


def _counts(answers: Answers, question: Question) -> tuple[list[int], int]:
    """How many chose each option, and how many answered (of multiple response: were asked)."""
    parts = answers.parts(question)
    if question.kind is Kind.NUMERIC:
        return [], int(np.count_nonzero(~np.isnan(parts[0])))
    options = len(question.options)
    if question.kind is not Kind.MULTIPLE:
        counts = np.bincount(parts[0][parts[0] >= 0], minlength=options)
        return counts.tolist(), int(counts.sum())
    found: list[int] = []
    for mask in parts:
        room = mask.dtype.itemsize * 8 - 1
        for bit in range(min(room, options - len(found))):
            one = mask.dtype.type(1) << mask.dtype.type(bit)
            found.append(sum(int(np.count_nonzero(mask[chunk] & one)) for chunk in chunks(answers.respondents)))
    top = parts[0].dtype.type(1) << parts[0].dtype.type(parts[0].dtype.itemsize * 8 - 1)
    return found, int(np.count_nonzero(parts[0] & top))


def _note_weight(code: str, weights: np.ndarray, file: AnswerFile) -> None:
    """Kish's design effect n·Σw²/(Σw)² (Kish 1965), and the largest weight against the mean."""
    counting = weights[weights > 0]
    if not len(counting):
        file.report.note(file.name, None, code, "", _("no row has a weight above 0"))
        return
    scaled = counting / counting.max()  # the squares of very large or small weights are no numbers
    effect = len(counting) * float(np.sum(scaled**2)) / float(np.sum(scaled)) ** 2
    if effect > MOST_DESIGN_EFFECT:
        words = _("the design effect is %(effect).2f: the weights cost more than half of the sample")
        file.report.note(file.name, None, code, "", words % {"effect": effect})
    largest = float(counting.max() / counting.mean())
    if largest > MOST_OF_MEAN:
        words = _("the largest weight is %(times).1f times the mean")
        file.report.note(file.name, None, code, f"{counting.max():g}", words % {"times": largest})
