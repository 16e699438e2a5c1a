"""A large file of answers read: 100,000 rows of 137 columns, beside the csv module alone, in a process of its own.

`python -m tests.bench.loads`; seconds of the processor, and the most memory that the process ever held.
"""

import csv
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

from portal.loading.problems import Report
from tests.bench.report import Row, milliseconds, print_table

HEADS = ("file of answers", "portal", "csv module", "times", "aim")
ROWS = 100_000
SINGLES, NUMBERS, MULTIPLES, TICKS = 60, 12, 5, 12  # with an identifier, a weight and own words: 137 columns
SEED = 20261128
OPTIONS = 8
MEGABYTE = 1024 * 1024


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="portal-bench-loads-") as folder:
        os.environ |= {"DATA_DIR": folder, "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "portal.settings"}
        os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        django.setup()
        path = Path(folder) / "answers.csv"
        write(path)
        print_table(f"A file of {ROWS:,} respondents", HEADS, load_rows(path))


def write(path: Path) -> None:
    """Answers by chance, written row by row."""
    chance = random.Random(SEED)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(headings())
        for number in range(ROWS):
            writer.writerow(
                [
                    f"r{number}",
                    round(chance.uniform(0.3, 3), 6),
                    *[f"Answer {chance.randrange(OPTIONS)}" for _question in range(SINGLES)],
                    *[chance.randrange(1000) for _question in range(NUMBERS)],
                    *[chance.getrandbits(1) for _tick in range(MULTIPLES * TICKS)],
                    f"own words of {number}",
                    "",
                    "",
                ]
            )


def headings() -> list[str]:
    singles = [f"S{number}" for number in range(SINGLES)]
    numbers = [f"N{number}" for number in range(NUMBERS)]
    ticks = [f"M{number}_{tick}" for number in range(MULTIPLES) for tick in range(TICKS)]
    return ["id", "w", *singles, *numbers, *ticks, "words", "x", "y"]


def load_rows(path: Path) -> list[Row]:
    # Rooms of the portal can be read once its settings stand.
    from surveys.microdata.answers.encoding_answers import read_answers
    from surveys.microdata.codebook.codebook import Codebook
    from tests.surveys.microdata.factories import make_question

    options, ticks = " ".join(map(str, range(OPTIONS))), [f"o{tick}" for tick in range(TICKS)]
    questions = [make_question("id", "id"), make_question("w", "weight")]
    questions += [make_question(f"S{number}", options=options) for number in range(SINGLES)]
    questions += [make_question(f"N{number}", "numeric") for number in range(NUMBERS)]
    for number in range(MULTIPLES):
        columns = tuple(f"M{number}_{tick}" for tick in range(TICKS))
        questions.append(make_question(f"M{number}", "multiple", " ".join(ticks), columns=columns))
    questions.append(make_question("words", "open", columns=("words", "x", "y")))
    codebook, report = Codebook(tuple(questions), weight="w"), Report()

    plain = timed(lambda: read_plainly(path))
    before = most_memory()
    ours = timed(lambda: read_answers(path, path.name, codebook, report))
    if report.total:
        raise RuntimeError(str(report.problems[0]))
    size = f"{len(headings())} columns, {path.stat().st_size // MEGABYTE} MB"
    return [
        Row(
            f"read, checked and coded: {size}", milliseconds(ours), milliseconds(plain), f"{ours / plain:.1f}", "< 10 s"
        ),
        Row("most memory of the process", f"{most_memory()} MB", f"{before} MB", aim="< 300 MB"),
    ]


def read_plainly(path: Path) -> int:
    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _row in csv.reader(file))


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def most_memory() -> int:
    """Megabytes, on Linux."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
