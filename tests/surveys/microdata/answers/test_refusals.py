"""Every way in which a file of answers can be wrong: a small file each, refused with its place and value."""

import pytest
from django.utils import translation

from portal.loading.problems import Report
from surveys.microdata.answers.encoding_answers import read_answers
from tests.surveys.microdata.answers.reading import FILES, problems, said, tools_codebook

UNUSED = "no question of the codebook uses this column"
DATE = "this looks like a date that a spreadsheet made of a range"
ERROR = "a spreadsheet left an error here instead of a value"
NUMBER = "expected a number such as 12 or 0.85"
WEIGHT = "expected a weight: a number of 0 or more, in every row"
PERSONAL = "this looks like personal data"
LOST = "expected UTF-8, or file: encoding: in the codebook. "
BAD = {
    "ragged-short.csv": [(4, "", "r3,Europe,Yes,1,0,1,0,,1,c", "expected 11 cells, found 10")],
    "ragged-long.csv": [(4, "", "r3,Europe,Yes,1,0,1,0,,1,a,b,c", "expected 11 cells, found 12")],
    "column-missing.csv": [
        (None, "usage", "", "the file has no such column, which usage needs; nearest: useage"),
        (None, "useage", "", UNUSED),
    ],
    "column-doubled.csv": [
        (None, "region", "", "the file has no such column, which region needs"),
        (None, "usage", "", "2 columns have this heading; name one by its number, such as #2"),
        (None, "#2", "", UNUSED),
        (None, "#3", "", UNUSED),
    ],
    "column-unused.csv": [(None, "extra", "", UNUSED)],
    "column-without-heading.csv": [(None, "#12", "", UNUSED)],
    "option-unknown.csv": [(3, "region", "Asai", "expected one of the options of region; nearest: Asia")],
    "option-unknown-often.csv": [
        (2, "region", "Mars", "expected one of the options of region (3 rows, this is the first)"),
        (5, "region", "Venus", "expected one of the options of region"),
        (6, "region", "Pluto", "expected one of the options of region"),
        (7, "region", "Earth", "expected one of the options of region"),
        (8, "region", "Moon", "expected one of the options of region"),
        (None, "region", "", "2 more such values"),
    ],
    "option-date.csv": [(3, "region", "Oct-49", DATE)],
    "option-date-day.csv": [(3, "region", "5-Feb", DATE)],
    "option-date-chinese.csv": [(3, "region", "2月5日", DATE)],
    "error-name.csv": [(3, "region", "#NAME?", ERROR)],
    "error-ref-in-number.csv": [(3, "years", "#REF!", ERROR)],
    "tick-unknown.csv": [(2, "tools: pulumi", "maybe", "expected one of the options of tools")],
    "number-thousands.csv": [(5, "years", "10,000", NUMBER)],
    "number-word.csv": [(3, "years", "ten", NUMBER)],
    "number-infinite.csv": [(3, "years", "1e999", NUMBER)],
    "number-nan.csv": [(3, "years", "nan", NUMBER)],
    "number-full-width.csv": [(3, "years", "２", NUMBER)],
    "weight-missing.csv": [(3, "w", "", WEIGHT)],
    "weight-negative.csv": [(3, "w", "-0.8", WEIGHT)],
    "weight-infinite.csv": [(3, "w", "inf", WEIGHT)],
    "weight-word.csv": [(3, "w", "heavy", WEIGHT)],
    "id-twice.csv": [(4, "id", "r1", "another respondent has this identifier already")],
    "id-blank.csv": [(4, "id", "", "expected an identifier of the respondent")],
    "exclusive-with-others.csv": [
        (3, "tools: terraform", "pulumi, none", "none excludes the other answers of tools, but they are ticked too")
    ],
    "outside-base.csv": [(3, "satisfaction", "2", "satisfaction was answered outside its base (usage in yes)")],
    "personal-email.csv": [(2, "note", "ja…", PERSONAL)],
    "personal-phone.csv": [(2, "note", "+8…", PERSONAL)],
    "personal-ip.csv": [(2, "note", "20…", PERSONAL)],
    "personal-heading-name.csv": [(None, "Name", "", PERSONAL)],
    "personal-heading-chinese.csv": [(None, "3、手机", "", PERSONAL)],
    "personal-heading-email.csv": [(None, "E-mail address", "", PERSONAL)],
    "empty.csv": [(None, "", "", "the file is empty; expected headings and a row a respondent")],
    "blank-lines.csv": [(None, "", "", "the file is empty; expected headings and a row a respondent")],
    "headings-only.csv": [(None, "", "", "the file holds no row of answers behind its headings")],
    "nul.csv": [(2, "", "NUL", "expected text, but byte 128 is NUL; delete it")],
    "quotation-mark-open.csv": [(2, "", "", "cannot be read as CSV from here on (unexpected end of data)")],
    "encoding-windows-1252.csv": [
        (2, "", "byte 126 is 0xE9", f"{LOST}windows-1252 reads “1,Europe,Yes,3,1,1,0,4,1.2,café – déjà vu it’s,a”.")
    ],
    "encoding-mac-roman.csv": [
        (2, "", "byte 126 is 0x8E", f"{LOST}mac_roman reads “1,Europe,Yes,3,1,1,0,4,1.2,café – déjà vu it’s,a”.")
    ],
    "encoding-gb18030.csv": [
        (2, "", "byte 123 is 0xCE", f"{LOST}gb18030 reads “r1,Europe,Yes,3,1,1,0,4,1.2,我们喜欢这个工具,a”.")
    ],
    "encoding-utf-16-without-mark.csv": [(None, "", "", f"{LOST}utf-16-le reads “id,region,usage,satisfaction,")],
    "workbook.csv": [(None, "", "", "the name ends in .csv, but its content is that of a .xlsx file")],
    "text.xlsx": [(None, "", "", "the name ends in .xlsx, but its content is that of a .csv file")],
    "text.sav": [(None, "", "", "the name ends in .sav, but its content is that of a .csv file")],
    "old-workbook.xlsx": [(None, "", "", "this is an old or an encrypted workbook")],
    "old.xls": [(None, "", "", "this format is not read; save it as .xlsx or as CSV in UTF-8")],
    "macros.xlsm": [(None, "", "", "workbooks with macros are not opened; save it as .xlsx")],
    "damaged.xlsx": [(None, "", "", "the workbook is damaged or locked by a password")],
    "damaged.sav": [(None, "", "", "cannot be read as an SPSS file: ")],
    "report.pdf": [(None, "", "", "expected a file whose name ends in .csv, .tsv, .txt, .xlsx or .sav")],
}


