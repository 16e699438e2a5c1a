"""Exported workbooks are brought up to date; sheets, columns and looks of their author stay.

openpyxl would lose native charts when it saves, so authors' edits are made in the XML or on sheets without charts.
"""

import io
import zipfile

import openpyxl
import pytest

from portal.refreshing.comparing import Change
from portal.refreshing.refreshing import refresh
from portal.refreshing.reports import Outcome
from tests.portal.refreshing.examples import add_answer, correct, exported, next_version, take_away, withdraw

pytestmark = pytest.mark.usefixtures("asked")


def sheets(document: bytes) -> dict[str, list[tuple]]:
    """The values of all cells; an empty text is nothing."""
    book = openpyxl.load_workbook(io.BytesIO(document))
    return {
        sheet.title: [
            tuple(None if value == "" else value for value in row) for row in sheet.iter_rows(values_only=True)
        ]
        for sheet in book
    }


def shares(document: bytes) -> dict[str, float]:
    head, *rows = sheets(document)["Data"]
    return {row[head.index("option")]: row[head.index("value")] for row in rows if row[head.index("option")]}


def edited(document: bytes, **changes: tuple[str, str]) -> bytes:
    """The file with a text replaced in some parts, named by their last words: sheet1=(old, new)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as read, zipfile.ZipFile(out, "w") as archive:
        for name in read.namelist():
            body = read.read(name).decode()
            old, new = changes.pop(name.rpartition("/")[2].partition(".")[0], ("", ""))
            assert old in body
            archive.writestr(name, body.replace(old, new) if old else body)
    assert not changes
    return out.getvalue()


def chart_of(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("xl/charts/chart1.xml").decode()


def test_what_is_as_it_was_comes_back_byte_for_byte():
    document = exported(".xlsx")
    next_version()

    result = refresh(document)

    assert [chart.outcome for chart in result.report.charts] == [Outcome.UNCHANGED]
    assert result.document is document


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("query", ["", "labels=code", "labels=both"])
def test_a_number_that_changed_is_corrected_and_all_else_is_as_exported_now(language, query):
    document = exported(".xlsx", language=language, query=query)
    correct("yes", "63.5")

    result = refresh(document)

    (chart,) = result.report.charts
    label = "yes" if query else "Yes 中" if language == "zh-hans" else "Yes"
    assert (chart.outcome, chart.changes) == (Outcome.CORRECTED, (Change(label, "value", "62", "63.5"),))
    assert sheets(result.document) == sheets(exported(".xlsx", language=language, query=query))
    assert ">63.5<" in chart_of(result.document)


def test_new_rows_go_into_the_sheets_and_the_chart():
    document = exported(".xlsx")
    add_answer("maybe", "Maybe", 40)

    result = refresh(document)

    (chart,) = result.report.charts
    assert (chart.outcome, chart.changes, chart.added) == (Outcome.UPDATED, (), 1)
    assert sheets(result.document) == sheets(exported(".xlsx"))
    assert "$A$2:$A$5" in chart_of(result.document)
    assert 'ptCount val="4"' in chart_of(result.document)
    twice = refresh(result.document)
    assert twice.document is result.document


def test_rows_that_went_leave_empty_cells():
    add_answer("maybe", "Maybe", 40)
    document = exported(".xlsx")
    take_away("maybe")

    result = refresh(document)

    (chart,) = result.report.charts
    assert (chart.outcome, chart.changes) == (Outcome.CORRECTED, (Change("Maybe", "value", "40", ""),))
    assert shares(result.document) == {"yes": 62, "no": 30, "unsure": 8}
    assert "$A$2:$A$4" in chart_of(result.document)


def test_what_the_portal_shows_no_more_is_withdrawn():
    document = exported(".xlsx")
    withdraw()

    result = refresh(document)

    assert [chart.outcome for chart in result.report.charts] == [Outcome.WITHDRAWN]
    assert result.document is document


def by_openpyxl(document: bytes, edit) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(document))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_own_sheets_columns_and_formulas_stay_where_they_are():
    def edit(book):
        book.create_sheet("Ours", 0)["A1"] = "=SUM(Data!A1:A3)"
        data = book["Data"]
        data.cell(1, data.max_column + 1).value = "own"
        data.cell(2, data.max_column).value = "=1+1"

    document = by_openpyxl(exported(".xlsx"), edit)
    correct("yes", 64)

    result = refresh(document)

    book = openpyxl.load_workbook(io.BytesIO(result.document))
    data = book["Data"]
    assert book.sheetnames == ["Ours", "Data", "Chart", "About"]
    assert book["Ours"]["A1"].value == "=SUM(Data!A1:A3)"
    assert [data.cell(row, data.max_column).value for row in (1, 2)] == ["own", "=1+1"]
    assert shares(result.document)["yes"] == 64


def test_own_columns_between_ours_stay_and_ours_are_found():
    def edit(book):
        book["Data"].insert_cols(2)
        for row, text in enumerate(("own", "a", "b", "c"), start=1):
            book["Data"].cell(row, 2).value = text
        name = book.defined_names["smw_data"]
        name.attr_text = name.attr_text.replace("$O$", "$P$")  # as office programs do of themselves

    document = by_openpyxl(exported(".xlsx"), edit)
    correct("yes", 64)

    result = refresh(document)

    assert [row[1] for row in sheets(result.document)["Data"]] == ["own", "a", "b", "c"]
    assert shares(result.document)["yes"] == 64


def test_own_cells_below_the_rows_are_not_written_over():
    def edit(book):
        book["Data"]["A5"] = "Total"

    document = by_openpyxl(exported(".xlsx"), edit)
    add_answer("maybe", "Maybe", 40)

    result = refresh(document)

    (chart,) = result.report.charts
    assert chart.outcome is Outcome.KEPT
    assert "own cells stand where new rows" in chart.remarks[0]
    assert result.document is document


def test_a_sheet_with_another_name_is_found():
    def edit(book):
        book["Data"].title = "Raw numbers"
        name = book.defined_names["smw_data"]
        name.attr_text = name.attr_text.replace("Data", "'Raw numbers'")

    document = by_openpyxl(exported(".xlsx"), edit)
    correct("yes", 64)

    result = refresh(document)

    assert [chart.outcome for chart in result.report.charts] == [Outcome.CORRECTED]
    assert {row[-1] for row in sheets(result.document)["Raw numbers"]} == {
        row[-1] for row in sheets(exported(".xlsx"))["Data"]
    }


def test_a_file_without_names_is_read_by_its_sheets():
    def edit(book):
        for name in list(book.defined_names):
            del book.defined_names[name]

    document = by_openpyxl(exported(".xlsx"), edit)
    correct("yes", 64)

    assert shares(refresh(document).document)["yes"] == 64


def test_an_about_that_its_author_has_changed_keeps_his_words_and_has_the_new_mark():
    def edit(book):
        book["About"]["B1"] = "Our own title"

    document = by_openpyxl(exported(".xlsx"), edit)
    correct("yes", 64)

    result = refresh(document)

    about = [row[1] for row in sheets(result.document)["About"]]
    assert about[0] == "Our own title"
    assert about[-3:] == [row[1] for row in sheets(exported(".xlsx"))["About"]][-3:]


def test_looks_that_its_author_gave_the_chart_stay():
    document = edited(exported(".xlsx"), chart1=('<c:gapWidth val="50"/>', '<c:gapWidth val="99"/>'))
    correct("yes", 64)

    chart = chart_of(refresh(document).document)

    assert '<c:gapWidth val="99"/>' in chart
    assert ">64<" in chart


def test_parts_that_are_not_ours_come_back_as_they_were():
    document = exported(".xlsx")
    correct("yes", 64)

    result = refresh(document)

    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(io.BytesIO(result.document)) as new:
        assert old.namelist() == new.namelist()
        for part in ("xl/theme/theme1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/drawings/drawing1.xml"):
            assert old.read(part) == new.read(part)
