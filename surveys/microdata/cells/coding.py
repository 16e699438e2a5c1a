"""Answers of a chunk as small whole numbers, and which options and nets each number stands for.

A question of one answer is one number a person: 0 for no answer, else the place of the option plus 1. A
multiple-response question is the pattern of its bits: one number where the options are few, else one for each group
of bits, so that histograms stay small; patterns become options again when the histogram is decoded.

Numbers are of the smallest unsigned type that holds them: a chunk of them is worked on many at a time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.columns import mask_spans, mask_width

MOST_BITS = 8  # options of a multiple-response question in one number
MOST_COMPARED = 8  # options that are looked for one by one; more are looked up

Codes = Callable[[slice], np.ndarray]


@dataclass(frozen=True)
class Part:
    """Numbers from 0 to below `size`, of a chunk; `members` is (size, members): 1 where the number means the member.

    Members are the options of the question, then its nets. Number 0 never means any.
    """

    size: int
    codes: Codes
    members: np.ndarray


@dataclass(frozen=True)
class Coded:
    """A question as parts. `answered` is (size of the first part,): 1 where its number means that it was answered."""

    parts: tuple[Part, ...]
    answered: np.ndarray

    @property
    def members(self) -> int:
        return self.parts[0].members.shape[1]

    def is_answered(self, chunk: slice) -> np.ndarray:
        """The same for each respondent of a chunk, as bool."""
        codes = self.parts[0].codes(chunk)
        return codes != 0 if self._is_all_but_zero else self.answered[codes] > 0

    @cached_property
    def _is_all_but_zero(self) -> bool:
        """Whether only number 0 means no answer, so that nothing need be looked up."""
        return not self.answered[0] and bool(self.answered[1:].all())


def small_type(size: int) -> np.dtype:
    """The smallest unsigned type of numbers below `size`."""
    return np.min_scalar_type(max(size - 1, 0))


def coded(answers: Answers, question: Question, *, most_bits: int = MOST_BITS) -> Coded:
    """A multiple-response question of up to `most_bits` options becomes one part.

    ValueError for a question without options: its numbers are not codes.
    """
    if not question.kind.has_options:
        raise ValueError(f"{question.code} is {question.kind}, expected a question with options")
    if question.kind is Kind.MULTIPLE:
        return _coded_masks(answers, question, most_bits)
    return _coded_choice(answers, question)


def _coded_choice(answers: Answers, question: Question) -> Coded:
    (column,) = answers.parts(question)
    options = len(question.options)
    answered = np.ones(options + 1)
    answered[0] = 0
    chosen_by = np.vstack([np.zeros(options), np.eye(options)])
    # As an unsigned number -1 is the largest there is, so that adding 1 makes it 0.
    unsigned = np.dtype(f"u{column.dtype.itemsize}")
    one = unsigned.type(1)

    def codes(chunk: slice) -> np.ndarray:
        return np.asarray(column[chunk]).view(unsigned) + one

    return Coded((Part(options + 1, codes, _with_nets(question, chosen_by)),), answered)


def _coded_masks(answers: Answers, question: Question, most_bits: int) -> Coded:
    """One part where all options fit, else "asked", a part a group of bits, and one a net that groups share."""
    options, masks = len(question.options), answers.parts(question)
    width = mask_width(options)
    if options <= most_bits:
        return _coded_pattern(question, masks[0], width)
    parts = [Part(2, _asked_codes(masks[0], width), np.zeros((2, options + len(question.nets))))]
    for (start, end), mask in zip(mask_spans(options), masks, strict=True):
        groups = -(-(end - start) // MOST_BITS)
        bounds = np.linspace(start, end, groups + 1).astype(int)
        for first, last in zip(bounds[:-1], bounds[1:], strict=True):
            parts.append(_group_part(question, mask, start, range(first, last)))
    parts += [_net_part(question, masks, number) for number in range(len(question.nets))]
    return Coded(tuple(parts), np.array([0.0, 1.0]))


def _coded_pattern(question: Question, mask: np.ndarray, width: int) -> Coded:
    """0 for not asked, else the pattern of the bits plus 1."""
    options = len(question.options)
    size = (1 << options) + 1
    kind = small_type(size)
    low, shift, one = mask.dtype.type((1 << options) - 1), mask.dtype.type(width - 1), kind.type(1)
    chosen_by = np.zeros((size, options))
    chosen_by[1:] = np.arange(size - 1)[:, None] >> np.arange(options) & 1
    answered = np.ones(size)
    answered[0] = 0

    def codes(chunk: slice) -> np.ndarray:
        part = np.asarray(mask[chunk])
        return ((part & low).astype(kind) + one) * (part >> shift).astype(kind)

    return Coded((Part(size, codes, _with_nets(question, chosen_by)),), answered)


def _asked_codes(mask: np.ndarray, width: int) -> Codes:
    shift = mask.dtype.type(width - 1)
    return lambda chunk: (np.asarray(mask[chunk]) >> shift).astype(np.uint8)


def _group_part(question: Question, mask: np.ndarray, start: int, places: range) -> Part:
    """The bits of some options of one mask, whose first option is at `start`; nets are parts of their own."""
    shift, low = mask.dtype.type(places.start - start), mask.dtype.type((1 << len(places)) - 1)
    size = 1 << len(places)
    members = np.zeros((size, len(question.options) + len(question.nets)))
    for bit, place in enumerate(places):
        members[:, place] = np.arange(size) >> bit & 1
    kind = small_type(size)
    return Part(size, lambda chunk: ((np.asarray(mask[chunk]) >> shift) & low).astype(kind), members)


def _net_part(question: Question, masks: list[np.ndarray], number: int) -> Part:
    members = np.zeros((2, len(question.options) + len(question.nets)))
    members[1, len(question.options) + number] = 1
    has_any = chosen(question, masks, question.members(question.nets[number].code))
    return Part(2, lambda chunk: has_any(chunk).view(np.uint8), members)


def chosen(question: Question, columns: list[np.ndarray], places: tuple[int, ...]) -> Callable[[slice], np.ndarray]:
    """Whether each respondent of a chunk gave any of these options, as bool."""
    if question.kind is not Kind.MULTIPLE:
        return _chose_one(columns[0], places, len(question.options))
    wanted = []
    for (start, end), mask in zip(mask_spans(len(question.options)), columns, strict=True):
        bits = sum(1 << (place - start) for place in places if start <= place < end)
        wanted += [(mask, mask.dtype.type(bits))] if bits else []

    def has_any(chunk: slice) -> np.ndarray:
        found = (np.asarray(wanted[0][0][chunk]) & wanted[0][1]) != 0
        for mask, bits in wanted[1:]:
            found |= (np.asarray(mask[chunk]) & bits) != 0
        return found

    return has_any


def _chose_one(column: np.ndarray, places: tuple[int, ...], options: int) -> Callable[[slice], np.ndarray]:
    lookup = np.zeros(options + 1, dtype=bool)
    lookup[[place + 1 for place in places]] = True

    def is_one(chunk: slice) -> np.ndarray:
        part = np.asarray(column[chunk])
        if len(places) > MOST_COMPARED:
            return lookup[part.astype(np.intp) + 1]
        found = part == places[0]
        for place in places[1:]:
            found |= part == place
        return found

    return is_one


def _with_nets(question: Question, chosen_by: np.ndarray) -> np.ndarray:
    """(size, options) → (size, members): a net is any of its options."""
    nets = [chosen_by[:, list(question.members(net.code))].max(axis=1) for net in question.nets]
    return np.column_stack([chosen_by, *nets])
