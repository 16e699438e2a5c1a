"""Forms of a file that are fine, and the lines that rows are said to begin on."""

import pytest

from portal.loading.files import InputFile
from portal.loading.problems import Report
from portal.loading.reader import read_table

COLUMNS = ["code", "name"]


def read(content: bytes):
    report = Report()
    table = read_table(InputFile("words.csv", content), COLUMNS, report)
    return table, report


@pytest.mark.parametrize(
    "content",
    [
        b"code,name\na,One\nb,Two\n",
        b"code,name\na,One\nb,Two",
        b"\xef\xbb\xbfcode,name\na,One\nb,Two\n",
        b"code,name\r\na,One\r\nb,Two\r\n",
        b"code,name\ra,One\rb,Two\r",
        b"\n\ncode,name\n\na,One\n\nb,Two\n\n",
        b"code,name\na,One\n,\nb,Two\n , \n",
        b" code , name \n a , One\nb,\xc2\xa0Two \n",
        b"name,code\nOne,a\nTwo,b\n",
        b'"code","name"\n"a","One"\n"b","Two"\n',
    ],
    ids=["plain", "no last end", "mark", "CRLF", "CR", "blank lines", "empty cells", "blanks", "order", "quoted"],
)
def test_file_is_read_whatever_its_fine_points(content):
    table, report = read(content)

    assert [row.cells for row in table.rows] == [{"code": "a", "name": "One"}, {"code": "b", "name": "Two"}]
    assert report.problems == []
    assert table.is_sound


def test_columns_alone_are_no_problem():
    table, report = read(b"code,name\n")

    assert (table.rows, report.problems) == ([], [])


def test_line_is_the_one_the_row_begins_on():
    table, _ = read('code,name\n"a","one\nand more"\n\nb,Two\n"c","三"\n'.encode())

    assert [(row.line, row.cells["code"]) for row in table.rows] == [(2, "a"), (5, "b"), (6, "c")]


@pytest.mark.parametrize("cell", ["-5", "-0.5", "a-b", "1=1", "– dash", "x@y"])
def test_text_that_is_no_formula_passes(cell):
    table, report = read(f"code,name\na,{cell}\n".encode())

    assert table.rows[0].cells["name"] == cell
    assert report.problems == []


def test_line_of_a_wrong_byte_is_right_behind_a_mark():
    _, report = read(b"\xef\xbb\xbfcode,name\na,caf\xe9\n")

    assert [(problem.line, problem.value) for problem in report.problems] == [(2, "byte 19 is 0xE9")]


def test_longest_cell_is_a_problem_and_no_crash():
    _, report = read(b"code,name\na," + b"x" * 200_000 + b"\n")

    assert [(problem.file, problem.line) for problem in report.problems] == [("words.csv", 2)]


def test_columns_of_another_table_are_said_and_no_row_is_read():
    table, report = read(b"wave,option\n2020,cost\n")

    assert {problem.column for problem in report.problems} == {"wave", "option", "code", "name"}
    assert table.rows == []
    assert not table.is_sound


def test_quotation_mark_that_never_ends_in_the_columns_is_a_problem():
    table, report = read(b'"code,name\na,One\n')

    assert [problem.line for problem in report.problems] == [1]
    assert table.rows == []


def test_western_letters_that_gb18030_could_read_are_not_called_chinese():
    _, report = read("code,name\na,\u00c9t\u00e9 \u00e0 \u00c9cole\n".encode("latin-1"))

    assert "GB18030" not in report.problems[0].expected


def test_gb18030_is_known_also_with_rare_characters():
    _, report = read("code,name\na,函数计算与容器服务㐀\n".encode("gb18030"))

    assert "looks like GB18030" in report.problems[0].expected


@pytest.mark.parametrize("cell", ["  =1+1", "\u3000=1", " @SUM(A1)", " -1+1"], ids=ascii)
def test_blanks_do_not_hide_a_formula(cell):
    _, report = read(f"code,name\na,{cell}\n".encode())

    assert [(problem.line, problem.column) for problem in report.problems] == [(2, "name")]
    assert "formula" in report.problems[0].expected


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u2028", "\u202e", "\u2060", "\u2066", "\ufeff"], ids=lambda sign: f"U+{ord(sign):04X}"
)
def test_signs_that_nobody_sees_are_shown_and_refused(sign):
    _, report = read(f"code,name\na,O{sign}ne\n".encode())

    assert [problem.value for problem in report.problems] == [f"O\\u{ord(sign):04x}ne"]


def test_a_very_long_cell_is_called_so():
    _, report = read(b"code,name\na," + b"x" * 131_073 + b"\n")

    assert [problem.line for problem in report.problems] == [2]
    assert report.problems[0].expected.startswith("expected at most 131072 characters in a cell")


def test_capitals_in_a_column_are_found_again():
    _, report = read(b"CODE,name\na,One\n")

    assert report.problems[0].expected == "there is no such column here; nearest: code"
