"""Cells → columns of the store, for every kind of question."""

import pytest

from portal.loading.problems import Report
from surveys.microdata.answers import lookups, number_coders
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.codebook.codebook import Codebook, FileForm
from surveys.microdata.codebook.questions import Kind, Option, Question, Unanswered
from tests.surveys.microdata.answers.reading import notes, problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question


def options(*codes, **fields) -> tuple[Option, ...]:
    return tuple(Option(code, f"Answer {code}", **fields) for code in codes)


def test_single_cells_are_read_by_code_and_by_labels_in_both_languages():
    question = make_question("Q1", options="a b")

    found = read_well('Q1\na\nAnswer b\n答案 a\n"  Answer   b "\n', question)

    assert found == {"Q1": ["a", "b", "a", "b"]}


def test_source_texts_take_the_place_of_code_and_labels():
    question = Question(
        "Q1", Kind.SINGLE, ("Q1",), options=(Option("a", "1–9", source=("1-9", "5-Sep")), *options("b"))
    )

    answers, report = read_rows("Q1\n1-9\n5-Sep\nb\na\n", question)

    assert answers is None
    assert problems(report) == [(5, "Q1", "a", "expected one of the options of Q1")]


def test_codes_go_before_labels_of_other_options():
    question = Question("Q1", Kind.SINGLE, ("Q1",), options=(Option("1", "2"), Option("2", "1")))

    assert read_well("Q1\n1\n2\n", question) == {"Q1": ["1", "2"]}


def test_a_label_that_two_options_share_means_neither():
    question = Question("Q1", Kind.SINGLE, ("Q1",), options=(Option("a", "Other"), Option("b", "Other")))

    answers, report = read_rows("Q1\na\nOther\n", question)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(3, "Q1", "Other")]


def test_whole_numbers_with_decimals_are_codes():
    question = make_question("Q1", options="1 2")

    assert read_well("Q1\n1.0\n2.00\n1\n", question) == {"Q1": ["1", "2", "1"]}


def test_missing_texts_and_blank_cells_are_no_answers():
    question = make_question("Q1", options="1 2", missing=("99", "refused"))

    assert read_well("Q1,x\n99.0,.\n refused ,.\n,.\n1,.\n", question, make_question("x", "ignore")) == {
        "Q1": [None, None, None, "1"]
    }


def test_other_words_are_an_option_where_the_codebook_says_so():
    question = Question("Q1", Kind.SINGLE, ("Q1",), options=(*options("a"), Option("other", "Other", source=("*",))))

    assert read_well("Q1\na\nmy own words\n", question) == {"Q1": ["a", "other"]}


def test_an_error_cell_is_never_taken_for_other_words():
    question = Question("Q1", Kind.SINGLE, ("Q1",), options=(*options("a"), Option("other", "Other", source=("*",))))

    answers, report = read_rows("Q1\na\n#NAME?\n", question)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(3, "Q1", "#NAME?")]


def test_one_answer_may_be_spread_over_columns():
    question = make_question("Q1", options="a b c", columns=("x", "y", "z"))

    found = read_well("x,y,z,n\na,,,1\n,b,,2\n,,c,3\n,,,4\n", question, make_question("n", "numeric"))

    assert found["Q1"] == ["a", "b", "c", None]


def test_two_answers_to_a_question_of_one_are_a_problem():
    question = make_question("Q1", options="a b c", columns=("x", "y", "z"))

    answers, report = read_rows("x,y,z\na,,\na,b,\n,,c\n", question)

    assert answers is None
    assert problems(report) == [(3, "x", "a; b", "expected one answer, found several in the columns of it")]


def test_columns_that_all_hold_one_answer_are_ticks_in_disguise():
    question = make_question("Q1", options="1 2", columns=("x", "y"))

    answers, report = read_rows("x,y\n1,\n,1\n1,\n", question)

    assert answers is None
    assert [each[3] for each in problems(report)] == [
        "all columns of Q1 hold the same answer; say which column belongs to which option"
    ]


