"""CSV, JSON, Markdown and workbooks of one exhibit: exact, and the same numbers in each."""

import csv
import io
import json

import openpyxl
import pytest

from portal.exhibits.data_files import csv_file, json_file
from portal.exhibits.markdown import escape, markdown_file
from portal.exhibits.workbook import workbook_file
from tests.portal.exhibits.examples import make_exhibit, make_frame


def test_csv_is_tidy_with_labels_beside_codes():
    assert csv_file(make_exhibit()).decode() == (
        "survey,option,option_label,value,base_n,status,source\r\n"
        'users,yes,"Yes, in use",62.5,1200,,report-2021\r\n'
        "users,no,No,30,1200,,report-2021\r\n"
        "users,other,=Other | rest,,1200,n,report-2021\r\n"
    )


@pytest.mark.parametrize(
    ("labels", "heading"),
    [
        ("code", "survey,option,value,base_n,status,source"),
        ("default", "survey,option,option_label,value,base_n,status,source"),
        ("both", "survey,option,option_label_en,option_label_zh,value,base_n,status,source"),
    ],
)
def test_csv_labels(labels, heading):
    assert csv_file(make_exhibit(), labels=labels).decode().partition("\r\n")[0] == heading


def test_csv_label_follows_the_language():
    assert "已使用" in csv_file(make_exhibit(language="zh-hans")).decode()


def test_csv_for_excel_has_a_mark_and_no_formula():
    text = csv_file(make_exhibit(), excel=True).decode()

    assert text.startswith("\ufeffsurvey,")
    assert "'=Other | rest" in text
    assert "'=" not in csv_file(make_exhibit()).decode()


def test_json_carries_columns_rows_notes_and_citations():
    answer = json.loads(json_file(make_exhibit()))

    assert answer["exhibit"]["address"] == "surveys/users/2020/use"
    assert answer["exhibit"]["version"] == 7
    assert answer["exhibit"]["licence"] == {"code": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}
    assert [column["key"] for column in answer["columns"]] == [
        "survey",
        "option",
        "option_label",
        "value",
        "base_n",
        "status",
        "source",
    ]
    assert answer["columns"][3] == {"key": "value", "label": "Share", "unit": "%", "decimals": 2, "role": "value"}
    assert answer["rows"][2] == {
        "survey": "users",
        "option": "other",
        "option_label": "=Other | rest",
        "value": None,
        "base_n": 1200,
        "status": "n",
        "source": "report-2021",
    }
    assert answer["notes"][0] == {"text": "Base not published.", "mandatory": True}
    assert answer["citations"][0]["url"] == "https://example.org/r"


def test_markdown_shows_title_table_notes_and_sources():
    text = markdown_file(make_exhibit()).decode()

    assert text.startswith("# Most use functions\n\nUse of functions\n")
    assert (
        "| Answer | Share | Base | Source |\n| --- | ---: | ---: | --- |\n| Yes, in use | 62.5% | 1,200 | [1] |" in text
    )
    assert "| =Other \\| rest | – | 1,200 | [1] |" in text
    assert "[1] An Institute, Report on functions, 2021, page 13 <https://example.org/r>" in text


def test_workbook_has_typed_cells_a_native_chart_and_an_about_sheet():
    book = openpyxl.load_workbook(io.BytesIO(workbook_file(make_exhibit())))

    assert book.sheetnames == ["Data", "Chart", "About"]
    assert [cell.value for cell in book["Data"][2]] == ["users", "yes", "Yes, in use", 62.5, 1200, None, "report-2021"]
    assert book["Data"]["C4"].value == "=Other | rest"
    assert book["Data"]["C4"].data_type == "s"  # text, not a formula
    assert book["Data"]["D4"].value is None
    chart = book["Chart"]._charts[0]
    assert chart.series[0].val.numRef.f == "Chart!$B$2:$B$4"
    assert [[cell.value for cell in row[:2]] for row in book["Chart"]["A1:B4"]] == [
        [None, "Use of functions"],
        ["Yes, in use", 62.5],
        ["No", 30],
        ["=Other | rest", None],
    ]
    about = {row[0].value: row[1].value for row in book["About"].rows}
    assert about["Title"] == "Use of functions"
    assert about["Source"] == "An Institute, Report on functions, 2021, page 13 https://example.org/r"


def test_same_exhibit_gives_the_same_workbook():
    assert workbook_file(make_exhibit()) == workbook_file(make_exhibit())


def test_all_formats_agree_number_by_number():
    exhibit = make_exhibit()
    from_csv = [row["value"] for row in csv.DictReader(io.StringIO(csv_file(exhibit).decode(), newline=""))]
    from_json = [row["value"] for row in json.loads(json_file(exhibit))["rows"]]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_file(exhibit)))["Data"]
    from_book = [cell.value for cell in sheet["D"][1:]]

    assert from_json == from_book == [float(text) if text else None for text in from_csv] == [62.5, 30, None]


def test_an_exhibit_without_rows_still_answers_every_format():
    exhibit = make_exhibit(frame=make_frame().iloc[:0])

    assert csv_file(exhibit).decode() == "survey,option,option_label,value,base_n,status,source\r\n"
    assert json.loads(json_file(exhibit))["rows"] == []
    assert openpyxl.load_workbook(io.BytesIO(workbook_file(exhibit))).sheetnames == ["Data", "About"]
    assert "# Most use functions" in markdown_file(exhibit).decode()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a_b *c* `d` <e> ~f~", r"a\_b \*c\* \`d\` \<e> \~f\~"),
        ("[word](https://example.org)", r"[word\](https://example.org)"),
        ("A &amp; B &#60; R&D", r"A \&amp; B \&#60; R&D"),
        ("see [1], two\nlines", "see [1], two lines"),
        ("back\\slash", r"back\\slash"),
    ],
    ids=["marks", "link", "entities", "source number and line", "backslash"],
)
def test_markdown_shows_text_as_it_is(text, written):
    assert escape(text) == written
