"""The sums of cells as SQL, for engines that hold a hundred million respondents: one GROUP BY over the same columns.

Statements run as they are in DuckDB and on whatever has `&` for whole numbers. Members of a question are its options,
then its nets, by their place from 0; columns of a break are those of CellCube, EVERYBODY and ANSWERED first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.microdata.cells.cube import BEFORE, EVERYBODY
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import Condition
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.store.columns import MISSING, file_names, mask_spans, mask_width

ALWAYS = "TRUE"


@dataclass(frozen=True)
class CellStatements:
    """Parts of SQL for a row question by a break ("" for none), with a filter and a weight ("" for none).

    table   what stands behind FROM: a table, or read_parquet('answers.parquet')
    """

    codebook: Codebook
    rows: str
    break_code: str = ""
    conditions: Sequence[Condition] = ()
    weight: str = ""
    table: str = "answers"

    def cells(self) -> str:
        """row, column, n, w, w2: who gave an answer and stands in a column. Cells of nobody are left out."""
        members = _members("r", "row", self._question, is_break=False)
        return self._grouped([members, self._columns("c", "column")], self._sums())

    def overlap(self) -> str:
        """left, right, n, w, w2: who answered the row question (multiple: was asked) and stands in both columns."""
        columns = [self._columns("l", "left"), self._columns("r", "right")]
        return self._grouped(columns, self._sums(), _answered(self._question))

    def moments(self, centre: float) -> str:
        """left, right, n, w, w2, wx, w2x, w2xx, wxx: of the numbers less `centre`, of those who gave one."""
        x = f"({_number(self._question)} - {centre!r})"
        w = self._weight
        sums = {
            "wx": f"{w} * {x}",
            "w2x": f"{w} * {w} * {x}",
            "w2xx": f"{w} * {w} * {x} * {x}",
            "wxx": f"{w} * {x} * {x}",
        }
        columns = [self._columns("l", "left"), self._columns("r", "right")]
        return self._grouped(columns, self._sums() | sums, f"{_number(self._question)} IS NOT NULL")

    @property
    def _question(self) -> Question:
        return self.codebook.by_code[self.rows]

    @property
    def _weight(self) -> str:
        return _quoted(self.weight) if self.weight else "1.0"

    def _sums(self) -> dict[str, str]:
        return {"w": self._weight, "w2": f"{self._weight} * {self._weight}"}

    def _columns(self, alias: str, name: str) -> "_Members":
        if self.break_code:
            return _members(alias, name, self.codebook.by_code[self.break_code], is_break=True)
        both = ", ".join(f"({place})" for place in range(BEFORE))
        return _Members(alias, name, f"(VALUES {both}) AS {alias}(place)", ALWAYS)

    def _grouped(self, lists: list["_Members"], sums: dict[str, str], answered: str = ALWAYS) -> str:
        names = ", ".join(f'{each.alias}.place AS "{each.name}"' for each in lists)
        totals = ", ".join(["COUNT(*) AS n", *(f"SUM({term}) AS {name}" for name, term in sums.items())])
        places = ", ".join(f"{each.alias}.place" for each in lists)
        wanted = [answered, *(_passing(self.codebook, each) for each in self.conditions)]
        wanted += [f"{_quoted(self.weight)} > 0"] if self.weight else []
        wanted += [each.condition for each in lists]
        return (
            f"SELECT {names}, {totals}\nFROM {self.table}\n"
            + "".join(f"CROSS JOIN {each.source}\n" for each in lists)
            + "WHERE "
            + "\n  AND ".join(wanted)
            + f"\nGROUP BY {places}"
        )


@dataclass(frozen=True)
class _Members:
    """A list of places to join answers with, and where a respondent stands at a place."""

    alias: str
    name: str
    source: str
    condition: str


def _members(alias: str, name: str, question: Question, *, is_break: bool) -> _Members:
    """Options, then nets; before those of a break EVERYBODY and ANSWERED."""
    places = [question.members(code) for code in question.codes]
    if question.kind is Kind.MULTIPLE:
        return _bit_members(alias, name, question, places, is_break=is_break)
    everyone = tuple(range(len(question.options)))
    before = [(MISSING, *everyone), everyone] if is_break else []
    lines = [(place, code) for place, codes in enumerate([*before, *places]) for code in codes]
    # A numeric question has no members: no code is NULL.
    source = ", ".join(f"({place}, {code})" for place, code in lines) or "(0, NULL)"
    return _Members(
        alias, name, f"(VALUES {source}) AS {alias}(place, code)", f"{_quoted(question.code)} = {alias}.code"
    )


def _bit_members(
    alias: str, name: str, question: Question, places: list[tuple[int, ...]], *, is_break: bool
) -> _Members:
    """A line a member: the bits of it in each mask, of which one is enough. EVERYBODY needs none."""
    names, spans = file_names(question), mask_spans(len(question.options))
    bits = [[_bits(each, span) for span in spans] for each in places]
    if is_break:
        nothing = [0] * len(spans)
        bits = [nothing, [_top_bit(question), *nothing[1:]], *bits]
    lines = ", ".join(
        f"({place}, {', '.join(f'CAST({each} AS UBIGINT)' for each in line)})" for place, line in enumerate(bits)
    )
    columns = ", ".join(f"bits{number}" for number in range(len(spans)))
    stands = [f"(CAST({_quoted(mask)} AS UBIGINT) & {alias}.bits{number}) <> 0" for number, mask in enumerate(names)]
    stands += [f"{alias}.place = {EVERYBODY}"] if is_break else []
    return _Members(alias, name, f"(VALUES {lines}) AS {alias}(place, {columns})", f"({' OR '.join(stands)})")


def _bits(places: Sequence[int], span: tuple[int, int]) -> int:
    start, end = span
    return sum(1 << (place - start) for place in places if start <= place < end)


def _top_bit(question: Question) -> int:
    """The bit that says asked; every mask has it."""
    return 1 << (mask_width(len(question.options)) - 1)


def _chosen(question: Question, places: tuple[int, ...]) -> str:
    """Whether somebody gave any of these options."""
    if question.kind is not Kind.MULTIPLE:
        return f"{_quoted(question.code)} IN ({', '.join(map(str, places))})"
    parts = []
    for span, name in zip(mask_spans(len(question.options)), file_names(question), strict=True):
        bits = _bits(places, span)
        parts += [_has_bits(name, bits)] if bits else []
    return f"({' OR '.join(parts)})"


def _answered(question: Question) -> str:
    if question.kind is Kind.NUMERIC:
        return f"{_quoted(question.code)} IS NOT NULL"
    if question.kind is Kind.MULTIPLE:
        return _has_bits(file_names(question)[0], _top_bit(question))
    return f"{_quoted(question.code)} >= 0"


def _passing(codebook: Codebook, condition: Condition) -> str:
    question = codebook.by_code[condition.question]
    places = sorted({place for code in condition.options for place in question.members(code)})
    chosen = _chosen(question, tuple(places))
    return f"{_answered(question)} AND NOT {chosen}" if condition.is_negated else chosen


def _number(question: Question) -> str:
    """NULL for who gave none."""
    if question.kind is Kind.NUMERIC:
        return _quoted(question.code)
    values = " ".join(
        f"WHEN {place} THEN {float(option.value)!r}"
        for place, option in enumerate(question.options)
        if option.value is not None
    )
    return f"(CASE {_quoted(question.code)} {values} END)"


def _has_bits(name: str, bits: int) -> str:
    """Masks are whole numbers without a sign; both sides are of one type, for engines that are strict about it."""
    return f"(CAST({_quoted(name)} AS UBIGINT) & CAST({bits} AS UBIGINT)) <> 0"


def _quoted(name: str) -> str:
    """Names are codes of a codebook: letters, digits, underscores and a point."""
    return f'"{name}"'
