"""The .pptx file: native charts and tables with the numbers of the CSV, and the words that must travel with them."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from django.utils.translation import override
from pptx import Presentation
from pptx.oxml.ns import qn

from portal.charts.shapes import GroupedBars
from portal.exhibits.citations import Note
from portal.exhibits.slides import slides_file
from portal.exhibits.table_pages import even_breaks
from tests.portal.exhibits.examples import make_exhibit
from tests.portal.exhibits.shaped import COLUMNS, OF_ONE_WAVE, PLOTS, csv_numbers, csv_rows, shaped

GAPS = {"remainder": [29.5], "stacked": [29.5, 37.75]}  # what is missing to 100, drawn as not stated
CHARTS = tuple(name for name in PLOTS if name != "heatmap")


def opened(exhibit):
    with override(exhibit.language):
        return Presentation(io.BytesIO(slides_file(exhibit)))


def frames(presentation) -> list:
    return [shape for slide in presentation.slides for shape in slide.shapes if shape.has_chart or shape.has_table]


def chart_numbers(presentation) -> list[float]:
    charts = [frame.chart for frame in frames(presentation) if frame.has_chart]
    values = [value for chart in charts for series in chart.plots[0].series for value in series.values]
    return sorted(value for value in values if value is not None)


def table_texts(presentation) -> list[list[str]]:
    tables = [frame.table for frame in frames(presentation) if frame.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def words(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", CHARTS)
def test_native_charts_hold_the_numbers_of_the_csv(name, language):
    exhibit = shaped(name, language)
    expected = [number for number in csv_numbers(exhibit) if number is not None] + GAPS.get(name, [])

    assert chart_numbers(opened(exhibit)) == sorted(expected)


@pytest.mark.parametrize("name", CHARTS)
def test_the_workbook_behind_a_chart_holds_the_same_numbers(name):
    presentation = opened(shaped(name))
    (frame,) = frames(presentation)
    book = openpyxl.load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    cells = [value for row in book.active.iter_rows(min_row=2, min_col=2, values_only=True) for value in row]

    assert sorted(value for value in cells if value is not None) == chart_numbers(presentation)


def test_a_heatmap_is_a_table_in_its_colours():
    (frame,) = frames(opened(shaped("heatmap")))

    assert table_texts(opened(shaped("heatmap"))) == [
        ["Answer", "2019", "2020"],
        ["Yes, in use", "40.5%", "62.25%"],
        ["No", "30%", ""],
    ]
    assert str(frame.table.cell(1, 2).fill.fore_color.rgb) == "123F75"  # the darkest step for the largest number


@pytest.mark.parametrize("name", ["cards", "matrix", "table"])
def test_what_is_no_plot_is_a_table(name):
    assert table_texts(opened(shaped(name))) == [
        ["Answer", "2019", "2020"],
        ["Yes, in use", "40.5%", "62.25%"],
        ["No", "30%", "–"],
    ]


@pytest.mark.parametrize("name", OF_ONE_WAVE)
def test_bars_stand_in_the_order_of_the_exhibit(name):
    (frame,) = frames(opened(shaped(name)))

    assert list(frame.chart.plots[0].categories)[:2] == ["Yes, in use", "No"]
    assert frame.chart.category_axis.reverse_order
    assert frame.chart.value_axis.minimum_scale == 0


def test_intervals_are_error_bars():
    (frame,) = frames(opened(shaped("dots")))
    bars = next(frame.chart._chartSpace.iter(qn("c:errBars")))

    ends = {
        part: [float(value.text) for value in bars.find(qn(f"c:{part}")).iter(qn("c:v"))] for part in ("plus", "minus")
    }

    assert ends == {"plus": [2.81, 2.65], "minus": [2.74, 2.53]}


def test_numbers_stand_behind_the_intervals_of_bars_and_keep_their_unit():
    (frame,) = frames(opened(shaped("dots")))
    labels = list(frame.chart._chartSpace.iter(qn("c:dLbl")))
    longest = 43.31 * 1.15  # with room for its number
    wanted = [2.81 / longest * 0.68 + 0.006, 2.65 / longest * 0.68 + 0.006]

    pushed = [float(label.find(f".//{qn('c:manualLayout')}/{qn('c:x')}").get("val")) for label in labels]

    assert pushed == pytest.approx(wanted, abs=1e-5)
    assert {label.find(qn("c:numFmt")).get("formatCode") for label in labels} == {'General"%"'}
    assert {label.find(qn("c:dLblPos")).get("val") for label in labels} == {"outEnd"}


def test_bars_without_an_interval_keep_their_numbers_beside_bars_with_one():
    frame = shaped("dots").frame.copy()
    frame.loc[frame.index[1], ["ci_low", "ci_high"]] = float("nan")
    (drawn,) = frames(opened(shaped("dots", frame=frame)))
    labels = next(drawn.chart._chartSpace.iter(qn("c:ser"))).find(qn("c:dLbls"))

    assert [label.find(qn("c:idx")).get("val") for label in labels.findall(qn("c:dLbl"))] == ["0"]
    assert labels.find(qn("c:showVal")).get("val") == "1"  # of every other bar
    assert labels.find(qn("c:numFmt")).get("formatCode") == 'General"%"'


def test_intervals_of_lines_stand_upright():
    trend = shaped("trend").shape
    (frame,) = frames(opened(shaped("trend", shape=replace(trend, low="ci_low", high="ci_high"))))
    bars = list(frame.chart._chartSpace.iter(qn("c:errBars")))

    assert [each.find(qn("c:errDir")).get("val") for each in bars] == ["y", "y"]
    assert {label.get("val") for label in frame.chart._chartSpace.iter(qn("c:dLblPos"))} == {"r"}


def test_title_question_base_source_and_notes():
    (slide,) = opened(make_exhibit()).slides
    notes = slide.notes_slide.notes_text_frame.text

    assert slide.shapes.title.is_placeholder
    assert slide.shapes.title.text_frame.text == "Most use functions"
    assert "Use of functions. Users, 2020, n = 1,200" in words(slide)
    assert "Source: An Institute, Report on functions, 2021, page 13" in words(slide)
    assert "Base not published." in words(slide)
    assert "A remark." in notes
    assert "1. An Institute, Report on functions, 2021, page 13 https://example.org/r" in notes
    assert "Data version 7 of 2026-11-24" in notes


def test_charts_and_tables_are_told_to_who_cannot_see_them():
    for name, said in (("ranked", "Yes, in use: 40.5%; No: 30%"), ("table", "Answer: No; 2019: 30%; 2020: –")):
        (frame,) = frames(opened(shaped(name)))

        assert said in frame._element.nvGraphicFramePr.cNvPr.get("descr")


@pytest.mark.parametrize("name", ["ranked", "trend", "table"])
def test_every_text_has_an_east_asian_font(name):
    with zipfile.ZipFile(io.BytesIO(slides_file(shaped(name, "zh-hans")))) as archive:
        parts = [part for part in archive.namelist() if part.startswith(("ppt/slides/slide", "ppt/charts/chart"))]
        texts = [archive.read(part).decode() for part in parts]

    for text in texts:
        latin = text.count("<a:latin")
        assert latin
        assert text.count('<a:ea typeface="Microsoft YaHei"') >= latin


def test_properties_carry_address_and_version():
    properties = opened(shaped("ranked")).core_properties

    assert properties.identifier.endswith("/en/surveys/users/ranked/use")
    assert properties.version == "7"
    assert properties.title == "Most use functions"
    assert properties.modified.isoformat().startswith("2026-11-24T12:00:00")


@pytest.mark.parametrize("name", ["ranked", "table"])
def test_the_same_exhibit_gives_the_same_bytes(name):
    assert slides_file(shaped(name)) == slides_file(shaped(name))


def test_slides_are_wide():
    presentation = opened(shaped("ranked"))

    assert round(presentation.slide_width / presentation.slide_height, 3) == 1.778


def long_frame(count: int) -> pd.DataFrame:
    frame = shaped("ranked").frame.iloc[[0] * count].reset_index(drop=True)
    labels = [f"Answer {place}" for place in range(count)]
    return frame.assign(option=[f"o{place}" for place in range(count)], option_label_en=labels, value=range(count))


def test_many_bars_take_several_slides():
    exhibit = shaped("ranked", frame=long_frame(30), address="many")
    presentation = opened(exhibit)

    assert len(presentation.slides) == 3
    assert chart_numbers(presentation) == sorted(csv_numbers(exhibit))
    assert "(2/3)" in words(presentation.slides[1])


def test_no_slide_ends_with_a_heading():
    frame = long_frame(34).assign(wave_label_en=["A"] * 10 + ["B"] * 24)
    shape = GroupedBars(group="wave_label_en", label="option_label_en", value="value")
    first = frames(opened(shaped("ranked", frame=frame, shape=shape, address="groups")))[0]

    assert list(first.chart.plots[0].categories) == ["A", *[f"Answer {place}" for place in range(10)]]


def test_a_long_table_has_all_its_rows_and_says_what_it_leaves_out():
    whole = shaped("table", frame=long_frame(100), grid=None, address="long", columns=COLUMNS[1:3])
    cut = shaped("table", frame=long_frame(300), grid=None, address="longer", columns=COLUMNS[1:3])

    rows = [row for row in table_texts(opened(whole)) if row[0] != "Answer"]
    slides = opened(cut).slides

    assert [row[0] for row in rows] == [row["option_label"] for row in csv_rows(whole)]
    assert "Left to the workbook: rows: 60." in words(slides[0])


def test_a_long_table_is_spread_evenly():
    """Ten rows where nine would fit: five and five, not nine and one."""
    assert even_breaks([0.5] * 10, room=4.6) == [(0, 5), (5, 10)]
    assert even_breaks([0.5] * 9, room=4.6) == [(0, 9)]
    assert even_breaks([0.5, 9.0, 0.5], room=4.6) == [(0, 1), (1, 2), (2, 3)]
    assert even_breaks([], room=4.6) == [(0, 0)]


def test_an_exhibit_without_rows_has_a_table_without_rows():
    exhibit = shaped("ranked", frame=shaped("ranked").frame.iloc[:0], address="empty-slides")

    assert len(table_texts(opened(exhibit))) == 1


@pytest.mark.parametrize(("letters", "points"), [("n" * 300, 10.5), ("n" * 450, 9.0), ("注" * 330, 8.0)])
def test_long_notes_are_smaller_so_that_they_stay_on_the_slide(letters, points):
    exhibit = make_exhibit(notes=(Note(letters, is_mandatory=True),))

    (foot,) = [shape for shape in opened(exhibit).slides[0].shapes if shape.name == "Source"]

    assert {run.font.size.pt for line in foot.text_frame.paragraphs for run in line.runs} == {points}


@pytest.mark.parametrize(("count", "points"), [(170, 14.0), (210, 12.0), (300, 11.0)])
def test_long_subtitles_are_smaller_so_that_they_end_above_the_table(count, points):
    (question,) = [s for s in opened(make_exhibit(subtitle="n" * count)).slides[0].shapes if "base" in s.name]

    assert {run.font.size.pt for line in question.text_frame.paragraphs for run in line.runs} == {points}


def test_narrow_parts_and_what_is_missing_take_no_number():
    exhibit = shaped("stacked")
    frame = exhibit.frame.assign(value=[4.9, 5.0, *exhibit.frame["value"][2:]])
    chart = frames(opened(replace(exhibit, frame=frame)))[0].chart

    silent = {
        (series.name, float(series.values[int(label.find(qn("c:idx")).get("val"))]))
        for series in chart.plots[0].series
        for label in series._element.iter(qn("c:dLbl"))
        if label.find(qn("c:delete")) is not None
    }
    gaps = {("Not stated", value) for value in chart.plots[0].series[-1].values if value is not None}
    assert len(gaps) == 2
    assert {value for name, value in silent - gaps} == {4.9}
    assert gaps <= silent
