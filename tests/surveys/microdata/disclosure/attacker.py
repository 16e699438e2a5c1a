"""An attacker who asks every public table there is, and works with exact counts as if nothing had been rounded.

People are told apart by their cell: how they answered every question that may be a break. A published group is a set
of cells. Two attacks:

differencing   two published groups, one of which holds the other by what was asked, with 1 to 9 people between them
algebra        a group of 1 to 9 people whose answers follow from published groups by adding and subtracting
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.publishing import RefusedTable, table_for
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.table import SUPPRESSED, Audience, TableSpec

FEW = range(1, 10)
NOTHING = 1e-9


@dataclass(frozen=True)
class Group:
    """`cells` is (cells,) of bool; `asked` says how it was asked for."""

    cells: np.ndarray
    people: int
    asked: str


class Attacker:
    """`breaks` are the public questions; everybody counts once."""

    def __init__(self, answers: Answers, rows: str, breaks: list[str]):
        self.answers, self.rows, self.breaks = answers, rows, breaks
        self.questions = [answers.codebook.by_code[code] for code in breaks]
        self.space = list(product(*(_ways(question) for question in self.questions)))
        self.counts = self._count()

    def _count(self) -> np.ndarray:
        """People in each cell who answered the row question."""
        said = [_said(self.answers, question) for question in self.questions]
        (rows,) = self.answers.parts(self.answers.codebook.by_code[self.rows])
        places = {cell: place for place, cell in enumerate(self.space)}
        counts = np.zeros(len(self.space), dtype=int)
        for person in np.flatnonzero(rows >= 0):
            counts[places[tuple(each[person] for each in said)]] += 1
        return counts

    def group(self, literals: list[tuple[str, tuple[int, ...], bool]], asked: str = "") -> Group:
        """People who gave any of the options of each literal (question, places, is it negated)."""
        cells = np.ones(len(self.space), dtype=bool)
        for code, places, is_negated in literals:
            question = self.breaks.index(code)
            ways = [cell[question] for cell in self.space]
            cells &= np.array([way is not None and bool(way & set(places)) != is_negated for way in ways])
        return Group(cells, int(self.counts[cells].sum()), asked)

    def published(self, conditions: int = 2) -> list[Group]:
        """Every group that a public table shows, once, with filters of at most so many conditions."""
        found: dict[bytes, Group] = {}
        for conditions_asked in self._filters(conditions):
            for group in self._shown(conditions_asked):
                found.setdefault(group.cells.tobytes(), group)
        return list(found.values())

    def _filters(self, most: int) -> Iterator[tuple[Condition, ...]]:
        single = {question.code: list(_conditions(question)) for question in self.questions}
        for size in range(most + 1):
            for codes in combinations(self.breaks, size):
                yield from product(*(single[code] for code in codes))

    def _shown(self, conditions: tuple[Condition, ...]) -> Iterator[Group]:
        try:
            table = table_for(self.answers, TableSpec(self.rows, tuple(self.breaks), conditions), Audience.PUBLIC)
        except RefusedTable:
            return
        fixed = [(each.question, self._members(each.question, each.options), each.is_negated) for each in conditions]
        asked = " and ".join(map(str, conditions)) or "everybody"
        yield self.group(fixed, asked)
        for column in table.columns:
            if column.status != SUPPRESSED:
                own = (column.break_code, self._members(column.break_code, (column.code,)), False)
                yield self.group([*fixed, own], f"{column.break_code}={column.code} | {asked}")

    def _members(self, code: str, options: tuple[str, ...]) -> tuple[int, ...]:
        question = self.answers.codebook.by_code[code]
        return tuple(sorted({place for option in options for place in question.members(option)}))

    def by_differencing(self, groups: list[Group]) -> list[str]:
        """Pairs of published groups with 1 to 9 people between them."""
        cells = np.array([group.cells for group in groups], dtype=np.float32)
        people = np.array([group.people for group in groups])
        holds = cells @ (1 - cells).T == 0  # [a, b]: a lies within b
        between = people[None, :] - people[:, None]
        pairs = np.argwhere(holds & np.isin(between, FEW))
        return [f"{groups[b].asked} less {groups[a].asked}: {between[a, b]}" for a, b in pairs]

    def by_algebra(self, groups: list[Group], literals: int = 2) -> list[str]:
        """Groups of 1 to 9 people, described by at most so many literals, that lie in the span of published groups."""
        matrix = np.array([group.cells for group in groups], dtype=float)
        _u, sizes, directions = np.linalg.svd(matrix, full_matrices=False)
        basis = directions[sizes > NOTHING * sizes.max()]
        targets = [group for group in self._described(literals) if group.people in FEW]
        found = []
        for target in targets:
            vector = target.cells.astype(float)
            rest = vector - basis.T @ (basis @ vector)
            if np.abs(rest).max() < 1e-6:
                found.append(f"{target.asked}: {target.people}")
        return found

    def _described(self, literals: int) -> Iterator[Group]:
        """Every conjunction of parts: an option or its opposite, or no answer."""
        parts = {question.code: list(self._parts(question)) for question in self.questions}
        for size in range(1, literals + 1):
            for codes in combinations(self.breaks, size):
                for chosen in product(*(parts[code] for code in codes)):
                    cells = np.logical_and.reduce([cells for cells, _name in chosen])
                    yield Group(cells, int(self.counts[cells].sum()), " and ".join(name for _cells, name in chosen))

    def _parts(self, question: Question) -> Iterator[tuple[np.ndarray, str]]:
        ways = [cell[self.breaks.index(question.code)] for cell in self.space]
        yield np.array([way is None for way in ways]), f"no {question.code}"
        yield np.array([way is not None for way in ways]), f"any {question.code}"
        for place, option in enumerate(question.options):
            inside = np.array([way is not None and place in way for way in ways])
            yield inside, f"{question.code}={option.code}"
            yield ~inside, f"{question.code}≠{option.code}"


def _ways(question: Question) -> list[frozenset[int] | None]:
    """All that one person can say: None for no answer."""
    places = range(len(question.options))
    if question.kind is not Kind.MULTIPLE:
        return [None, *(frozenset({place}) for place in places)]
    return [None, *(frozenset(each) for size in range(len(places) + 1) for each in combinations(places, size))]


def _said(answers: Answers, question: Question) -> list[frozenset[int] | None]:
    (column,) = answers.parts(question)
    if question.kind is not Kind.MULTIPLE:
        return [None if code < 0 else frozenset({int(code)}) for code in column]
    top = 1 << (column.dtype.itemsize * 8 - 1)
    places = range(len(question.options))
    return [
        frozenset(place for place in places if int(mask) >> place & 1) if int(mask) & top else None for mask in column
    ]


def _conditions(question: Question) -> Iterator[Condition]:
    codes = [option.code for option in question.options]
    for size in range(1, len(codes) + 1):
        for chosen in combinations(codes, size):
            yield Condition(question.code, chosen)
            if size < len(codes) and question.kind is Kind.MULTIPLE:
                yield Condition(question.code, chosen, is_negated=True)  # of one answer it is the other options
