"""Files for tests of loading: the good tables, and rows to put in their place."""

from pathlib import Path

from portal.loading.files import InputFile
from portal.loading.registry import all_datasets
from portal.loading.run import load
from portal.models import ImportRun

FILES = Path(__file__).parent / "files"
GOOD = FILES / "good"
BAD = FILES / "bad"


def load_good() -> ImportRun:
    return load([GOOD])


def good_lines(dataset: str) -> list[str]:
    """The lines of a good table, the columns first."""
    return (GOOD / f"{dataset}.csv").read_text(encoding="utf-8").splitlines()


def make_file(dataset: str, *rows: str) -> InputFile:
    """A file of the dataset with these rows below its columns."""
    return InputFile(f"{dataset}.csv", "\n".join([good_lines(dataset)[0], *rows, ""]).encode())


def stored_rows() -> dict[str, list[dict]]:
    """Every row of every dataset, with its number."""
    return {dataset.name: list(dataset.model.objects.order_by("pk").values()) for dataset in all_datasets()}


def places(run: ImportRun) -> list[tuple]:
    """Where the problems of a run stand: file, line, column."""
    return [(problem["file"], problem["line"], problem["column"]) for problem in run.problems]
