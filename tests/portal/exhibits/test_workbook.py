"""The .xlsx file, read by openpyxl: rows in the order of the CSV, a native chart over cells of its own."""

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from portal.exhibits.files import FileOptions, exhibit_file
from tests.portal.exhibits.examples import make_exhibit, make_frame
from tests.portal.exhibits.shaped import CARDS, PLOTS, csv_numbers, csv_rows, shaped

GAPS = {"remainder": [29.5], "stacked": [29.5, 37.75]}  # what is missing to 100, drawn as not stated
CHARTS = tuple(name for name in PLOTS if name != "heatmap")


def opened(exhibit):
    return openpyxl.load_workbook(io.BytesIO(exhibit_file(exhibit, ".xlsx", FileOptions())))


def cells(book, reference: str) -> list:
    """The values behind a reference of a chart, such as Chart!$B$2:$B$4."""
    sheet, _, area = reference.partition("!")
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    rows = book[sheet].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True)
    return [value for row in rows for value in row]


def charted(book) -> list[float]:
    chart = book["Chart"]._charts[0]
    values = [value for series in chart.series for value in cells(book, series.val.numRef.f)]
    return sorted(value for value in values if value is not None)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_native_chart_holds_the_numbers_of_the_csv(name, language):
    exhibit = shaped(name, language)
    expected = [number for number in csv_numbers(exhibit) if number is not None] + GAPS.get(name, [])

    assert charted(opened(exhibit)) == sorted(expected)


def test_intervals_are_error_bars_read_from_cells():
    book = opened(shaped("dots"))
    (series,) = book["Chart"]._charts[0].series

    assert cells(book, series.errBars.minus.numRef.f) == [2.74, 2.53]
    assert cells(book, series.errBars.plus.numRef.f) == [2.81, 2.65]


def test_intervals_of_several_lines_stand_beside_their_own_series():
    trend = shaped("trend").shape
    book = opened(shaped("trend", shape=replace(trend, low="ci_low", high="ci_high")))
    series = book["Chart"]._charts[0].series

    assert [cells(book, each.errBars.minus.numRef.f) for each in series] == [[2.74, 0], [2.53, 0]]
    assert [each.errBars.errDir for each in series] == ["y", "y"]
    assert charted(book) == [30, 40.5, 62.25]


def test_numbers_stand_at_the_foot_of_bars_that_have_room_beside_an_interval():
    frame = shaped("ranked").frame.assign(value=[40.5, 3.0], ci_low=[37.76, 2.1], ci_high=[43.31, 4.2])
    ranked = replace(shaped("ranked").shape, low="ci_low", high="ci_high")
    (series,) = opened(shaped("ranked", shape=ranked, frame=frame))["Chart"]._charts[0].series

    assert [(label.idx, label.dLblPos) for label in series.dLbls.dLbl] == [(0, "inBase")]


def test_bars_of_several_slides_are_one_chart_here():
    count = 30
    frame = make_frame().iloc[[0] * count].reset_index(drop=True)
    frame = frame.assign(option=[f"o{place}" for place in range(count)], value=range(count), base_n=1200)
    exhibit = make_exhibit(frame=frame, address="many")

    assert charted(opened(exhibit)) == list(range(30))


@pytest.mark.parametrize("name", ["heatmap", "table", *CARDS])
def test_what_has_no_native_chart_has_its_data_and_its_cross_table(name):
    assert opened(shaped(name)).sheetnames == ["Data", "Table", "About"]


def test_rows_stand_in_the_order_of_the_csv_and_bars_in_that_of_the_chart():
    frame = make_frame(option=["yes", "other", "no"], value=[62.5, 40.25, 30.0])
    exhibit = make_exhibit(frame=frame, file_order="option", address="ordered")
    book = opened(exhibit)

    assert [cell.value for cell in book["Data"]["B"][1:]] == [row["option"] for row in csv_rows(exhibit)]
    assert [cell.value for cell in book["Data"]["B"][1:]] == ["no", "other", "yes"]
    assert [cell.value for cell in book["Chart"]["B"][1:]] == [62.5, 40.25, 30]


@pytest.mark.parametrize(
    ("labels", "heading"),
    [
        ("code", "survey,option,value,base_n,status,source"),
        ("default", "survey,option,option_label,value,base_n,status,source"),
        ("both", "survey,option,option_label_en,option_label_zh,value,base_n,status,source"),
    ],
)
def test_the_data_sheet_is_labelled_as_asked(labels, heading):
    body = exhibit_file(make_exhibit(), ".xlsx", FileOptions(labels=labels))
    sheet = openpyxl.load_workbook(io.BytesIO(body))["Data"]

    assert [cell.value for cell in sheet[1]] == heading.split(",")
    assert [cell.value for cell in sheet["B"][1:]] == ["yes", "no", "other"]


def test_narrow_parts_and_what_is_missing_take_no_number():
    exhibit = shaped("stacked")
    frame = exhibit.frame.assign(value=[4.9, 5.0, *exhibit.frame["value"][2:]])
    book = opened(replace(exhibit, frame=frame))

    silent = [
        cells(book, series.val.numRef.f)[label.idx]
        for series in book["Chart"]._charts[0].series
        for label in (series.dLbls.dLbl if series.dLbls else ())
    ]
    gaps = [value for value in cells(book, book["Chart"]._charts[0].series[-1].val.numRef.f) if value is not None]
    assert sorted(silent) == sorted([4.9, *gaps])


def test_marks_stand_in_a_column_of_their_own_beside_numbers():
    base = shaped("stacked")
    marks = ["B ↑", *[""] * (len(base.frame) - 1)]
    value = replace(base.column("value"), tagged_by="mark", tags_stand_apart=True)
    columns = tuple(value if column.key == "value" else column for column in base.columns)
    grid = base.grid
    sheet = opened(replace(base, columns=columns, frame=base.frame.assign(mark=marks)))["Table"]

    heads = [cell.value for cell in sheet[1]]
    first = base.frame.iloc[0]
    place = heads.index("Marks")
    line = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if "B ↑" in row)
    assert grid is not None
    assert line[place - 1 : place + 1] == (first["value"], "B ↑")
    assert heads.count("Marks") == 1
