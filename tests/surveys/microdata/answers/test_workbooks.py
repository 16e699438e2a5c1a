"""Workbooks of answers: sheets, numbers, dates and errors as they are, and packages that are not opened."""

import datetime
import io
import zipfile

import pytest
import xlsxwriter

from portal.loading.problems import Report
from surveys.microdata.answers import packages
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import FileForm
from surveys.microdata.codebook.questions import Kind, Option, Question
from tests.surveys.microdata.answers.reading import problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question

MANY = 40 * 1024 * 1024  # bytes


def workbook(*sheets: tuple[str, list[list]], left=0, top=0) -> bytes:
    """Sheets of rows; a date is written as one, a text that begins with # as the error that it names."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        date = book.add_format({"num_format": "mmm-yy"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows, top):
                for column, cell in enumerate(cells, left):
                    if isinstance(cell, datetime.date):
                        sheet.write_datetime(row, column, cell, date)
                    elif isinstance(cell, str) and cell.startswith("#"):
                        sheet.write_formula(row, column, "=1/0", None, cell)
                    else:
                        sheet.write(row, column, cell)
    return file.getvalue()


def changed(content: bytes, name: str, body: bytes | None = None) -> bytes:
    """The package with one more part, or one of other content."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        if body is not None:
            new.writestr(name, body)
    return file.getvalue()


def refusal(content: bytes, **form) -> list[tuple]:
    report = Report()
    assert open_file("a.xlsx", content, FileForm(**form), report) is None
    return [each[2:] for each in problems(report)]


def test_numbers_booleans_and_blanks_are_texts():
    content = workbook(("A", [["Q1", "t", "N"], [1, True, 2.5], [2.0, False, None], [1, None, 10**14]]))
    tick = Question("t", Kind.MULTIPLE, (), options=(Option("t", "T", column="t"),))

    found = read_well(content, make_question("Q1"), tick, make_question("N", "numeric"), name="a.xlsx")

    assert found == {"Q1": ["1", "2", "1"], "t": ["t", "", None], "N": [2.5, None, 1e14]}


def test_rows_are_named_as_the_sheet_numbers_them():
    content = workbook(("A", [["Q1", "x"], [1, "a"], [None, None], ["nowhere", "a"]]), top=2, left=3)

    answers, report = read_rows(content, make_question("Q1"), make_question("x", "open"), name="a.xlsx")

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(6, "Q1", "nowhere")]


def test_a_cell_that_a_spreadsheet_made_a_date_is_a_problem():
    content = workbook(("A", [["Q1"], [1], [datetime.date(2049, 10, 1)]]))

    answers, report = read_rows(content, make_question("Q1"), name="a.xlsx")

    assert answers is None
    ((line, column, value, words),) = problems(report)
    assert (line, column, value) == (3, "Q1", "2049-10-01")
    assert words.startswith("this looks like a date that a spreadsheet made of a range")


@pytest.mark.parametrize("error", ["#NAME?", "#REF!", "#DIV/0!", "#N/A"])
def test_error_cells_are_problems_and_no_blanks(error):
    content = workbook(("A", [["Q1", "N"], [1, 2], [2, error], [error, 3]]), top=1, left=1)

    answers, report = read_rows(content, make_question("Q1"), make_question("N", "numeric"), name="a.xlsx")

    assert answers is None
    assert {each[:3] for each in problems(report)} == {(4, "N", error), (5, "Q1", error)}


def test_the_only_filled_sheet_is_read():
    content = workbook(("Notes", []), ("Data", [["Q1"], [1]]))

    assert read_well(content, make_question("Q1"), name="a.xlsx") == {"Q1": ["1"]}


def test_of_several_sheets_the_codebook_names_one():
    content = workbook(("First", [["Q1"], [1]]), ("Second", [["Q1"], [2]]))

    assert read_well(content, make_question("Q1"), name="a.xlsx", file=FileForm(sheet="Second")) == {"Q1": ["2"]}
    assert refusal(content) == [
        ("First, Second", "several sheets have content; name the one to read by file: sheet: in the codebook")
    ]
    assert refusal(content, sheet="Secund") == [("Secund", "the workbook has no such sheet; nearest: Second")]


def test_a_workbook_without_cells_is_refused():
    assert refusal(workbook(("A", []))) == [("", "the workbook is empty; expected headings and a row a respondent")]


def test_an_empty_sheet_that_is_named_is_refused():
    assert refusal(workbook(("A", []), ("B", [["Q1"]])), sheet="A") == [
        ("A", "the sheet is empty; expected headings and a row a respondent")
    ]


def test_macros_are_refused_whatever_the_name_says():
    content = changed(workbook(("A", [["Q1"], [1]])), "xl/vbaProject.bin", b"code")

    assert refusal(content) == [("", "workbooks with macros are not opened; save it as .xlsx")]


def test_an_archive_that_unpacks_to_far_more_is_refused():
    content = changed(workbook(("A", [["Q1"], [1]])), "xl/media/image.png", b"\0" * MANY)

    assert refusal(content) == [("", "unpacked it would be larger than 700 MB; save it as CSV in UTF-8")]


def test_an_archive_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_PARTS", 5)

    assert refusal(workbook(("A", [["Q1"], [1]])))[0][1].startswith("unpacked it would be larger")


def test_an_archive_that_is_no_workbook_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("answers.csv", "Q1\n1\n")

    assert refusal(file.getvalue()) == [
        ("", "this is an archive but no .xlsx workbook; save it as .xlsx or as CSV in UTF-8")
    ]


def test_a_workbook_with_declared_entities_is_refused():
    content = changed(
        workbook(("A", [["Q1"], [1]])), "xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'
    )

    assert len(refusal(content)) == 1


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_broken_parts_are_refused_in_words(part):
    content = changed(workbook(("A", [["Q1"], [1]])), part, b"<broken")

    ((_value, words),) = refusal(content)
    assert "workbook" in words


def test_a_cut_workbook_is_refused():
    content = workbook(("A", [["Q1"], [1]]))

    assert refusal(content[: len(content) // 2]) == [
        ("", "the workbook is damaged or locked by a password; save it anew as .xlsx")
    ]


def test_error_cells_are_found_across_pieces(monkeypatch):
    monkeypatch.setattr(packages, "PIECE", 64)
    rows = [["Q1"], *([[1]] * 40), ["#REF!"], *([[2]] * 40), ["#NAME?"]]

    _answers, report = read_rows(workbook(("A", rows)), make_question("Q1"), name="a.xlsx")

    assert [each[:3] for each in problems(report)] == [(42, "Q1", "#REF!"), (83, "Q1", "#NAME?")]


def test_an_archive_that_lies_about_its_sizes_is_refused():
    """The part unpacks to 4 MB, and both of its headers say 100 bytes."""
    content = bytearray(changed(workbook(("A", [["Q1"], [1]])), "xl/sharedStrings.xml", b" " * (4 << 20)))
    name = b"xl/sharedStrings.xml"
    for signature, size, start in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = next(
            place
            for place in range(len(content))
            if content[place : place + 4] == signature and content[place + start : place + start + len(name)] == name
        )
        content[place + size : place + size + 4] = (100).to_bytes(4, "little")

    assert refusal(bytes(content)) == [("", "the workbook is damaged or locked by a password; save it anew as .xlsx")]