def test_the_file_that_the_bad_ones_vary_is_good():
    report = Report()

    answers = read_answers(FILES / "good.csv", "good.csv", tools_codebook(), report)

    assert [str(problem) for problem in report.problems] == []
    assert said(answers) == {
        "region": ["europe", "asia", "europe", "asia"],
        "usage": ["yes", "no", "yes", "yes"],
        "satisfaction": ["3", None, "1", None],
        "tools": ["terraform pulumi", "none", "pulumi", None],
        "years": [4.0, 2.5, None, 10.0],
        "w": [1.2, 0.8, 1.0, 1.0],
    }


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_every_problem(name):
    report = Report()

    answers = read_answers(FILES / "bad" / name, name, tools_codebook(), report)

    found = problems(report)
    assert answers is None
    assert [each[:3] for each in found] == [each[:3] for each in BAD[name]]
    for (_line, _column, _value, words), (_l, _c, _v, begin) in zip(found, BAD[name], strict=True):
        assert words.startswith(begin)


@pytest.mark.parametrize("name", BAD)
def test_problems_are_said_in_chinese(name):
    report = Report()

    with translation.override("zh-hans"):
        read_answers(FILES / "bad" / name, name, tools_codebook(), report)

    assert report.problems
    for problem in report.problems:
        assert any("\u4e00" <= character <= "\u9fff" for character in problem.expected), problem


def test_every_bad_file_is_tested():
    assert {file.name for file in (FILES / "bad").iterdir()} == set(BAD)


def test_problems_of_all_kinds_are_said_at_once():
    rows = (FILES / "good.csv").read_text(encoding="utf-8").splitlines()
    rows[1] = rows[1].replace("Europe", "Mars")
    rows[2] = rows[2].replace("0.8", "-1")
    rows[3] = rows[3].replace("r3", "r1")
    report = Report()

    answers = read_answers("\n".join(rows).encode(), "all.csv", tools_codebook(), report)

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(2, "region", "Mars"), (3, "w", "-1"), (4, "id", "r1")]


def test_a_file_that_is_not_there_is_said():
    report = Report()

    assert read_answers(FILES / "nowhere.csv", "nowhere.csv", tools_codebook(), report) is None
    assert [each[3] for each in problems(report)] == ["cannot be read: No such file or directory"]
