"""Columns that look like personal data, and columns that only seem to."""

import pytest

from surveys.microdata.answers.personal_texts import looks_personal
from surveys.microdata.codebook.questions import Kind, Option, Question
from tests.surveys.microdata.answers.reading import problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question


@pytest.mark.parametrize(
    "text",
    [
        "jane.doe@example.org",
        "+44 20 7946 0958",
        "13812345678",
        "138-1234-5678",
        "+86 13812345678",
        "(020) 7946-0958",
        "203.0.113.9",
        "2001:0db8:0000:0000:0000:ff00:0042:8329",
    ],
)
def test_it_looks_personal(text):
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    ["", "we use @annotations", "10-49", "2024-05-06", "1,000", "version 1.2.3", "3.14", "12345", "12:30:45", "a@b"],
)
def test_it_does_not_look_personal(text):
    assert not looks_personal(text)


@pytest.mark.parametrize("text", ["13812345678", "020-79460958"])
def test_a_long_number_may_be_an_identifier(text):
    assert not looks_personal(text, is_id=True)


@pytest.mark.parametrize(
    "heading",
    [
        "Email",
        "E-mail address",
        "Your e-mail (optional)",
        "phone",
        "Phone number",
        "IP",
        "IPAddress",
        "IP Address",
        "Name",
        "First Name",
        "RecipientLastName",
        "respondent_name",
        "姓名",
        "您的姓名",
        "手机",
        "2、手机：",
        "联系电话",
        "邮箱",
        "来自IP",
    ],
)
def test_a_heading_names_personal_data(heading):
    answers, report = read_rows(
        f"Q1,{heading}\n1,x\n", make_question("Q1"), make_question("x", "open", columns=("#2",))
    )

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(None, heading, "")]


@pytest.mark.parametrize(
    "heading",
    [
        "Name of the tool",
        "How do you name services?",
        "Company size",
        "Do you use mobile apps?",
        "Description",
        "手机应用的数量",
    ],
)
def test_a_heading_names_something_else(heading):
    found = read_well(f"Q1,{heading}\n1,x\n", make_question("Q1"), make_question("x", "open", columns=("#2",)))

    assert found == {"Q1": ["1"]}


def test_devices_are_answers():
    tools = make_question("Q1", "multiple", "a b", columns=("手机", "Phone"))

    assert read_well("手机,Phone\n1,0\n0,1\n", tools) == {"Q1": ["a", "b"]}


def test_a_single_question_under_such_a_heading_is_refused():
    answers, report = read_rows("Email\n1\n", make_question("Q1", columns=("Email",)))

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(None, "Email", "")]


def test_options_that_are_addresses_are_refused():
    question = Question("Q1", Kind.SINGLE, ("who",), options=(Option("a", "jane@example.org"), Option("b", "B")))

    answers, report = read_rows("who\nb\n", question)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(None, "who", "")]


def test_ignored_columns_may_hold_anything():
    questions = [make_question("Q1"), make_question("x", "ignore", columns=("Email", "姓名"))]

    assert read_well("Q1,Email,姓名\n1,jane@example.org,王\n", *questions) == {"Q1": ["1"]}


def test_a_few_addresses_among_own_words_are_no_column_of_addresses():
    """Own words are never stored; a column is refused where it is made of addresses."""
    questions = [make_question("Q1"), make_question("x", "open")]

    assert read_well("Q1,x\n1,fine\n1,write to jane@example.org\n2,jane@example.org\n", *questions) is not None


def test_addresses_for_identifiers_are_refused_and_not_shown_in_full():
    answers, report = read_rows(
        "Q1,id\n1,jane@example.org\n2,joe@example.org\n", make_question("Q1"), make_question("id", "id")
    )

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(2, "id", "ja…")]


def test_problems_show_no_address_in_full():
    _answers, report = read_rows(
        "Q1,x\njane@example.org,1\n1,13812345678,extra\n", make_question("Q1"), make_question("x", "ignore")
    )

    assert [each[:3] for each in problems(report)] == [(3, "", "1,13…,extra"), (2, "Q1", "ja…")]
