"""Delimited text in every encoding, with every delimiter and end of line."""

import pytest

from portal.loading.problems import Report
from surveys.microdata.answers.encodings import candidates
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import FileForm
from tests.surveys.microdata.answers.reading import problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question

ROWS = "Q1,note\n1,甲\n2,“b”\n"
QUESTIONS = (make_question("Q1"), make_question("note", "open"))
READ = {"Q1": ["1", "2"]}


def rows_of(content: bytes, **form) -> tuple[list, list]:
    report = Report()
    file = open_file("a.csv", content, FileForm(**form), report)
    assert file is not None
    blocks = list(file.chunks())
    assert problems(report) == []
    return [row for block in blocks for row in block.rows], [line for block in blocks for line in block.lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"], ids=["LF", "CR LF", "CR", "CR CR LF"])
def test_lines_are_counted_whatever_ends_them(end):
    content = end.join(["a,b", "1,x", "", '2,"y, z"', "3,"]) + end

    rows, lines = rows_of(content.encode())

    assert rows == [["1", "x"], ["2", "y, z"], ["3", ""]]
    assert lines == [2, 4, 5]


def test_a_cell_may_hold_lines_and_the_row_is_named_by_its_first():
    rows, lines = rows_of(b'a,b\n1,"two\nlines"\n2,""""\n')

    assert rows == [["1", "two\nlines"], ["2", '"']]
    assert lines == [2, 4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_the_delimiter_is_found(delimiter):
    content = ROWS.replace(",", delimiter)

    assert read_well(content, *QUESTIONS) == READ


def test_decimal_commas_do_not_mislead():
    rows, _lines = rows_of(b"a;b;c\n1,5;2,5;x\n1,5;2,5;x\n")

    assert rows == [["1,5", "2,5", "x"], ["1,5", "2,5", "x"]]


@pytest.mark.parametrize("written", ["\t", "tab", "\\t"])
def test_the_codebook_may_state_the_delimiter(written):
    rows, _lines = rows_of(b"a,b\tc\n1\t2\n", delimiter=written)

    assert rows == [["1", "2"]]


def test_a_delimiter_that_is_none_is_a_problem():
    report = Report()

    assert open_file("a.csv", b"a,b\n1,2\n", FileForm(delimiter="::"), report) is None
    assert problems(report) == [(None, "", "::", "expected file: delimiter: to be a comma, a semicolon, a tab or |")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_text_and_utf_8_need_not_be_stated(encoding):
    assert read_well(ROWS.encode(encoding), *QUESTIONS) == READ


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1252", "café – déjà vu, it’s"),
        ("mac_roman", "café – déjà vu, it’s"),
        ("gb18030", "我们使用的平台"),
        ("utf-16-le", "naïve"),
    ],
)
def test_what_the_codebook_states_is_read(encoding, text):
    rows, _lines = rows_of(f'a,b\n1,"{text}"\n'.encode(encoding), encoding=encoding)

    assert rows == [["1", text]]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1252", "Größe über alles; l’été dernier — c’était très bien"),
        ("mac_roman", "Größe über alles; l’été dernier — c’était très bien"),
        ("mac_roman", "don’t know"),
        ("windows-1252", "don’t know"),
        ("gb18030", "最常用的云服务商是哪家？阿里云"),
    ],
)
def test_the_likeliest_encoding_is_named_first(encoding, text):
    assert candidates(text.encode(encoding))[0].encoding == encoding
    assert candidates(text.encode(encoding))[0].sample in text


def test_bytes_that_the_stated_encoding_lacks_are_named_with_their_line():
    answers, report = read_rows(b"Q1,note\n1,a\n2,\x81\n", *QUESTIONS, file=FileForm(encoding="windows-1252"))

    assert answers is None
    assert problems(report) == [
        (3, "", "0x81", "this byte is no cp1252, the encoding that the codebook or the mark of the file states")
    ]


def test_a_file_that_ends_within_a_character_is_refused():
    answers, report = read_rows(b"Q1,note\n1,a\n2,\xe7\x94", *QUESTIONS)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(3, "", "byte 15 is 0xE7")]


def test_utf_8_is_not_read_as_something_else_because_a_codebook_says_so():
    answers, report = read_rows(ROWS, *QUESTIONS, file=FileForm(encoding="windows-1252"))

    assert answers is None
    assert problems(report)[0][3].startswith("the codebook states this encoding, but the file is UTF-8")


@pytest.mark.parametrize("encoding", ["klingon", "base64", "rot13"])
def test_an_encoding_that_is_none_is_a_problem(encoding):
    answers, report = read_rows(ROWS, *QUESTIONS, file=FileForm(encoding=encoding))

    assert answers is None
    assert problems(report)[0][2:] == (
        encoding,
        "there is no such encoding; expected one such as utf-8, utf-16, gb18030, windows-1252, mac_roman",
    )


def test_utf_8_may_be_stated_and_is_checked_all_the_same():
    answers, report = read_rows(b"Q1,note\n1,caf\xe9\n", *QUESTIONS, file=FileForm(encoding="UTF8"))

    assert answers is None
    assert problems(report)[0][:3] == (2, "", "byte 14 is 0xE9")


def test_headings_are_read_before_rows_and_may_be_more():
    report = Report()
    file = open_file("a.csv", b"What?,,Where?\nx,y,Response\n1,,2\n", FileForm(), report)
    assert file is not None

    two = file.with_heading_rows(2)

    assert file.names == ("What?", "", "Where?")
    assert two.names == ("What? | x", "What? | y", "Where? | Response")
    assert two.addresses == two.names
    assert file.addresses == ("What?", "#2", "Where?")
    assert [block.rows for block in two.chunks()] == [[["1", "", "2"]]]
    assert two.headings == (("What?", "", "Where?"), ("x", "y", "Response"))


def test_a_first_row_of_headings_that_is_whole_names_the_columns():
    file = open_file("a.csv", b"Q1,Q2\nHow?,Why?\n1,2\n", FileForm(heading_rows=2), Report())

    assert file is not None
    assert file.names == ("Q1", "Q2")


def test_the_checksum_is_that_of_the_file():
    file = open_file("a.csv", b"a,b\n1,2\n", FileForm(), Report())

    assert file is not None
    assert file.sha256 == "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470"


def test_a_marked_file_that_ends_within_a_character_is_refused():
    answers, report = read_rows(ROWS.encode("utf-16")[:-1], *QUESTIONS)

    assert answers is None
    assert problems(report)[0][3].startswith("this byte is no utf-16")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_mark_of_the_byte_order_is_no_part_of_the_first_heading(encoding):
    content = f"\ufeff{ROWS}".encode(encoding)

    answers, report = read_rows(content, *QUESTIONS, file=FileForm(encoding=encoding))

    assert problems(report) == []
    assert answers is not None


@pytest.mark.parametrize("delimiter", [";", "\t"], ids=["semicolon", "tab"])
def test_a_line_that_names_the_delimiter_is_no_row(delimiter):
    content = f"sep={delimiter}\r\nQ1{delimiter}note\r\n1{delimiter}a\r\n3{delimiter}b\r\n"

    answers, report = read_rows(content, *QUESTIONS)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(4, "Q1", "3")]


def test_a_quoted_first_heading_behind_a_mark_is_read():
    answers, report = read_rows(
        '\ufeff"Q1","note"\n1,a\n'.encode("utf-16-le"), *QUESTIONS, file=FileForm(encoding="utf-16-le")
    )

    assert problems(report) == []
    assert answers is not None
