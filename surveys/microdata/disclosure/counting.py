"""How many people stand where several divisions meet: the only numbers that disclosure control looks at."""

from functools import lru_cache

import numpy as np

from surveys.microdata.cells.coding import coded
from surveys.microdata.cells.selecting import chunks, keeping
from surveys.microdata.codebook.questions import Kind
from surveys.microdata.disclosure.partitions import Partition, codes_of
from surveys.microdata.store.answers import Answers

EVERY_ROW = ""  # in place of a row question: everybody, whatever they answered
MOST_KEPT = 1024  # counts that a process keeps; answers of a revision never change
LARGEST_KEPT = 4096  # numbers in one of them


def count_people(answers: Answers, rows: str, weight: str, partitions: tuple[Partition, ...]) -> np.ndarray:
    """People with a weight above 0 who answered the row question, one dimension a division."""
    sizes = [each.size(answers.codebook.by_code[each.question]) for each in partitions]
    if answers.revision and np.prod(sizes) <= LARGEST_KEPT:
        return _kept(_Stored(answers, weight), rows, partitions)
    return _counted(answers, rows, weight, partitions)


class _Stored:
    """Answers by their revision, so that counts of them can be kept."""

    def __init__(self, answers: Answers, weight: str):
        self.answers, self.weight = answers, weight
        self.key = (answers.revision, weight)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other) -> bool:
        return self.key == other.key


@lru_cache(maxsize=MOST_KEPT)
def _kept(stored: _Stored, rows: str, partitions: tuple[Partition, ...]) -> np.ndarray:
    found = np.asarray(_counted(stored.answers, rows, stored.weight, partitions))  # a scalar without partitions
    found.flags.writeable = False
    return found


def _counted(answers: Answers, rows: str, weight: str, partitions: tuple[Partition, ...]) -> np.ndarray:
    sizes = [each.size(answers.codebook.by_code[each.question]) for each in partitions]
    length = int(np.prod([2, *sizes]))
    answered, keep = _answered(answers, rows), keeping(answers, (), weight)
    codes = [codes_of(answers, each) for each in partitions]
    total = np.zeros(length, dtype=np.int64)
    for chunk in chunks(answers.respondents):
        combined, kept = answered(chunk), keep(chunk)
        combined = combined if kept is None else combined * kept
        for each, size in zip(codes, sizes, strict=True):
            combined = combined * size + each(chunk)
        total += np.bincount(combined, minlength=length)
    return total.reshape(2, *sizes)[1]


def _answered(answers: Answers, rows: str):
    """1 for each respondent of a chunk who answered the row question, else 0."""
    if rows == EVERY_ROW:
        return lambda chunk: np.ones(chunk.stop - chunk.start, dtype=np.intp)
    question = answers.codebook.by_code[rows]
    if question.kind is Kind.NUMERIC:
        column = answers.columns[rows]
        return lambda chunk: (~np.isnan(column[chunk])).astype(np.intp)
    found = coded(answers, question)
    return lambda chunk: found.is_answered(chunk).astype(np.intp)