def test_ticks_in_columns_that_options_name_are_answers():
    question = Question("Q1", Kind.SINGLE, (), options=(Option("a", "A", column="x"), Option("b", "B", column="y")))

    assert read_well("x,y\n1,0\n0,1\nX,\n", question) == {"Q1": ["a", "b", "a"]}


@pytest.mark.parametrize("tick", ["1", "1.0", "Yes", "TRUE", "x", "a", "Answer a", "是"])
def test_an_option_is_ticked_by(tick):
    question = make_question("Q1", "multiple", "a b", columns=("x", "y"))

    assert read_well(f"x,y\n{tick},\n,1\n", question) == {"Q1": ["a", "b"]}


@pytest.mark.parametrize("blank", ["0", "No", "FALSE", "0.0"])
def test_an_option_is_not_ticked_but_answered_by(blank):
    question = make_question("Q1", "multiple", "a b", columns=("x", "y"))

    assert read_well(f"x,y,n\n{blank},,\n,,1\n", question, make_question("n", "numeric"))["Q1"] == ["", None]


def test_a_code_of_0_is_an_option_where_it_is_a_source_text():
    question = Question(
        "Q1", Kind.MULTIPLE, ("x", "y"), options=(Option("a", "A", source=("1",)), Option("other", "O", source=("0",)))
    )

    assert read_well("x,y\n1,\n,0\n", question) == {"Q1": ["a", "other"]}


def test_blank_rows_are_answers_where_none_of_these_is_one():
    question = make_question("Q1", "multiple", "a b", columns=("x", "y"), unanswered=Unanswered.NONE)

    assert read_well("x,y,n\n1,,1\n,,1\n", question, make_question("n", "numeric"))["Q1"] == ["a", ""]


def test_those_in_the_base_were_asked():
    first = make_question("use", options="yes no")
    question = make_question("Q1", "multiple", "a b", columns=("x", "y"), base="use in yes")

    assert read_well("use,x,y\nyes,1,\nyes,,\nno,,\n", first, question)["Q1"] == ["a", "", None]


def test_ticks_outside_the_base_are_problems_with_their_options():
    first = make_question("use", options="yes no")
    question = make_question("Q1", "multiple", "a b", columns=("x", "y"), base="use in yes")

    answers, report = read_rows("use,x,y\nyes,1,\nno,1,1\n,,1\n", first, question)

    assert answers is None
    assert problems(report) == [
        (3, "x", "a, b", "Q1 was answered outside its base (use in yes)"),
        (4, "x", "b", "Q1 was answered outside its base (use in yes)"),
    ]


def test_numbers_outside_the_base_are_problems_and_many_are_counted():
    first = make_question("use", options="yes no")
    question = make_question("N", "numeric", base="use not in no")

    _answers, report = read_rows("use,N\nyes,1\n" + "no,7.5\n" * 23, first, question)

    found = problems(report)
    assert found[0] == (3, "N", "7.5", "N was answered outside its base (use not in no)")
    assert len(found) == 21
    assert found[-1] == (None, "N", "", "N was answered outside its base (use not in no): 3 more rows")


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("nowhere in 1", "base of Q1: There is no question “nowhere” with options."),
        ("use = maybe", "base of Q1: use has no option “maybe”."),
        ("later in 1", "base of Q1: later stands behind it; put it before"),
    ],
)
def test_a_base_that_cannot_be_told_is_a_problem(base, words):
    questions = [make_question("use", options="yes no"), make_question("Q1", base=base), make_question("later")]

    answers, report = read_rows("use,Q1,later\nyes,1,1\n", *questions)

    assert answers is None
    assert [each[3] for each in problems(report)] == [words]


def test_a_base_of_unreadable_cells_accuses_nobody():
    questions = [make_question("use", options="yes no"), make_question("Q1", base="use in yes")]

    _answers, report = read_rows("use,Q1\nyes,1\nJa,2\n", *questions)

    assert [each[:3] for each in problems(report)] == [(3, "use", "Ja")]


