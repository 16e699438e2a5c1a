"""Who counts: respondents that pass a filter and have a weight above 0, chunk by chunk."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from surveys.microdata.cells.coding import chosen, coded
from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.store.answers import Answers

CHUNK = 1 << 16  # respondents; what is worked on stays in the processor's cache

Keep = Callable[[slice], np.ndarray | None]


def chunks(respondents: int) -> Iterator[slice]:
    for start in range(0, respondents, CHUNK):
        yield slice(start, min(start + CHUNK, respondents))


def keeping(answers: Answers, conditions: Sequence[Condition], weight: str) -> Keep:
    """Whether each respondent of a chunk counts, as bool; None where everybody does."""
    tests = [_passing(answers, condition) for condition in conditions]
    weights = answers.weight(weight)
    if weights is not None and answers.design(weight) < answers.respondents:
        tests.append(lambda chunk: weights[chunk] > 0)

    def keep(chunk: slice) -> np.ndarray | None:
        found: np.ndarray | None = None
        for test in tests:
            found = test(chunk) if found is None else found & test(chunk)
        return found

    return keep


def count_kept(answers: Answers, conditions: Sequence[Condition], weight: str = "") -> int:
    """How many respondents pass a filter and have a weight above 0."""
    if not conditions:
        return answers.design(weight)
    keep, count = keeping(answers, conditions, weight), 0
    for chunk in chunks(answers.respondents):
        kept = keep(chunk)
        count += chunk.stop - chunk.start if kept is None else int(np.count_nonzero(kept))
    return count


def _passing(answers: Answers, condition: Condition) -> Callable[[slice], np.ndarray]:
    question = answers.codebook.by_code[condition.question]
    places = {place for code in condition.options for place in question.members(code)}
    has_any = chosen(question, answers.parts(question), tuple(sorted(places)))
    if not condition.is_negated:
        return has_any
    answered = coded(answers, question)
    return lambda chunk: answered.is_answered(chunk) & ~has_any(chunk)
