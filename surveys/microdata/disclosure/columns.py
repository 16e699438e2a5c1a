"""Which columns of a public table are hidden: small ones, and those from which small ones could be worked out."""

from collections.abc import Mapping

import numpy as np

from surveys.microdata.cells.cube import ANSWERED, BEFORE, EVERYBODY, CellCube
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.disclosure.atoms import LEAST_PEOPLE, is_few
from surveys.microdata.disclosure.partitions import ANY, Literal, Partition, column_literal, condition_literal
from surveys.microdata.disclosure.telling_apart import ONLY_SECOND, People, is_told_apart
from surveys.microdata.statistics.shares import effective_base
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.table import TableSpec

LEAST_TESTED = 30  # people, and effective people


def hidden_columns(
    answers: Answers, spec: TableSpec, cubes: Mapping[tuple[str, str], CellCube]
) -> frozenset[tuple[str, str]]:
    """Keys (break, column) of the columns that are hidden wholly; `cubes` are those of the table."""
    people = People(answers, spec.rows, spec.weight)
    questions, conditions = answers.codebook.by_code, _conditions(answers, spec)
    hidden = set()
    for code in spec.breaks:
        banner = _Banner(people, questions[code], conditions, cubes[spec.rows, code].bases.n)
        hidden |= {(code, column) for column in banner.hidden()}
    return frozenset(hidden)


def hidden_lines(
    answers: Answers, spec: TableSpec, cubes: Mapping[tuple[str, str], CellCube]
) -> dict[str, frozenset[str]]:
    """Break → rows of it that are hidden: those that would be hidden as columns if rows and break were exchanged.

    The same people stand in a column of one table and in a row of the other.
    """
    question, conditions = answers.codebook.by_code[spec.rows], _conditions(answers, spec)
    found: dict[str, frozenset[str]] = dict.fromkeys(spec.breaks, frozenset())
    if not question.may_break(is_public=True):
        return found
    for code in spec.breaks:
        if code != spec.rows:
            people, cube = People(answers, code, spec.weight), cubes[spec.rows, code]
            bases = [people.size(conditions), cube.bases.n[ANSWERED], *cube.cells.n[:, ANSWERED]]
            found[code] = frozenset(_Banner(people, question, conditions, np.array(bases)).hidden())
    return found


def _conditions(answers: Answers, spec: TableSpec) -> list[Literal]:
    return [condition_literal(answers.codebook.by_code[each.question], each) for each in spec.filter]


def untested_columns(
    answers: Answers, spec: TableSpec, cubes: Mapping[tuple[str, str], CellCube]
) -> frozenset[tuple[str, str]]:
    """Keys of the columns with fewer than 30 people or effective people: shown as unreliable, and not tested."""
    found = set()
    for code in spec.breaks:
        bases, question = cubes[spec.rows, code].bases, answers.codebook.by_code[code]
        effective = effective_base(bases.w, bases.w2)[BEFORE:]
        small = (bases.n[BEFORE:] < LEAST_TESTED) | ~(effective >= LEAST_TESTED)  # undefined is small
        for each, is_small in zip(question.codes, small.tolist(), strict=True):
            if is_small:
                found.add((code, each))
    return frozenset(found)


class _Banner:
    """The columns of one break. `bases` are people by column of the cube."""

    def __init__(self, people: People, question: Question, conditions: list[Literal], bases: np.ndarray):
        self.people, self.question, self.conditions = people, question, conditions
        self.answered = int(bases[ANSWERED])
        self.missing = int(bases[EVERYBODY]) - self.answered
        self.bases = dict(zip(question.codes, bases[BEFORE:].astype(int).tolist(), strict=True))

    def hidden(self) -> set[str]:
        if self.question.kind is not Kind.MULTIPLE and not self.conditions:
            counts = [self.missing, *(self.bases[option.code] for option in self.question.options)]
            self.people.know(Partition(self.question.code), np.array(counts))
        found = {code for code in self.bases if not self._may_stand(code)}
        self._complement(found)
        if self.question.kind is Kind.MULTIPLE:
            self._leave_nobody(found)
        return found

    def _may_stand(self, code: str) -> bool:
        if self.bases[code] < LEAST_PEOPLE:
            return False
        literal = column_literal(self.question, code)
        if literal.partition.groups and not self.conditions:
            counts = [self.missing, self.answered - self.bases[code], self.bases[code]]
            self.people.know(literal.partition, np.array(counts))
        return is_told_apart(self.people, [literal, *self.conditions])

    def _complement(self, hidden: set[str]) -> None:
        """Adds the smallest columns until at least two are hidden, of ten people together.

        People without an answer to the break are a column that is not shown: where they are 1 to 9, they count as
        hidden, because the total less the columns would be them. Columns of nobody hide nobody and do not count.
        """
        options = [option.code for option in self.question.options]
        counted = [self.bases[code] for code in options if code in hidden and self.bases[code]]
        counted += [self.missing] if is_few(self.missing) else []
        while counted and (len(counted) < 2 or sum(counted) < LEAST_PEOPLE):
            smallest = self._hide_smallest(hidden)
            if smallest is None:
                return
            counted.append(self.bases[smallest])

    def _hide_smallest(self, hidden: set[str]) -> str | None:
        """The code of the smallest option that was shown, which is now hidden."""
        shown = [option.code for option in self.question.options if option.code not in hidden]
        if not shown:
            return None
        smallest = min(shown, key=lambda code: (self.bases[code], shown.index(code)))
        hidden.add(smallest)
        return smallest

    def _leave_nobody(self, hidden: set[str]) -> None:
        """Where columns overlap: the total and the nets have nobody, or ten people, outside the columns shown."""
        while is_few(self._outside(self._places(hidden))) and self._hide_smallest(hidden):
            pass
        for net in self.question.nets:
            members = set(self.question.members(net.code))
            shown = tuple(sorted(members & set(self._places(hidden))))
            if net.code not in hidden and shown and members - set(shown):
                groups = (shown, tuple(sorted(members - set(shown))))
                if is_few(self._counts(groups)[ONLY_SECOND]):
                    hidden.add(net.code)

    def _places(self, hidden: set[str]) -> tuple[int, ...]:
        return tuple(place for place, option in enumerate(self.question.options) if option.code not in hidden)

    def _outside(self, places: tuple[int, ...]) -> int:
        """People of the table in none of these options."""
        if not places:
            return 0
        return int(self._counts((places,))[:ANY].sum())

    def _counts(self, groups: tuple[tuple[int, ...], ...]) -> np.ndarray:
        return self.people.counts([Partition(self.question.code, groups)], self.conditions)