def test_one_column_holds_several_answers_between_separators():
    question = make_question("Q1", "multiple", "a b c", separator="┋")

    found = read_well("Q1,n\na┋c,1\nb,1\n,1\nc┋ Answer b ┋a,1\n", question, make_question("n", "numeric"))

    assert found["Q1"] == ["a c", "b", None, "a b c"]


def test_a_separator_may_stand_inside_an_option():
    question = Question(
        "Q1", Kind.MULTIPLE, ("Q1",), separator=",", options=(Option("a", "Yes, always"), Option("b", "Never"))
    )

    assert read_well('Q1\n"Yes, always, Never"\n"Never,Yes, always"\n', question) == {"Q1": ["a b", "a b"]}


def test_unknown_parts_of_a_cell_are_problems_each():
    question = make_question("Q1", "multiple", "a b", separator=";")

    answers, report = read_rows("Q1\na;b\na;x;y\nx\n", question)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(3, "Q1", "x"), (3, "Q1", "y")]
    assert problems(report)[0][3].endswith("(2 rows, this is the first)")


def test_columns_may_each_hold_any_option():
    question = make_question("Q1", "multiple", "a b c d", columns=("first", "second"))

    assert read_well("first,second\nd,a\nb,\nc,c\n", question) == {"Q1": ["a d", "b", "c"]}


