"""Tables against R's package survey, on answers drawn by chance; tests/files/r_survey/compare.R says how it was run."""

import csv
from pathlib import Path

import pytest

from surveys.microdata.codebook.conditions import parse_filter
from surveys.microdata.tables.making import make_table
from surveys.microdata.tables.table import TableSpec
from tests.surveys.microdata.factories import make_answers, make_question

FOLDER = Path(__file__).parents[3] / "files" / "r_survey"
TOOLS = ("m1", "m2", "m3")


def read_csv(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answers_of_file():
    rows = read_csv("answers.csv")
    questions = [
        make_question("choice", options="a b c d"),
        make_question("region", options="x y z", nets={"xy": "x y"}),
        make_question("group", options="p q"),
        make_question("rare", options="m n o"),
        make_question("tools", "multiple", " ".join(TOOLS)),
        make_question("hours", "numeric"),
        make_question("w", "weight"),
    ]
    columns: dict[str, list] = {
        code: [row[code] or None for row in rows] for code in ("choice", "region", "group", "rare")
    }
    columns["tools"] = [" ".join(tool for tool in TOOLS if row[tool] == "1") if row["m1"] else None for row in rows]
    columns["hours"] = [float(row["hours"]) if row["hours"] else None for row in rows]
    columns["w"] = [float(row["w"]) for row in rows]
    return make_answers(questions, columns)


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, ...], float | None]:
    """(what, weight, filter, rows, option, column) → the number of our tables."""
    answers = answers_of_file()
    numbers: dict[tuple[str, ...], float | None] = {}
    for weight in ("w", ""):
        for name, text in (("all", ""), ("q", "group = q")):
            for rows in ("choice", "tools", "hours", "rare"):
                spec = TableSpec(rows, ("region", "tools"), parse_filter(text, answers.codebook), weight, least_base=0)
                numbers |= table_numbers(make_table(answers, spec), weight, name)
    return numbers


def table_numbers(table, weight: str, name: str) -> dict[tuple[str, ...], float | None]:
    where = (weight, name, table.spec.rows)
    numbers = {}
    for row in table.rows:
        estimates = [("total", row.total), *((cell.column.code, cell.estimate) for cell in row.cells)]
        for column, each in estimates:
            for what in ("p", "se", "mean", "sd"):
                numbers[what, *where, row.code, column] = getattr(each, what)
        for cell in row.cells:
            for test in cell.tests:
                numbers["z", *where, cell.column.code, test.against] = test.z
    overall = {"": table.overall.get("region")} | {row.code: row.overall.get("region") for row in table.rows}
    for option, test in overall.items():
        for what in ("f", "df1", "df2", "p"):
            numbers[what, *where, option, "region"] = getattr(test, what, None)
    return numbers


@pytest.mark.parametrize("rows", ["choice", "tools", "hours", "rare"])
def test_numbers_are_those_of_r(found, rows):
    wanted = {
        (row["what"], row["weight"], row["filter"], row["rows"], row["option"], row["column"]): float(row["value"])
        for row in read_csv("expected.csv")
        if row["rows"] == rows
    }

    assert len(wanted) == {"choice": 272, "tools": 240, "hours": 112, "rare": 16}[rows]
    assert {key: found[key] for key in wanted} == pytest.approx(wanted, rel=1e-9, abs=1e-12)
