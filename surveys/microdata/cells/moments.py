"""Sums of numbers, of numeric questions and of scales whose options have values, by the columns of a break."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from surveys.microdata.cells.coding import Coded
from surveys.microdata.cells.cube import Moments, Sums
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.store.answers import Answers

POWERS = ("n", "w", "w2", "wx", "w2x", "w2xx", "wxx")


@dataclass(frozen=True)
class Numbers:
    """The number of each respondent of a chunk, NaN for none; `centre` is near their mean, so that sums stay exact."""

    values: Callable[[slice], np.ndarray]
    centre: float

    def tally(self, banner: Coded) -> "MomentTally":
        return MomentTally(self, banner)


def numbers_of(answers: Answers, question: Question) -> Numbers | None:
    """None where the question has no numbers, or nobody gave one."""
    if question.kind is Kind.NUMERIC:
        column = answers.columns[question.code]
        return _centred(lambda chunk: np.asarray(column[chunk]), column)
    if question.kind is Kind.MULTIPLE or not question.has_values:
        return None
    (codes,) = answers.parts(question)
    values = [np.nan if option.value is None else option.value for option in question.options]
    lookup = np.array([np.nan, *values])
    return Numbers(lambda chunk: lookup[codes[chunk].astype(np.intp) + 1], float(np.nanmean(lookup)))


def _centred(values: Callable[[slice], np.ndarray], column: np.ndarray) -> Numbers:
    """Centred at the mean of the first numbers: near enough, and the same in every run."""
    start = np.asarray(column[: 1 << 16])
    start = start[~np.isnan(start)]
    return Numbers(values, float(start.mean()) if start.size else 0.0)


class MomentTally:
    """Adds up chunks; each pair of parts of the break has its own histogram."""

    def __init__(self, numbers: Numbers, banner: Coded):
        self.numbers, self.banner = numbers, banner
        count = range(len(banner.parts))
        self.pairs = [(a, b) for a in count for b in count if a <= b]
        self.sums: dict[tuple[int, int], dict[str, Any]] = {pair: dict.fromkeys(POWERS, 0.0) for pair in self.pairs}

    def add(self, x: np.ndarray, kept: np.ndarray | None, weights, columns: list[np.ndarray]) -> None:
        """`x` are numbers of respondents of a chunk, NaN for none; weights and their squares are None for no weight."""
        x = x - self.numbers.centre
        is_counted = ~np.isnan(x) if kept is None else ~np.isnan(x) & kept
        x = x[is_counted]
        w, w2 = (np.ones_like(x) if each is None else each[is_counted] for each in weights)
        powers = {"n": None, "w": w, "w2": w2, "wx": w * x, "w2x": w2 * x, "w2xx": w2 * x * x, "wxx": w * x * x}
        codes = [column[is_counted].astype(np.intp) for column in columns]
        for (a, b), sums in self.sums.items():
            length, combined = self._combined(a, b, codes)
            for name, power in powers.items():
                sums[name] = sums[name] + np.bincount(combined, power, length)

    def _combined(self, a: int, b: int, codes: list[np.ndarray]) -> tuple[int, np.ndarray]:
        size = self.banner.parts[b].size
        if a == b:
            return size, codes[a]
        return self.banner.parts[a].size * size, codes[a] * size + codes[b]

    def found(self) -> tuple[Moments, Moments]:
        """By column, and by two columns at once."""
        both = {name: self._decoded(name) for name in POWERS}
        one = {name: np.diagonal(array) for name, array in both.items()}
        return self._moments(one), self._moments(both)

    def _decoded(self, name: str) -> np.ndarray:
        total = np.zeros((self.banner.members, self.banner.members))
        for (a, b), sums in self.sums.items():
            left, right = self.banner.parts[a].members, self.banner.parts[b].members
            array = np.broadcast_to(sums[name], self._length(a, b))
            if a == b:
                total += left.T @ (array[:, None] * left)
            else:
                shared = left.T @ array.reshape(left.shape[0], right.shape[0]) @ right
                total += shared + shared.T
        return total

    def _length(self, a: int, b: int) -> int:
        return self.banner.parts[a].size * (1 if a == b else self.banner.parts[b].size)

    def _moments(self, found: dict[str, np.ndarray]) -> Moments:
        sums = Sums(found["n"], found["w"], found["w2"])
        return Moments(self.numbers.centre, sums, found["wx"], found["w2x"], found["w2xx"], found["wxx"])
