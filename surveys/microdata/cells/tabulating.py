"""Answers → CellCubes, in one pass over the columns: histograms of combined numbers by np.bincount, then decoded."""

from collections.abc import Sequence

import numpy as np

from surveys.microdata.cells.coding import MOST_BITS, Coded, Part, coded
from surveys.microdata.cells.cube import CellCube, Sums
from surveys.microdata.cells.histograms import Chunk, Histogram, combined
from surveys.microdata.cells.moments import Numbers, numbers_of
from surveys.microdata.cells.selecting import chunks, keeping
from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.store.answers import Answers

NO_BREAK = ""
MOST_BITS_WHOLE = 12  # options of a multiple-response question that is one number where histograms stay small
LARGEST_HISTOGRAM = 1 << 16  # numbers; it is made anew for each chunk


def tabulate(
    answers: Answers,
    rows: str,
    break_code: str = NO_BREAK,
    *,
    conditions: Sequence[Condition] = (),
    weight: str = "",
) -> CellCube:
    """The cube of one row question by one break; `break_code` may be left out."""
    return tabulate_all(answers, [rows], [break_code], conditions=conditions, weight=weight)[rows, break_code]


def tabulate_all(
    answers: Answers,
    rows: Sequence[str],
    breaks: Sequence[str] = (NO_BREAK,),
    *,
    conditions: Sequence[Condition] = (),
    weight: str = "",
) -> dict[tuple[str, str], CellCube]:
    """(row question, break) → cube, for every pair; each column is read once for all of them."""
    questions = answers.codebook.by_code
    # How a question is coded goes by the pair alone, so that its sums are the same to the last digit in any company.
    forms = {
        (code, bits): _banner(answers, questions[code] if code else None, bits)
        for code in breaks
        for bits in {_banner_bits(questions[row]) for row in rows}
    }
    tallies: dict[tuple[str, str], _Tally] = {}
    for row in rows:
        for code in breaks:
            banner = forms[code, _banner_bits(questions[row])]
            tallies[row, code] = _Tally(_RowCodes(answers, questions[row], banner), banner)
    keep, weights = keeping(answers, conditions, weight), answers.weight(weight)
    for chunk in chunks(answers.respondents):
        part = Chunk(chunk, keep(chunk), weights)
        numbers = {form: [part.pick(each.codes(chunk)) for each in banner.parts] for form, banner in forms.items()}
        for (row, code), tally in tallies.items():
            tally.add(part, numbers[code, _banner_bits(questions[row])])
    return {key: tally.cube() for key, tally in tallies.items()}


def _banner_bits(row: Question) -> int:
    """Two patterns of many options would make a histogram of too many numbers."""
    return MOST_BITS if row.kind is Kind.MULTIPLE else MOST_BITS_WHOLE


def _banner(answers: Answers, question: Question | None, most_bits: int) -> Coded:
    """The break with EVERYBODY and ANSWERED as its first members; without a break everybody is number 1."""
    if question is None:
        return Coded((Part(1, _zeros, np.ones((1, 2))),), np.ones(1))
    found = coded(answers, question, most_bits=most_bits)
    parts = []
    for number, part in enumerate(found.parts):
        before = np.zeros((part.size, 2))
        if number == 0:
            before[:, 0], before[:, 1] = 1, found.answered
        parts.append(Part(part.size, part.codes, np.hstack([before, part.members])))
    return Coded(tuple(parts), found.answered)


def _zeros(chunk: slice) -> np.ndarray:
    return np.zeros(chunk.stop - chunk.start, dtype=np.uint8)


class _RowCodes:
    """The row question as numbers; a numeric one has no options, but is answered or not."""

    def __init__(self, answers: Answers, question: Question, banner: Coded):
        self.numbers: Numbers | None = numbers_of(answers, question)
        whole = len(banner.parts) == 1 and banner.parts[0].size << MOST_BITS_WHOLE <= LARGEST_HISTOGRAM
        if question.kind is Kind.NUMERIC:
            column = answers.columns[question.code]
            self.coded = Coded(
                (Part(2, lambda chunk: (~np.isnan(column[chunk])).view(np.uint8), np.zeros((2, 0))),),
                np.array([0.0, 1.0]),
            )
        else:
            self.coded = coded(answers, question, most_bits=MOST_BITS_WHOLE if whole else MOST_BITS)


class _Tally:
    """What one row question by one break adds up to."""

    def __init__(self, rows: _RowCodes, banner: Coded):
        self.rows, self.banner = rows, banner
        parts = rows.coded.parts
        self.cells = {
            (r, c): Histogram(part.size, column.size)
            for r, part in enumerate(parts)
            for c, column in enumerate(banner.parts)
        }
        several = range(len(banner.parts))
        self.pairs = {
            (a, b): Histogram(2, banner.parts[a].size, banner.parts[b].size) for a in several for b in several if a < b
        }
        self.moments = rows.numbers.tally(banner) if rows.numbers else None

    def add(self, chunk: Chunk, columns: list[np.ndarray]) -> None:
        coded_rows = self.rows.coded
        first = np.zeros(0, dtype=np.uint8)
        for r, part in enumerate(coded_rows.parts):
            codes = chunk.pick(part.codes(chunk.place))
            if chunk.kept is not None:
                codes *= chunk.kept.view(np.uint8)
            first = codes if r == 0 else first
            for c, numbers in enumerate(columns):
                self.cells[r, c].add(combined(codes, numbers, part.size, self.banner.parts[c].size), chunk)
        if self.pairs or self.moments:
            answered = np.asarray(first > 0).view(np.uint8)
            for (a, b), histogram in self.pairs.items():
                _, left, right = histogram.sizes
                both = combined(answered, columns[a], 2, left)
                histogram.add(combined(both, columns[b], 2 * left, right), chunk)
            if self.moments:
                x = chunk.pick(self.moments.numbers.values(chunk.place))
                self.moments.add(x, chunk.kept, (chunk.weights, chunk.squares), columns)

    def cube(self) -> CellCube:
        overlap = self._overlap()
        moments, overlap_moments = self.moments.found() if self.moments else (None, None)
        return CellCube(self._cells(), _diagonal(overlap), overlap, moments, overlap_moments)

    def _cells(self) -> Sums:
        count = (self.rows.coded.members, self.banner.members)
        totals = [np.zeros(count) for _ in range(3)]
        for (r, c), histogram in self.cells.items():
            left, right = self.rows.coded.parts[r].members, self.banner.parts[c].members
            for total, array in zip(totals, histogram.arrays, strict=True):
                total += left.T @ array @ right
        return Sums(*totals)

    def _overlap(self) -> Sums:
        """People who answered the row question, in two columns at once."""
        totals = [np.zeros((self.banner.members, self.banner.members)) for _ in range(3)]
        for c, part in enumerate(self.banner.parts):
            for total, array in zip(totals, self.cells[0, c].arrays, strict=True):
                total += part.members.T @ ((self.rows.coded.answered @ array)[:, None] * part.members)
        for (a, b), histogram in self.pairs.items():
            left, right = self.banner.parts[a].members, self.banner.parts[b].members
            for total, array in zip(totals, histogram.arrays, strict=True):
                shared = left.T @ array[1] @ right
                total += shared + shared.T
        return Sums(*totals)


def _diagonal(sums: Sums) -> Sums:
    return Sums(np.diagonal(sums.n), np.diagonal(sums.w), np.diagonal(sums.w2))
