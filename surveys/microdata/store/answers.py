"""Answers: the columns of a dataset, in memory or mapped from its folder, with the codebook that explains them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.store.columns import checked, file_names


@dataclass(frozen=True)
class Answers:
    """`columns` maps names of stored columns (columns.file_names) to arrays of one number a respondent.

    revision   SHA-256 of columns and codebook, empty for answers that are not stored
    """

    codebook: Codebook
    respondents: int
    columns: Mapping[str, np.ndarray]
    revision: str = ""
    _designs: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def check(self) -> None:
        """ValueError where a column is missing or is not as its question says."""
        for question in self.stored:
            checked(question, self.parts(question), self.respondents)
        raked = self.codebook.weighting
        if raked and self.columns[raked.code].shape != (self.respondents,):
            raise ValueError(f"{raked.code}: expected a weight for each of {self.respondents} respondents")

    def parts(self, question: Question) -> list[np.ndarray]:
        """The stored columns of a question: several where its options fill several masks."""
        return [self.columns[name] for name in file_names(question)]

    def weight(self, code: str) -> np.ndarray | None:
        """The weights of that code; None for "", where everybody counts once."""
        if not code:
            return None
        if code not in self.codebook.weights:
            raise KeyError(code)
        return self.columns[code]

    def design(self, weight: str) -> int:
        """Respondents with a weight above 0 in the whole dataset: N of the standard errors."""
        if weight not in self._designs:
            weights = self.weight(weight)
            self._designs[weight] = self.respondents if weights is None else int(np.count_nonzero(weights > 0))
        return self._designs[weight]

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """Names of all stored columns; the raked weight, which is no question of the file, stands last."""
        names = [name for question in self.stored for name in file_names(question)]
        return tuple(names + ([self.codebook.weighting.code] if self.codebook.weighting else []))

    @cached_property
    def stored(self) -> tuple[Question, ...]:
        return tuple(question for question in self.codebook.questions if question.kind.is_stored)

    def is_multiple(self, code: str) -> bool:
        return self.codebook.by_code[code].kind is Kind.MULTIPLE
