"""Columns that a codebook names and a file has, or not."""

import pytest

from portal.loading.problems import Report
from surveys.microdata.answers.columns import find_column
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import FileForm
from surveys.microdata.codebook.questions import Kind, Option, Question
from tests.surveys.microdata.answers.reading import problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("#1", 0),
        ("#3", 2),
        ("Which? | x", 0),
        ("  Which?  |  y ", 1),
        ("x", 0),
        ("Where?", 2),
        ("Response", 2),
        ("Which?", 0),
        ("#4", None),
        ("#０", None),
        ("which? | x", None),
        ("", None),
    ],
)
def test_a_name_finds_its_column(name, place):
    file = open_file("a.csv", b"Which?,,Where?\nx,y,Response\n1,,2\n", FileForm(heading_rows=2), Report())

    assert file is not None
    assert find_column(file, name) == place


def test_a_question_without_columns_is_a_problem():
    answers, report = read_rows("Q1,Q2\n1,1\n", make_question("Q1"), Question("x", Kind.NUMERIC, ()))

    assert answers is None
    assert problems(report)[0] == (None, "", "x", "the question names no column of the file")


@pytest.mark.parametrize("kind", ["numeric", "weight", "id"])
def test_numbers_have_one_column(kind):
    answers, report = read_rows("a,b\n1,1\n", make_question("N", kind, columns=("a", "b")))

    assert answers is None
    assert (None, "", "N", f"a question of kind {kind} has one column, found 2") in problems(report)


def test_a_column_named_twice_by_one_question_is_a_problem():
    answers, report = read_rows("a,b\n1,1\n", make_question("Q1", columns=("a", "#1")), make_question("b", "numeric"))

    assert answers is None
    assert (None, "#1", "", "Q1 names this column twice") in problems(report)


def test_two_options_may_share_a_column():
    options = (Option("a", "A", column="x"), Option("b", "B", column="x"), Option("c", "C", column="y"))
    question = Question("Q1", Kind.MULTIPLE, (), options=options)

    assert read_well("x,y\na,1\nb,0\n,c\n", question) == {"Q1": ["a c", "b", "c"]}


def test_a_tick_in_a_shared_column_says_nothing():
    options = (Option("a", "A", column="x"), Option("b", "B", column="x"))

    answers, report = read_rows("x\n1\n", Question("Q1", Kind.MULTIPLE, (), options=options))

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(2, "x", "1")]


def test_all_wrong_columns_are_said_at_once():
    questions = [make_question("Q1", columns=("no",)), make_question("N", "numeric", columns=("nor",))]

    answers, report = read_rows("a,b\n1,1\n", *questions)

    assert answers is None
    assert [each[1] for each in problems(report)] == ["no", "nor", "a", "b"]
