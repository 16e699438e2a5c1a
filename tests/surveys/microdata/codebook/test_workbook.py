"""Codebooks that somebody has filled in with a spreadsheet, and what spreadsheets do to them."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter

from portal.loading.problems import Report
from surveys.microdata import workbooks
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Kind, Net, Option
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.codebook.writing import codebook_workbook
from tests.surveys.microdata.factories import make_question

QUESTIONS = [["code", "kind", "columns"], ["Q1", "scale", "Q1"], ["Q2", "multiple", "a\nb"]]
OPTIONS = [
    ["question", "code", "label_en", "value", "counts"],
    ["Q1", 1, "Never", 1, None],
    ["Q1", 2.0, "Now", 2.5, None],
    ["Q1", "both", "Either", None, "1, 2"],
    ["Q2", "a", "A", None, None],
    ["Q2", "b", "B", None, None],
]
SHEETS = {"questions": QUESTIONS, "options": OPTIONS}


def made(**sheets) -> bytes:
    """A workbook as a spreadsheet program writes it; a value that begins with = is a formula."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def changed(sheet: str, row: int, column: int, value) -> bytes:
    rows = [list(each) for each in SHEETS[sheet]]
    rows[row][column] = value
    return made(**{**SHEETS, sheet: rows})


def read(content: bytes):
    report = Report()
    return read_codebook("book.xlsx", content, report), report


def test_numbers_of_cells_are_codes_and_values():
    found, report = read(made(**SHEETS))

    assert [str(problem) for problem in report.problems] == []
    scale, multiple = found.questions
    assert scale.options == (Option("1", "Never", value=1), Option("2", "Now", value=2.5))
    assert scale.nets == (Net("both", "Either", "", ("1", "2")),)
    assert (multiple.kind, multiple.columns) == (Kind.MULTIPLE, ("a", "b"))


WRONG = {  # case → the workbook, sheet, line, column, value, a part of what was expected
    "date": (changed("options", 1, 1, date(2026, 10, 4)), "options", 2, "code", "2026-10-04", "found a date"),
    "logical": (changed("options", 2, 1, True), "options", 3, "code", "true", "found a logical value"),
    "formula": (changed("options", 2, 2, "=A1"), "options", 3, "C3", "", "found a formula"),
    "question": (changed("options", 1, 0, "Q22"), "options", 2, "question", "Q22", "nearest: Q2"),
    "heading": (changed("options", 0, 2, "lable_en"), "options", 1, "lable_en", "lable_en", "nearest: label_en"),
    "heading_twice": (changed("options", 0, 3, "code"), "options", 1, "code", "code", "expected once"),
    "no_heading": (changed("options", 0, 3, None), "options", 2, "", "1", "expected a heading"),
    "counts": (changed("options", 3, 4, "1, 3"), "options", 4, "options", "3", "expected an option of Q1"),
    "setting": (
        made(**SHEETS, repairs=[["rule", "why", "settings"], ["drop", "x", "{"]]), "repairs", 2, "settings", "{",
        "JSON",
    ),
    "share": (
        made(**SHEETS, weighting=[["question", "option", "share"], ["Q1", "1", None]]), "weighting", 2, "share", "",
        "expected a question, an option and its share",
    ),
    "key": (made(**SHEETS, codebook=[["key", "value"], ["survei", "x"]]), "codebook", 2, "survei", "survei", "survey"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_wrong_cell_is_refused_with_its_sheet_and_row(case):
    content, sheet, line, column, value, expected = WRONG[case]

    found, report = read(content)

    assert found is None
    problem = report.problems[0]
    assert (problem.file, problem.line, problem.column, problem.value) == (
        f"book.xlsx, sheet {sheet}",
        line,
        column,
        value,
    )
    assert expected in problem.expected


def test_sheet_of_questions_is_needed_and_others_are_noted():
    found, report = read(made(question=QUESTIONS))
    assert found is None
    assert [problem.expected for problem in report.problems] == ["expected a sheet named questions; nearest: question"]

    found, report = read(made(**SHEETS, scratch=[["x"]]))
    assert found is not None
    assert [note.value for note in report.notes] == ["scratch"]


def test_macros_are_refused_whatever_the_name_says():
    target = io.BytesIO(made(**SHEETS))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")

    found, report = read(target.getvalue())

    assert found is None
    assert "macros" in report.problems[0].expected


def test_cell_far_away_is_refused_before_room_is_made_for_it():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet("questions").write(1_048_575, 16_383, "x")

    found, report = read(target.getvalue())

    assert found is None
    assert "16384 columns × 1048576 rows" in report.problems[0].expected


def test_archive_that_unpacks_beyond_bounds_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 70 * 1024 * 1024)

    found, report = read(target.getvalue())

    assert found is None
    assert "far larger" in report.problems[0].expected


def test_formulas_beyond_the_first_are_counted(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_SHOWN", 1)

    _found, report = read(made(questions=[["=1", "=2", "=3"]]))

    assert report.total == 3
    assert len(report.kept) == 1


def test_text_longer_than_a_cell_is_not_cut():
    book = Codebook((make_question(note="x" * 32_768),))

    with pytest.raises(ValueError, match="32768 characters"):
        codebook_workbook(book)


def test_sheets_are_as_other_programs_read_them():
    book = openpyxl.load_workbook(io.BytesIO(codebook_workbook(Codebook((make_question(nets={"any": "1 2"}),)))))

    assert book.sheetnames == ["questions", "options", "codebook"]
    assert [cell.value for cell in book["options"][4]][:3] == ["Q1", "any", "Net any"]
    assert book["options"]["I4"].value == "1 2"
    assert book["questions"]["A2"].number_format == "@"
