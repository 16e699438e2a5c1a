"""Whether a group of people may be shown beside all the other groups that readers can ask for.

A group is one to three literals: an option of a break, and the conditions of a filter. It does not matter which of
them stands in the columns and which in the filter, so exchanging break and filter gives nothing new.

One literal is made of whole atoms; two are shown where crossings.py lets them; of three, each two are, among everybody
and among the people of the third.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from surveys.microdata.disclosure.atoms import Atoms, atoms_of, is_few
from surveys.microdata.disclosure.counting import count_people
from surveys.microdata.disclosure.crossings import can_be_shown, hidden_cells
from surveys.microdata.disclosure.partitions import NONE, Literal, Partition
from surveys.microdata.store.answers import Answers

MOST_JOINED = 6  # options of a multiple-response question that a filter may join: each combination is counted
ONLY_SECOND = 3  # of two groups of options: the second, and not the first


@dataclass(frozen=True)
class People:
    """Those who answered the row question of a table and have a weight above 0."""

    answers: Answers
    rows: str
    weight: str
    _counted: dict[tuple[Partition, ...], np.ndarray] = field(default_factory=dict, repr=False, compare=False)
    _atoms: dict[Partition, Atoms] = field(default_factory=dict, repr=False, compare=False)
    _crossings: dict[tuple, "Crossing"] = field(default_factory=dict, repr=False, compare=False)

    def counts(self, partitions: Sequence[Partition], within: Sequence[Literal] = ()) -> np.ndarray:
        """One dimension a division, of the people of all literals of `within`."""
        found = self._crossed((*partitions, *(literal.partition for literal in within)))
        for literal in reversed(within):
            found = found[..., sorted(literal.parts)].sum(axis=-1)
        return found

    def know(self, partition: Partition, counts: np.ndarray) -> None:
        """Counts that were made elsewhere, so that they are not made again."""
        self._counted.setdefault((partition,), counts)

    def _crossed(self, divisions: tuple[Partition, ...]) -> np.ndarray:
        """Counted, or summed from a count with more divisions."""
        if divisions not in self._counted:
            larger = [each for each in self._counted if _is_within(divisions, each)]
            if larger:
                counted, counts = larger[0], self._counted[larger[0]]
                rest = tuple(axis for axis, each in enumerate(counted) if each not in divisions)
                kept = [each for each in counted if each in divisions]
                self._counted[divisions] = counts.sum(axis=rest).transpose([kept.index(each) for each in divisions])
            else:
                self._counted[divisions] = count_people(self.answers, self.rows, self.weight, divisions)
        return self._counted[divisions]

    def size(self, literals: Sequence[Literal]) -> int:
        return int(self.counts((), literals))

    def atoms(self, partition: Partition) -> Atoms:
        """What is told apart by this division alone."""
        if partition not in self._atoms:
            self._atoms[partition] = atoms_of(self.counts([partition]), partition)
        return self._atoms[partition]

    def crossing(self, left: Partition, right: Partition, within: Sequence[Literal]) -> "Crossing":
        """The same for each option of a break, so it is worked out once for all of them."""
        key = (left, right, *within)
        if key not in self._crossings:
            counts = self.counts([left, right], within)
            rows, columns = atoms_of(counts.sum(axis=1), left), atoms_of(counts.sum(axis=0), right)
            hidden = hidden_cells(columns.sums(rows.sums(counts, 0), 1), rows, columns)
            self._crossings[key] = Crossing(rows, columns, hidden)
        return self._crossings[key]


@dataclass(frozen=True)
class Crossing:
    """Where two divisions cross: the atoms of each, and (rows, columns) of bool, true for the cells hidden."""

    rows: Atoms
    columns: Atoms
    hidden: np.ndarray

    def shows(self, left: Literal, right: Literal) -> bool:
        rows, columns = self.rows.of(left.parts), self.columns.of(right.parts)
        return rows is not None and columns is not None and can_be_shown(self.hidden, rows, columns)


def _is_within(divisions: tuple[Partition, ...], counted: tuple[Partition, ...]) -> bool:
    """Whether a count has these divisions and more; one with a division twice stands for itself alone."""
    wanted, found = set(divisions), set(counted)
    return len(wanted) == len(divisions) and len(found) == len(counted) and wanted < found


def is_told_apart(people: People, literals: Sequence[Literal]) -> bool:
    """Whether the people of all the literals can be shown as a group."""
    people.counts([literal.partition for literal in literals])  # from which those with fewer divisions are summed
    for literal in literals:
        if people.atoms(literal.partition).of(literal.parts) is None:
            return False
        others = [other for other in literals if other is not literal]
        if literal.joined and not all(_joins(people, literal, within) for within in _subsets(others)):
            return False
    for left, right in combinations(literals, 2):
        third = [literal for literal in literals if literal is not left and literal is not right]
        for within in _subsets(third):
            if not _crosses(people, left, right, within=within) or not _overlaps(people, left, right, within):
                return False
    return len(literals) < 3 or _has_large_corners(people, literals)


def _subsets(literals: Sequence[Literal]) -> list[tuple[Literal, ...]]:
    return [each for size in range(len(literals) + 1) for each in combinations(literals, size)]


def _has_large_corners(people: People, literals: Sequence[Literal]) -> bool:
    """With three literals and their pairs the people in some and not in others can be counted too."""
    corners = people.counts([literal.partition for literal in literals])
    for axis, literal in enumerate(literals):
        moved = np.moveaxis(corners, axis, 0)
        inside = moved[sorted(literal.parts)].sum(axis=0)
        corners = np.moveaxis(np.stack([inside, moved.sum(axis=0) - inside]), 0, axis)
    return not any(is_few(count) for count in corners.flat)


def _crosses(people: People, left: Literal, right: Literal, *, within: Sequence[Literal]) -> bool:
    """Whether the people of both can be shown, beside everything else that is shown where their divisions cross."""
    if _order(people, left) > _order(people, right):  # the same is hidden whichever stands in the columns
        left, right = right, left
    return people.crossing(left.partition, right.partition, within).shows(left, right)


def _order(people: People, literal: Literal) -> tuple:
    codes = list(people.answers.codebook.by_code)
    return codes.index(literal.partition.question), literal.partition.groups


def _joins(people: People, literal: Literal, within: Sequence[Literal]) -> bool:
    """Whether options that overlap can be counted as one: that tells of those who gave some of them and not others.

    Of what a reader joins, every combination is counted, as parts of it can be asked for too; of a net, what is left
    without each option; of either, what nets differ in that hold it or that it holds.
    """
    code, joined = literal.partition.question, literal.joined
    if (not literal.is_net or len(joined) == 2) and not _has_large_patterns(people, code, joined, within):
        return False
    nets = [set(people.answers.codebook.by_code[code].members(net.code)) for net in _nets(people, code)]
    smaller = [{place} for place in joined] + [net for net in nets if net < set(joined)]
    pairs = [(part, set(joined)) for part in smaller] + [(set(joined), net) for net in nets if set(joined) < net]
    return not any(is_few(_left(people, code, inner, outer, within)) for inner, outer in pairs)


def _overlaps(people: People, left: Literal, right: Literal, within: Sequence[Literal]) -> bool:
    """Whether two literals of one multiple-response question can stand together: every combination is counted."""
    code = left.partition.question
    if code != right.partition.question or not left.partition.groups:
        return True
    places = {place for literal in (left, right) for group in literal.partition.groups for place in group}
    return _has_large_patterns(people, code, tuple(sorted(places)), within)


def _has_large_patterns(people: People, code: str, places: tuple[int, ...], within: Sequence[Literal]) -> bool:
    """Whether each combination of the options was given by nobody or by at least ten people."""
    if len(places) > MOST_JOINED:
        return False
    patterns = people.counts([Partition(code, tuple((place,) for place in places))], within)
    return not any(is_few(count) for count in patterns[NONE:])


def _nets(people: People, code: str):
    return people.answers.codebook.by_code[code].nets


def _left(people: People, code: str, inner: set[int], outer: set[int], within: Sequence[Literal]) -> int:
    """Who gave any option of `outer`, and none of `inner`."""
    groups = (tuple(sorted(inner)), tuple(sorted(outer - inner)))
    return int(people.counts([Partition(code, groups)], within)[ONLY_SECOND])
