"""What tables are made of in the bench: answers by chance in the store, and the same sums by other libraries."""

import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb
import numpy as np
import pandas

from surveys.microdata.cells.cube import BEFORE
from surveys.microdata.cells.tabulating import tabulate, tabulate_all
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import parse_filter
from surveys.microdata.codebook.questions import Kind, Question
from surveys.microdata.publishing import table_for
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.columns import masks_of
from surveys.microdata.store.folders import open_answers, write_answers
from surveys.microdata.store.parquet import write_parquet
from surveys.microdata.tables.table import Audience, TableSpec
from tests.surveys.microdata.factories import make_question

SEED = 20261128
WEIGHT = "weight"
Sums = dict[tuple[int, int], tuple[float, ...]]  # row and column → n, w, w2


def codes(count: int) -> str:
    return " ".join(str(number) for number in range(1, count + 1))


def small_book() -> list[Question]:
    return [
        make_question("rows", options=codes(6)),
        make_question("columns", options=codes(8)),
        make_question("filter", options=codes(4)),
        make_question(WEIGHT, "weight"),
    ]


def large_book() -> list[Question]:
    """As many questions as the largest of the surveys has, a fifth of them with several answers."""
    singles = [make_question(f"single{number}", options=codes(3 + number % 7)) for number in range(40)]
    multiples = [make_question(f"multiple{number}", "multiple", codes(6 + number)) for number in range(10)]
    numbers = [make_question(f"number{number}", "numeric") for number in range(4)]
    return [*small_book(), *singles, *multiples, *numbers]


def stored(questions: list[Question], respondents: int) -> Answers:
    """One in ten gave no answer."""
    chance = np.random.default_rng(SEED)
    columns: dict[str, np.ndarray] = {}
    for question in questions:
        missing = chance.random(respondents) < 0.1
        if question.kind is Kind.MULTIPLE:
            chosen = chance.random((respondents, len(question.options))) < 0.3
            (columns[question.code],) = masks_of(chosen, ~missing)
        elif question.kind.has_options:
            drawn = chance.integers(0, len(question.options), respondents)
            columns[question.code] = np.where(missing, -1, drawn).astype(np.int8)
        else:
            columns[question.code] = chance.random(respondents) + 0.5
    return open_answers(write_answers(Answers(Codebook(tuple(questions)), respondents, columns)))


def tabulating(answers: Answers, text: str) -> Callable[[], Sums]:
    conditions = parse_filter(text, answers.codebook)

    def work() -> Sums:
        cells = tabulate(answers, "rows", "columns", conditions=conditions, weight=WEIGHT).cells[:, BEFORE:]
        return {place: (cells.n[place], cells.w[place], cells.w2[place]) for place in np.ndindex(cells.n.shape)}

    return work


def by_pandas(answers: Answers) -> Callable[[], Sums]:
    """The columns are in memory already, as a frame."""
    frame = pandas.DataFrame({name: np.array(answers.columns[name]) for name in answers.column_names})

    def work() -> Sums:
        kept = frame[
            frame["filter"].isin([0, 1]) & (frame[WEIGHT] > 0) & (frame["rows"] >= 0) & (frame["columns"] >= 0)
        ]
        kept = kept.assign(square=kept[WEIGHT] * kept[WEIGHT])
        sums = kept.groupby(["rows", "columns"]).agg(n=(WEIGHT, "size"), w=(WEIGHT, "sum"), w2=("square", "sum"))
        return {place: tuple(values) for place, values in zip(sums.index, sums.to_numpy(), strict=True)}

    return work


def by_duckdb(answers: Answers, folder: Path) -> Callable[[], Sums]:
    path = folder / "answers.parquet"
    write_parquet(answers, path)
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    statement = f"""
        SELECT "rows", "columns", count(*), sum(weight), sum(weight * weight) FROM read_parquet('{path}')
        WHERE "filter" IN (0, 1) AND weight > 0 AND "rows" >= 0 AND "columns" >= 0 GROUP BY ALL
    """

    def work() -> Sums:
        return {(row, column): tuple(sums) for row, column, *sums in connection.execute(statement).fetchall()}

    return work


def check_same(ours: Sums, theirs: Sums) -> None:
    """A quick wrong answer is no answer."""
    assert ours.keys() == theirs.keys()
    for place, sums in ours.items():
        assert np.allclose(sums, theirs[place], rtol=1e-9), place


def private_bytes(answers: Answers, text: str) -> int:
    """The most memory that sums of cells take beside the mapped columns."""
    work = tabulating(answers, text)
    work()
    tracemalloc.start()
    work()
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def everything_by_one_break(answers: Answers) -> Callable[[], object]:
    rows = [question.code for question in answers.codebook.tabulated]
    return lambda: tabulate_all(answers, rows, ["columns"], weight=WEIGHT)


def words_of(answers: Answers) -> str:
    return f"sums of all {len(answers.codebook.tabulated)} questions × one break, weight"


def public_tables(answers: Answers, text: str) -> dict[str, list[Callable[[], object]]]:
    """Tables as readers see them, disclosure control included, each of another row question."""
    conditions = parse_filter(text, answers.codebook)

    def asked(kind: Kind, conditions) -> list[Callable[[], object]]:
        questions = [each for each in answers.codebook.questions if each.kind is kind]
        rows = [each.code for each in questions if each.code not in ("columns", "filter")][:15]
        specs = [TableSpec(row, ("columns",), conditions, WEIGHT) for row in rows]
        return [partial(table_for, answers, spec, Audience.PUBLIC) for spec in specs]

    return {
        "public table, single × single, filter, weight": asked(Kind.SINGLE, conditions),
        "public table, single × single, weight": asked(Kind.SINGLE, ()),
        "public table, multiple × single, weight": asked(Kind.MULTIPLE, ()),
    }
