"""Which tool wrote a file, told by its first rows."""

import csv
from pathlib import Path

import pytest

from surveys.microdata.answers.layouts.recognising import LAYOUTS, recognise

FILES = Path(__file__).parents[4] / "files" / "answers" / "layouts"
MONKEY = ["Where do you live?", "Which clouds?", "", ""]


def rows_of(name: str) -> list[list[str]]:
    with open(FILES / name, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("plain.csv", "plain"),
        ("surveymonkey.csv", "surveymonkey"),
        ("surveymonkey-numeric.csv", "surveymonkey_numeric"),
        ("qualtrics.csv", "qualtrics"),
        ("limesurvey.csv", "limesurvey"),
        ("wenjuanxing.csv", "wenjuanxing"),
    ],
)
def test_each_tool_is_known_by_its_headings(name, layout):
    assert recognise(rows_of(name)) == LAYOUTS[layout]


@pytest.mark.parametrize(
    ("rows", "layout"),
    [
        pytest.param([], "plain", id="nothing"),
        pytest.param([[]], "plain", id="one empty row"),
        pytest.param([["a", "b"]], "plain", id="headings only"),
        pytest.param([["a", "", "c"], ["1", "2", "3"], ["4", "5", "6"]], "plain", id="a column without heading"),
        pytest.param([["a", "b"], ["1", "2", "3"]], "plain", id="a row that is too long"),
        pytest.param([["序号", "姓名"], ["1", "张三"]], "plain", id="a number of rows is not yet 问卷星"),
        pytest.param([["Q1", "Q2"], ["1", "2"], ["2", "1"]], "plain", id="numbers of questions in one row"),
        pytest.param([["id", "q1"], ["1", '{"ImportId":"QID1"}']], "plain", id="Qualtrics signs the third row"),
        pytest.param(
            [MONKEY, ["", "AWS", "Azure", "Other"], ["Asia", "AWS", "", ""], ["Asia", "", "Azure", "x"]],
            "surveymonkey",
            id="options repeated below, no Response",
        ),
        pytest.param([MONKEY, ["Response", "AWS", "Azure", "Other"]], "surveymonkey", id="no answers yet"),
        pytest.param([["Response ID", "Date submitted", "Last page", "q1. Use?"]], "limesurvey", id="full texts"),
    ],
)
def test_what_looks_like_a_tool_but_is_none(rows, layout):
    assert recognise(rows).name == layout


def test_blanks_round_headings_do_not_matter():
    rows = rows_of("wenjuanxing.csv")
    rows[0] = [f" {cell} " for cell in rows[0]]

    assert recognise(rows).name == "wenjuanxing"
