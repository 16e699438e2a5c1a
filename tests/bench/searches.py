"""Search over 20,000 entries on SQLite and on PostgreSQL, in processes of their own.

`python -m tests.bench.searches` measures SQLite, and PostgreSQL where DATABASE_URL names one or this machine runs one.
Every request is answered anew by all of the portal, without a network between. The index is in memory, so the database
is hardly asked: how often, and for what, stands below each table. Seconds of the processor do not count what other
programs do meanwhile; those of the clock do.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import django
from django.db import connection

from tests.bench.client import Times
from tests.bench.report import Row, milliseconds, print_table
from tests.with_postgres import LOCAL, answers

ALONE = "--alone"  # the process that measures one database
LIMIT = 0.030  # seconds of the server, for 95 of 100 searches
ROUNDS = 10  # of all queries of a case
serial = count()


def main(arguments: list[str]) -> None:
    if arguments == [ALONE]:
        measure_here()
        return
    postgres = os.environ.get("DATABASE_URL") or next(filter(answers, LOCAL), "")
    for address in ("", postgres) if postgres else ("",):
        environment = {**os.environ, "DATABASE_URL": address}
        subprocess.run([sys.executable, "-m", "tests.bench.searches", ALONE], env=environment, check=True)
    if not postgres:
        print("\nSearch on PostgreSQL is not measured: set DATABASE_URL.")


def measure_here() -> None:
    """On the database of DATABASE_URL, in one of its own there that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-search-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        django.setup()
        # Rooms of the portal can be read once its settings stand.
        from tests.bench import search_cases

        connection.settings_dict["TEST"]["NAME"] = name_of_database(Path(folder))
        was = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            fill()
            measure(search_cases)
        finally:
            connection.creation.destroy_test_db(was, verbosity=0)


def name_of_database(folder: Path) -> str:
    return str(folder / "search.sqlite3") if connection.vendor == "sqlite" else f"bench_search_{os.getpid()}"


def fill() -> None:
    from django.core.management import call_command

    call_command("load", "fixtures", verbosity=0, stdout=io.StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)  # pages name the files


def measure(cases) -> None:
    start = time.process_time()
    index = cases.make_index()
    built = time.process_time() - start
    cases.answer_from(index)
    heads = ("search, seconds of the processor", "p50", "p95", f"p95 / {LIMIT * 1000:.0f} ms, aim ≤ 1", "p95, clock")
    title = f"Search in {len(index.entries):,} entries and {len(index.words.holders):,} words, {connection.vendor}"
    rows = [Row("index read and made", milliseconds(built))]
    for name, place in {"API": cases.API, "page": cases.PAGE}.items():
        rows += place_rows(name, {case: cases.addresses(place, case) for case in cases.QUERIES})
    print_table(title, heads, rows)


def place_rows(name: str, cases: dict[str, list[str]]) -> list[Row]:
    """Of each case, of all of them, and how often the database was asked once the version had been looked up."""
    asked = Asked()
    found = {case: times_of(addresses, asked) for case, addresses in cases.items()}
    processor = sum((times for times, _clock in found.values()), Times(()))
    clock = sum((times for _processor, times in found.values()), Times(()))
    rows = [row_of(f"{name}, {case}", *times) for case, times in found.items()]
    statements = f"{asked.number} in {len(processor.seconds)}"
    asks = Row(f"{name}, statements to the database, of {asked.tables}", statements)
    return [*rows, row_of(f"{name}, all", processor, clock), asks]


def row_of(case: str, processor: Times, clock: Times) -> Row:
    ratio = f"{processor.p95 / LIMIT:.2f}"
    return Row(case, milliseconds(processor.median), milliseconds(processor.p95), ratio, milliseconds(clock.p95))


def times_of(addresses: list[str], asked: "Asked") -> tuple[Times, Times]:
    """Seconds of the processor and of the clock; the first round is not counted."""
    from django.test import Client

    client, clock, processor = Client(SERVER_NAME="127.0.0.1"), [], []
    for address in addresses:
        ask(client, address)
    for _round in range(ROUNDS):
        for address in addresses:
            with connection.execute_wrapper(asked):
                begun, spent = time.perf_counter(), time.process_time()
                ask(client, address)
                clock.append(time.perf_counter() - begun)
                processor.append(time.process_time() - spent)
    return Times(tuple(processor)), Times(tuple(clock))


def ask(client, address: str) -> None:
    """In words that nobody has used before, so that the portal has not kept the answer."""
    answer = client.get(address, headers={"accept": f"*/*, text/x-bench-{next(serial)}"})
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}: {answer.content[:300]!r}")


class Asked:
    """Counts statements to the database, and names the tables that they read."""

    def __init__(self) -> None:
        self.number, self.names = 0, set()

    def __call__(self, execute: Callable, sql: str, params, many: bool, context):
        self.number += 1
        self.names |= set(re.findall(r'(?:FROM|INTO|UPDATE) "(\w+)"', sql))
        return execute(sql, params, many, context)

    @property
    def tables(self) -> str:
        return ", ".join(sorted(self.names))


if __name__ == "__main__":
    main(sys.argv[1:])
