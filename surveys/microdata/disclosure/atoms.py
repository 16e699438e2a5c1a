"""What is told apart in one division of people: the atoms of which every group that is shown is made.

Whatever readers add and subtract of what is shown, they get sums of groups none of which has 1 to 9 people. Which
groups these are follows from the counts alone and not from what was asked before, so nothing has to be remembered of
earlier questions.

Parts of 1 to 9 people are never told apart: together, and with the smallest option where they are fewer than two or
than ten people, they are one atom. A group is shown only where it is made of whole atoms.
"""

from collections.abc import Set
from dataclasses import dataclass

import numpy as np

from surveys.microdata.disclosure.partitions import ANY, MISSING, NONE, Partition

LEAST_PEOPLE = 10


def is_few(count) -> bool:
    """Whether so many people are somebody, but too few."""
    return 0 < count < LEAST_PEOPLE


@dataclass(frozen=True)
class Atoms:
    """`labels` is (parts,): the atom of each part, from 0. Parts of nobody are atoms of their own.

    `is_grouped` says that the division is one of a multiple-response question.
    """

    labels: np.ndarray
    is_grouped: bool

    @property
    def count(self) -> int:
        return int(self.labels.max()) + 1

    def of(self, parts: Set[int]) -> frozenset[int] | None:
        """The atoms that a group is made of; None where it is not made of whole ones."""
        inside = frozenset(int(self.labels[part]) for part in parts)
        outside = {int(label) for part, label in enumerate(self.labels) if part not in parts}
        return None if inside & outside else inside

    def sums(self, counts: np.ndarray, axis: int) -> np.ndarray:
        """Counts by part along an axis → by atom."""
        moved = np.moveaxis(counts, axis, 0)
        total = np.zeros((self.count, *moved.shape[1:]), dtype=counts.dtype)
        np.add.at(total, self.labels, moved)
        return np.moveaxis(total, 0, axis)


def atoms_of(counts: np.ndarray, partition: Partition) -> Atoms:
    """`counts` is (parts,): people in each part."""
    turns = _turns(counts, partition)
    merged = [part for part, count in enumerate(counts) if is_few(count)]
    others = sorted((part for part, count in enumerate(counts) if count >= LEAST_PEOPLE), key=turns.__getitem__)
    while merged and others and (len(merged) < 2 or sum(counts[part] for part in merged) < LEAST_PEOPLE):
        merged.append(others.pop(0))
    labels, following = np.zeros(len(counts), dtype=int), 1 if merged else 0
    for part in range(len(counts)):
        if part not in merged:
            labels[part] = following
            following += 1
    return Atoms(labels, bool(partition.groups))


def _turns(counts: np.ndarray, partition: Partition) -> np.ndarray:
    """Of each part, from 0. The smallest options first, those without an answer last.

    Divisions of one multiple-response question share their people without an answer, and yes and no together are those
    asked, in each of them. So yes and no are hidden together, always in the same way: an answer no goes first.
    """
    if partition.groups:
        order = [NONE, ANY, MISSING]
    else:
        order = sorted(range(len(counts)), key=lambda part: (part == MISSING, counts[part], part))
    turns = np.zeros(len(counts), dtype=int)
    turns[order] = range(len(order))
    return turns
