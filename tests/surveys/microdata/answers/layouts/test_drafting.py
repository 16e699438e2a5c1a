"""A draft says what a file says of itself; confirmed and otherwise untouched, it loads the file without a problem."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from portal.loading.problems import Report
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.answers.layouts.drafting import draft_codebook
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import Codebook, FileForm
from surveys.microdata.codebook.questions import Break, Kind
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.codebook.writing import codebook_yaml
from tests.surveys.microdata.answers.layouts.test_recognising import FILES

NAMES = [
    "plain.csv",
    "surveymonkey.csv",
    "surveymonkey-numeric.csv",
    "qualtrics.csv",
    "limesurvey.csv",
    "wenjuanxing.csv",
]


def draft(content: bytes | str, name: str = "answers.csv") -> Codebook:
    report = Report()
    file = open_file(name, content.encode() if isinstance(content, str) else content, FileForm(), report)
    assert file is not None, report.problems
    book = draft_codebook(file, report)
    assert report.problems == []
    return book


def draft_of(name: str) -> Codebook:
    return draft((FILES / name).read_bytes(), name)


def kinds(book: Codebook) -> dict[str, str]:
    return {question.code: str(question.kind) for question in book.questions}


def columns(*columns: tuple[str, list]) -> str:
    """A file of columns: a heading and its cells."""
    rows = [[heading for heading, _cells in columns], *zip(*[cells for _heading, cells in columns], strict=True)]
    return "".join(",".join(map(str, row)) + "\n" for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_not_confirmed_and_opens_no_break(name):
    book = draft_of(name)

    assert not book.is_confirmed
    assert {question.break_for for question in book.questions} == {Break.NO}


@pytest.mark.parametrize("name", NAMES)
def test_a_confirmed_draft_loads_its_own_file(name):
    path, report = FILES / name, Report()
    book = read_codebook("draft.yaml", codebook_yaml(draft_of(name)).encode(), report)

    answers = read_answers(path, name, replace(book, is_confirmed=True), report)

    assert report.problems == []
    assert answers.respondents == 12


def test_plain_file():
    book = draft_of("plain.csv")

    assert kinds(book) == {
        "respondent": "id",
        "region": "single",
        "uses_serverless": "single",
        "team_size": "numeric",
        "satisfaction": "scale",
        "tools": "multiple",
        "wt": "weight",
        "comment": "open",
        "email": "ignore",
    }
    assert book.file.layout == "plain"
    assert [option.source for option in book.by_code["region"].options] == [("Asia",), ("Europe",), ("North America",)]
    assert [option.value for option in book.by_code["satisfaction"].options] == [1, 2, 3, 4, 5]
    assert book.by_code["tools"].separator == ";"
    assert "personal data" in book.by_code["email"].note
    assert book.weight == ""


def test_surveymonkey_file():
    book = draft_of("surveymonkey.csv")

    assert kinds(book) == {
        "respondent_id": "id",
        "collector_id": "ignore",
        "start_date": "ignore",
        "end_date": "ignore",
        "ip_address": "ignore",
        "email_address": "ignore",
        "first_name": "ignore",
        "last_name": "ignore",
        "q1": "single",
        "q2": "multiple",
        "q2_other_please_specify": "open",
        "how_far_do_you_agree_serverless_saves_money": "single",
        "how_far_do_you_agree_serverless_is_hard_to_debug": "single",
        "anything_else": "open",
    }
    assert (book.file.layout, book.file.heading_rows) == ("surveymonkey", 2)
    clouds = book.by_code["q2"]
    assert clouds.text_en == "Which platforms do you use? Please select all that apply."
    assert [(option.code, option.source) for option in clouds.options] == [
        ("aws_lambda", ("AWS Lambda",)),
        ("azure_functions", ("Azure Functions",)),
        ("none_of_these", ("None of these",)),
    ]
    assert clouds.options[0].column == f"{clouds.text_en} | AWS Lambda"


def test_numeric_surveymonkey_file():
    book = draft_of("surveymonkey-numeric.csv")

    assert (book.file.layout, book.file.heading_rows) == ("surveymonkey_numeric", 3)
    assert kinds(book) == {
        "respondent_id": "id",
        "start_date": "ignore",
        "language": "ignore",
        "Q1": "single",
        "Q2": "multiple",
        "Q2_other_please_specify": "open",
        "Q3": "single",
    }
    assert [option.code for option in book.by_code["Q1"].options] == ["1", "2", "3", "4"]
    assert "numbers of answers" in book.by_code["Q1"].note
    assert [(option.label_en, option.source) for option in book.by_code["Q2"].options] == [
        ("Architect", ()),  # 1 is a tick
        ("Developer", ("2",)),
    ]


def test_qualtrics_file():
    book = draft_of("qualtrics.csv")

    assert (book.file.layout, book.file.heading_rows) == ("qualtrics", 3)
    assert {code: kind for code, kind in kinds(book).items() if code.startswith("Q")} == {
        "Q1": "single",
        "Q2": "multiple",
        "Q3_price": "single",
        "Q3_speed": "single",
        "Q4": "numeric",
        "Q5_TEXT": "open",
    }
    assert kinds(book)["ResponseId"] == "id"
    assert book.by_code["Q1"].text_en == "Do you use serverless?"
    assert book.by_code["Q2"].separator == ","
    assert book.by_code["Q3_price"].text_en == "How satisfied are you? – Price"


def test_limesurvey_file():
    book = draft_of("limesurvey.csv")

    assert kinds(book) == {
        "id": "id",
        "submitdate": "ignore",
        "lastpage": "ignore",
        "startlanguage": "ignore",
        "seed": "ignore",
        "q1": "single",
        "q2": "multiple",
        "q3_sq001": "scale",
        "q3_sq002": "scale",
        "q4": "numeric",
    }
    assert [option.column for option in book.by_code["q2"].options] == ["q2[SQ001]", "q2[SQ002]", "q2[other]"]


def test_limesurvey_file_with_full_texts():
    rows = [["Response ID", "Date submitted", "Last page", "q1. Which clouds? [AWS]", "q1. Which clouds? [Azure]"]]
    rows += [[str(number), "2026-05-01 10:00:00", "1", "Y", "N"] for number in range(5)]
    book = draft("".join(",".join(row) + "\n" for row in rows))

    assert book.by_code["q1"].text_en == "Which clouds?"
    assert [option.label_en for option in book.by_code["q1"].options] == ["AWS", "Azure"]


def test_wenjuanxing_file():
    book = draft_of("wenjuanxing.csv")

    assert kinds(book) == {
        "column_1": "id",
        "column_2": "ignore",
        "column_3": "ignore",
        "column_4": "ignore",
        "column_5": "ignore",
        "column_6": "ignore",
        "q1": "single",
        "q2": "multiple",
        "q3": "scale",
        "q4": "ignore",
        "q5": "open",
        "column_12": "ignore",
    }
    services = book.by_code["q2"]
    assert (services.text_zh, services.separator) == ("您使用哪些云服务？", "┋")
    assert [(option.code, option.label_zh) for option in services.options] == [
        ("o1", "函数计算"),
        ("o2", "容器服务"),
        ("o3", "对象存储"),
    ]
    assert "personal data" in book.by_code["q4"].note


def test_blank_and_repeated_headings_are_named_by_their_place():
    book = draft("a,a,,b\n" + "x,y,z,1\nu,v,w,2\n" * 5)

    assert [question.columns for question in book.questions] == [("#1",), ("#2",), ("#3",), ("b",)]
    assert len(book.by_code) == 4


def test_an_option_a_column_is_a_single_choice_where_nobody_took_two():
    book = draft("Where do you live?,,\nAsia,Europe,Africa\nAsia,,\n,Europe,\n,,Africa\nAsia,,\n")

    (question,) = book.questions
    assert question.kind is Kind.SINGLE
    assert "single choice" in question.note
    assert [option.column for option in question.options] == [f"Where do you live? | {x}" for x in question_labels()]


def question_labels() -> list[str]:
    return ["Asia", "Europe", "Africa"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        pytest.param(["yes", "no"] * 6, "single", id="two answers"),
        pytest.param([0, 1] * 6, "scale", id="zeros and ones"),
        pytest.param([*range(0, 11), 5], "scale", id="eleven steps"),
        pytest.param([3.5, 2, 7, 7] * 3, "numeric", id="halves"),
        pytest.param([-1, 2, 2, 3] * 3, "numeric", id="below zero"),
        pytest.param([12, 2, 2, 3] * 3, "numeric", id="above ten"),
        pytest.param([f"words {number}" for number in range(12)], "open", id="own words"),
        pytest.param([""] * 12, "ignore", id="blank"),
        pytest.param([f"2026-05-{number + 10}" for number in range(12)], "ignore", id="days"),
        pytest.param([f"a{number}@example.org" for number in range(12)], "ignore", id="e-mail addresses"),
        pytest.param(["A;B", "A", "B;C", "C"] * 3, "multiple", id="several in a cell"),
        pytest.param(["Yes. And no; both"] * 12, "single", id="one sentence with a semicolon"),
    ],
)
def test_kinds_are_guessed_from_cells(cells, kind):
    book = draft(columns(("place", ["p", "q", "r"] * 4), ("thing", cells)))

    assert kinds(book)["thing"] == kind


def test_a_running_number_is_no_question():
    book = draft(columns(("place", ["p", "q"] * 20), ("nr", list(range(1, 41)))))

    assert "running number" in book.by_code["nr"].note


def test_a_key_that_repeats_is_ignored_and_says_so():
    book = draft(columns(("Respondent ID", [1, 1, 2, 3]), ("use", ["a", "b", "a", "b"])))

    assert book.by_code["respondent_id"].kind is Kind.IGNORE
    assert "repeated" in book.by_code["respondent_id"].note


def test_a_weight_with_blanks_is_no_weight():
    book = draft(columns(("weight", [1, "", 2, 1.5]), ("use", ["a", "b", "a", "b"])))

    assert book.by_code["weight"].kind is not Kind.WEIGHT


def test_labels_that_make_the_same_code_are_told_apart():
    book = draft(columns(("written", ["a", "b", "a"] * 3), ("language", ["C", "C++", "C#"] * 3)))

    assert sorted(option.code for option in book.by_code["language"].options) == ["c", "c_2", "c_3"]


def test_notes_speak_the_language_of_who_drafts():
    with override("zh-hans"):
        book = draft_of("plain.csv")

    assert "个人数据" in book.by_code["email"].note
