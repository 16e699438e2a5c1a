"""Ways to divide people by a question, and the parts of one that an option, a net or a condition stands for.

A question of one answer divides people into those without an answer (part 0) and those of each option (place + 1).
A multiple-response question divides nobody by itself, as its options overlap; each of its options, nets and conditions
is a division of its own: not asked (0), asked but none of them (1), any of them (2).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from surveys.microdata.cells.coding import chosen, coded
from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.codebook.questions import Kind, Net, Question
from surveys.microdata.store.answers import Answers

MISSING = 0  # the part of those without an answer, in every division
NONE, ANY = 1, 2  # parts of a division by one group of options


@dataclass(frozen=True)
class Partition:
    """Groups of options of a multiple-response question, or none where the question has one answer a person.

    With several groups a part is a pattern: 1 plus a bit for each group that the person gave any of.
    """

    question: str
    groups: tuple[tuple[int, ...], ...] = ()

    def size(self, question: Question) -> int:
        return (1 << len(self.groups)) + 1 if self.groups else len(question.options) + 1


@dataclass(frozen=True)
class Literal:
    """People in some parts of a division. `joined` are options that were put together by the reader or by a net."""

    partition: Partition
    parts: frozenset[int]
    joined: tuple[int, ...] = ()
    is_net: bool = False


def column_literal(question: Question, column: str) -> Literal:
    """An option or a net of a break."""
    return _literal(question, question.members(column), is_net=isinstance(question.find(column), Net))


def condition_literal(question: Question, condition: Condition) -> Literal:
    places = tuple(sorted({place for code in condition.options for place in question.members(code)}))
    is_net = len(condition.options) == 1
    return _literal(question, places, is_net=is_net, is_negated=condition.is_negated)


def _literal(question: Question, places: tuple[int, ...], *, is_net: bool, is_negated: bool = False) -> Literal:
    if question.kind is not Kind.MULTIPLE:
        wanted = {place + 1 for place in places}
        every = set(range(1, len(question.options) + 1))
        return Literal(Partition(question.code), frozenset(every - wanted if is_negated else wanted))
    joined = places if len(places) > 1 else ()
    part = NONE if is_negated else ANY
    return Literal(Partition(question.code, (places,)), frozenset({part}), joined, is_net)


def codes_of(answers: Answers, partition: Partition) -> Callable[[slice], np.ndarray]:
    """The part of each respondent of a chunk."""
    question = answers.codebook.by_code[partition.question]
    columns = answers.parts(question)
    if not partition.groups:
        return lambda chunk: columns[0][chunk].astype(np.intp) + 1
    asked = coded(answers, question)
    tests = [chosen(question, columns, group) for group in partition.groups]

    def codes(chunk: slice) -> np.ndarray:
        pattern = np.ones(chunk.stop - chunk.start, dtype=np.intp)
        for bit, test in enumerate(tests):
            pattern += test(chunk).astype(np.intp) << bit
        return pattern * asked.is_answered(chunk)

    return codes
