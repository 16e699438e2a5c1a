"""What would mislead or stop the portal: ticks coded 0, wild weights, far cells, character sets that are none."""

import io
from dataclasses import replace

import pytest
import xlsxwriter

from surveys.microdata.codebook.codebook import FileForm
from tests.surveys.microdata.answers.reading import problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question


def test_0_in_the_column_of_an_option_of_code_0_is_no_tick():
    question = make_question("Q1", "multiple", "0 1", columns=("x", "y"))

    assert read_well("x,y\n0,1\n1,0\n0,0\n", question) == {"Q1": ["1", "0", ""]}


def test_no_beside_ticks_is_asked_about_and_alone_is_the_option():
    question = make_question("Q1", "multiple", "no b", columns=("x", "y"))

    assert read_well("x,y\nno,\n,b\n", question) == {"Q1": ["no", "b"]}

    answers, report = read_rows("x,y\nno,1\nyes,0\n", question)
    assert answers is None
    assert problems(report) == [
        (None, "x", "", "“no” and a tick stand here side by side; say by source which texts mean the option")
    ]


@pytest.mark.parametrize("weight", ["1e308", "1e200", "1e-200", "1e-320", "-1", "1e10"])
def test_weights_whose_squares_are_no_numbers_are_refused(weight):
    answers, report = read_rows(f"w,n\n1,1\n{weight},2\n", make_question("w", "weight"), make_question("n", "numeric"))

    assert answers is None
    ((line, column, value, expected),) = problems(report)
    assert (line, column, value) == (3, "w", weight)
    assert "between 1e-9 and 1e9 where it is not 0" in expected


def test_numbers_beyond_measure_are_refused():
    _answers, report = read_rows("n\n1e101\n-1e308\n5\n", make_question("n", "numeric"))

    assert [(line, value) for line, _column, value, _expected in problems(report)] == [(2, "1e101"), (3, "-1e308")]


def test_a_file_in_which_nobody_counts_is_refused():
    answers, report = read_rows("w,n\n0,1\n0,2\n", make_question("w", "weight"), make_question("n", "numeric"))

    assert answers is None
    assert problems(report) == [(None, "w", "", "no row has a weight above 0")]


@pytest.mark.parametrize("encoding", ["idna", "punycode", "undefined", "unicode_escape", "utf-7", "base64"])
def test_what_is_no_character_set_is_refused(encoding):
    answers, report = read_rows("n\n1\n", make_question("n", "numeric"), file=FileForm(encoding=encoding))

    assert answers is None
    assert problems(report)[0][3].startswith("there is no such encoding; expected one such as utf-8")


def test_a_cell_far_away_is_refused_before_the_sheet_is_laid_out():
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["n"])
    sheet.write_row(1, 0, [1])
    sheet.write(1_048_575, 16_383, "x")
    book.close()

    answers, report = read_rows(content.getvalue(), make_question("n", "numeric"), name="answers.xlsx")

    assert answers is None
    assert problems(report)[0][3].startswith("a cell stands far away from the others; delete it")


def test_single_choice_may_call_its_answers_exclusive():
    question = make_question("Q1", options="a b")
    exclusive = replace(question, options=tuple(replace(each, is_exclusive=True) for each in question.options))

    assert read_well("Q1\na\nb\n", exclusive) == {"Q1": ["a", "b"]}
