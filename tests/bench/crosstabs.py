"""Tables of answers: sums of cells against pandas and DuckDB, whole tables, and memory, in a process of their own.

`python -m tests.bench.crosstabs`; one thread each, seconds of the processor, both sides in turns.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import django

from tests.bench.report import Row, milliseconds, print_table

HEADS = ("sums of cells, median", "portal", "beside it", "times", "aim")
TABLE_HEADS = ("tables of answers, median", "portal", "", "", "aim")
MANY, SOME = 1_000_000, 100_000  # respondents
ROUNDS = 9
FILTER = "filter in 1,2"


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="portal-bench-answers-") as folder:
        os.environ |= {"DATA_DIR": folder, "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "portal.settings"}
        os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        django.setup()
        # Rooms of the portal can be read once its settings stand.
        from tests.bench import crosstab_cases

        print_table(f"Cells of {MANY:,} respondents", HEADS, cell_rows(crosstab_cases, Path(folder)))
        print_table(f"Tables of {SOME:,} respondents", TABLE_HEADS, table_rows(crosstab_cases))


def cell_rows(cases, folder: Path) -> list[Row]:
    answers = cases.stored(cases.small_book(), MANY)
    ours = cases.tabulating(answers, FILTER)
    found = []
    for name, theirs, aim in (
        ("pandas groupby", cases.by_pandas(answers), 5),
        ("DuckDB on Parquet", cases.by_duckdb(answers, folder), 3),
    ):
        cases.check_same(ours(), theirs())
        quick, slow = in_turns(ours, theirs)
        found.append(
            Row(
                f"single × single, filter, weight; {name}",
                milliseconds(quick),
                milliseconds(slow),
                f"{slow / quick:.1f}",
                f"≥ {aim}",
            )
        )
    few, many = (
        cases.private_bytes(cases.stored(cases.small_book(), SOME), FILTER),
        cases.private_bytes(answers, FILTER),
    )
    text = f"private memory of {MANY:,} and of {SOME:,}"
    return [*found, Row(text, megabytes(many), megabytes(few), f"{many / few:.2f}", "about 1")]


def table_rows(cases) -> list[Row]:
    answers = cases.stored(cases.large_book(), SOME)
    whole, seconds = cases.everything_by_one_break(answers), []
    for _ in range(ROUNDS):
        seconds.append(timed(whole))
    rows = [Row(cases.words_of(answers), milliseconds(median(seconds)), aim="< 100 ms")]
    for name, tables in cases.public_tables(answers, FILTER).items():
        # Each is asked for once, so that nothing of it has been counted before.
        seconds = [timed(table) for table in tables]
        rows.append(
            Row(f"{name}, not asked before, {len(tables)} of them", milliseconds(median(seconds)), aim="< 10 ms")
        )
    return rows


def in_turns(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    pairs = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor: one thread in one process, whatever else the machine does meanwhile."""
    start = time.process_time()
    work()
    return time.process_time() - start


def megabytes(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB"


if __name__ == "__main__":
    main()