@pytest.mark.parametrize("count", [15, 16, 31, 32, 63, 64, 129])
def test_options_fill_masks_of_every_width(count):
    codes = [f"o{number}" for number in range(count)]
    question = make_question("Q1", "multiple", " ".join(codes), columns=tuple(codes))
    ticks = [[0], [count - 1], [0, count // 2, count - 1], list(range(count))]
    rows = "".join(",".join("1" if place in row else "0" for place in range(count)) + "\n" for row in ticks)

    found = read_well(",".join(codes) + "\n" + rows, question)

    assert found == {"Q1": [" ".join(codes[place] for place in row) for row in ticks]}


def test_more_options_than_an_int8_holds_are_read():
    codes = [f"o{number}" for number in range(130)]

    found = read_well("Q1\no0\no129\no64\n", make_question("Q1", options=" ".join(codes)))

    assert found == {"Q1": ["o0", "o129", "o64"]}


def test_numbers_are_plain():
    found = read_well(
        "N,x\n12,\n-0.5,\n1e3,\n+7.,\n.25,\n,1\n", make_question("N", "numeric"), make_question("x", "open")
    )

    assert found == {"N": [12, -0.5, 1000, 7, 0.25, None]}


def test_rows_of_weight_0_are_left_out_with_a_note():
    answers, report = read_rows("Q1,w\n1,0\n2,1\n1,2\n", make_question("Q1"), make_question("w", "weight"))

    assert answers is not None
    assert answers.respondents == 2
    assert answers.columns["w"].tolist() == [1, 2]
    assert answers.columns["Q1"].tolist() == [1, 0]
    assert notes(report)[0] == "column w: rows with a weight of 0 count nowhere and are left out: 1"


def test_a_row_counts_if_any_weight_counts_it():
    questions = [make_question("Q1"), make_question("v", "weight"), make_question("w", "weight")]

    answers, _report = read_rows("Q1,v,w\n1,0,1\n2,1,0\n1,0,0\n", *questions)

    assert answers is not None
    assert answers.columns["v"].tolist() == [0, 1]


def test_identifiers_own_words_and_ignored_columns_are_not_stored():
    questions = [make_question(code, code) for code in ("id", "open", "ignore")]

    answers, report = read_rows("id,open,ignore,Q1\n1,words,x,1\n", *questions, make_question("Q1"))

    assert not report.problems
    assert answers is not None
    assert list(answers.columns) == ["Q1"]


def test_columns_are_addressed_by_number_where_headings_repeat_or_lack():
    questions = [make_question("Q1", columns=("#1",)), make_question("Q2", columns=("#3",)), make_question("Q3")]

    assert read_well("same,Q3,same\n1,1,2\n2,1,1\n", *questions) == {
        "Q1": ["1", "2"],
        "Q2": ["2", "1"],
        "Q3": ["1", "1"],
    }


@pytest.mark.parametrize("number", ["#0", "#3", "#x", "#"])
def test_a_column_number_that_is_not_there_is_a_problem(number):
    answers, report = read_rows("Q1,Q2\n1,1\n", make_question("Q1", columns=(number,)), make_question("Q2"))

    assert answers is None
    assert (None, number, "") in [each[:3] for each in problems(report)]


def test_a_column_used_by_two_questions_is_a_problem():
    answers, report = read_rows("Q1\n1\n", make_question("Q1"), make_question("Q2", columns=("#1",)))

    assert answers is None
    assert problems(report) == [(None, "Q1", "", "the column is used twice: by Q1 and by Q2")]


def test_a_heading_that_a_spreadsheet_broke_needs_its_number():
    answers, report = read_rows("#NAME?,Q2\n1,1\n", make_question("Q1", columns=("#NAME?",)), make_question("Q2"))

    assert answers is None
    assert problems(report)[0][3] == "a spreadsheet left an error for a heading; name the column by its number, #1"


def test_an_option_labelled_with_a_date_is_a_problem():
    question = Question("size", Kind.SINGLE, ("size",), options=(Option("a", "1-9"), Option("b", "Oct-49")))

    answers, report = read_rows("size\n1-9\nOct-49\n", question)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(None, "size", "Oct-49")]


def test_a_column_without_heading_and_cells_is_no_column():
    assert read_well("Q1,,\n1,,\n2,,\n", make_question("Q1")) == {"Q1": ["1", "2"]}


def test_two_rows_of_headings_are_joined():
    content = "Which tools?,,Where?\nTerraform,Pulumi,Response\n1,,1\n,1,2\n"
    tools = make_question("tools", "multiple", "a b", columns=("Which tools? | Terraform", "Which tools? | Pulumi"))
    where = make_question("Q1", columns=("Where? | Response",))

    found = read_well(content, tools, where, file=FileForm(heading_rows=2))

    assert found == {"tools": ["a", "b"], "Q1": ["1", "2"]}


def test_progress_tells_the_rows_that_are_read():
    told: list[tuple[int, int | None]] = []
    content = ("Q1\n" + "1\n2\n" * 600).encode()

    read_answers(content, "a.csv", Codebook((make_question("Q1"),)), Report(), lambda *rows: told.append(rows))

    assert told == [(512, None), (1024, None), (1200, None)]


def test_texts_are_judged_anew_where_they_are_too_many_to_remember(monkeypatch):
    for module in (lookups, number_coders):
        monkeypatch.setattr(module, "MOST_REMEMBERED", 1)
    questions = [
        make_question("Q1", options="a b c"),
        make_question("tools", "multiple", "x y z", separator=";"),
        make_question("N", "numeric"),
    ]

    found = read_well("Q1,tools,N\na,x;y,1\nb,z,2\nc,x;y;z,3\nb,z,2\nc,x;y,1\n", *questions)

    assert found == {"Q1": list("abcbc"), "tools": ["x y", "z", "x y z", "z", "x y"], "N": [1, 2, 3, 2, 1]}


def test_many_different_texts_that_mean_nothing_are_counted(monkeypatch):
    monkeypatch.setattr(lookups, "MOST_KEPT", 7)

    _answers, report = read_rows("Q1\n" + "".join(f"x{number}\n" for number in range(20)), make_question("Q1"))

    assert [each[2] for each in problems(report)] == ["x0", "x1", "x2", "x3", "x4", ""]
    assert problems(report)[-1][3] == "15 more such values"


def test_many_rows_of_one_problem_are_counted():
    _answers, report = read_rows("id,x\n" + "same,1\n" * 30, make_question("id", "id"), make_question("x", "open"))

    found = problems(report)
    assert [each[0] for each in found] == [*range(3, 23), None]
    assert found[-1][3] == "another respondent has this identifier already: 9 more rows"
