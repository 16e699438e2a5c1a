"""Warnings: what is taken in and said all the same."""

from tests.surveys.microdata.answers.reading import notes, read_rows
from tests.surveys.microdata.factories import make_question

ENOUGH = "".join(f"{1 + number % 2},{number}\n" for number in range(30))


def noted(content: str, *questions, **settings) -> list[str]:
    answers, report = read_rows(content, *questions, **settings)
    assert [str(problem) for problem in report.problems] == []
    assert answers is not None
    return notes(report)


def test_answers_without_oddities_are_loaded_in_silence():
    assert noted(f"Q1,N\n{ENOUGH}", make_question("Q1"), make_question("N", "numeric")) == []


def test_identical_rows_are_noted_with_their_lines():
    repeats = "1,0\n2,1\n1,0\n"

    assert noted(f"Q1,N\n{ENOUGH}{repeats}", make_question("Q1"), make_question("N", "numeric")) == [
        "3 rows are the same as an earlier one in every cell: 32, 33, 34"
    ]


def test_many_identical_rows_are_noted_by_the_first():
    found = noted("Q1,x\n" + "1,a\n2,b\n" * 20, make_question("Q1"), make_question("x", "open"))

    assert found == ["38 rows are the same as an earlier one in every cell: 4, 5, 6, 7, 8 …"]


def test_rows_that_differ_in_their_identifier_alone_are_identical():
    rows = ENOUGH.replace(",", ",r")
    questions = [make_question("Q1"), make_question("id", "id")]

    assert noted(f"Q1,id\n{rows}", *questions) == [
        "28 rows are the same as an earlier one in every cell: 4, 5, 6, 7, 8 …"
    ]


def test_options_that_nobody_chose_are_noted():
    questions = [make_question("Q1", options="1 2 3 4"), make_question("N", "numeric")]

    assert noted(f"Q1,N\n{ENOUGH}", *questions) == ["options of Q1 that nobody chose: 3, 4"]


def test_unticked_options_are_noted_in_every_mask():
    codes = [f"o{number}" for number in range(70)]
    rows = "".join("1," * 63 + f"0,1,1,1,1,0,1,{number}\n" for number in range(30))
    tools = make_question("Q1", "multiple", " ".join(codes), columns=tuple(codes))

    found = noted(f"{','.join(codes)},N\n{rows}", tools, make_question("N", "numeric"))

    assert found == ["options of Q1 that nobody chose: o63, o68"]


def test_small_bases_are_noted():
    questions = [
        make_question("Q1"),
        make_question("N", "numeric"),
        make_question("t", "multiple", "a b", separator=";"),
    ]
    rows = "".join(
        f"{1 + number % 2},{number if number < 29 else ''},{'a;b' if number < 12 else ''}\n" for number in range(30)
    )

    assert noted(f"Q1,N,t\n{rows}", *questions) == [
        "N was answered by fewer than 30 respondents: 29",
        "t was answered by fewer than 30 respondents: 12",
    ]


def weighted(weights: list[float]) -> str:
    return "Q1,w\n" + "".join(f"{1 + number % 2},{weight}\n" for number, weight in enumerate(weights))


def test_a_design_effect_above_2_is_noted():
    # n = 40: 30 of weight 0.1 and 10 of weight 3.7 add up to 40; Σw² = 137.2, so 40 · 137.2 / 1600 = 3.43.
    found = noted(weighted([0.1] * 30 + [3.7] * 10), make_question("Q1"), make_question("w", "weight"))

    assert found[-1] == "column w: the design effect is 3.43: the weights cost more than half of the sample"


def test_a_weight_above_5_times_the_mean_is_noted():
    # 39 of weight 1 and one of 7: the mean is 1.15, 7 is 6.09 times it; the design effect is 1.66.
    found = noted(weighted([1] * 39 + [7]), make_question("Q1"), make_question("w", "weight"))

    assert found[-1] == "column w: “7” – the largest weight is 6.1 times the mean"
    assert not any("design effect" in note for note in found)


def test_rows_of_weight_0_take_no_part_in_the_design_effect():
    found = noted(weighted([1] * 40 + [0] * 60), make_question("Q1"), make_question("w", "weight"))

    assert not any("design effect" in note for note in found)
    assert any("left out: 60" in note for note in found)


def test_headings_that_differ_only_in_blanks_are_noted():
    questions = [make_question("Q1", columns=("#1",)), make_question("N", "numeric", columns=("#2",))]

    assert noted(f"Your role,Yourrole \n{ENOUGH}", *questions) == [
        "column Your role: another heading differs from this one only in blanks",
        "column Yourrole : another heading differs from this one only in blanks",
    ]
