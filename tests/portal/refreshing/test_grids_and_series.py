"""Tables and charts of several series in their XML: what moves, what stays, what has no place."""

import pytest
from pptx.dml.color import RGBColor
from pptx.util import Inches

from portal.exhibits.slide_marks import contents_of
from portal.exhibits.slides import add_slides, blank_presentation
from portal.refreshing.comparing import Change, compare
from portal.refreshing.frames import hindrance, put_contents
from tests.portal.exhibits.shaped import shaped, table
from tests.portal.refreshing.examples import frames


def drawn(name: str, **changes):
    """The chart or table of an exhibit on a slide of its own."""
    presentation = blank_presentation()
    add_slides(presentation, shaped(name, **changes))
    return frames(presentation)[0]


def grown():
    """The small table with a third wave and a third answer."""
    frame = table()
    more = frame.iloc[[0, 1]].assign(
        wave="2021", wave_label_en="2021", wave_label_zh="2021 年", value=[66.0, 12.0], ci_low=60.0, ci_high=70.0
    )
    other = frame.iloc[[0]].assign(option="other", option_label_en="Other", option_label_zh="其他", value=5.0)
    return type(frame)([*other.to_dict("records"), *frame.to_dict("records"), *more.to_dict("records")])


@pytest.mark.parametrize("name", ["ranked", "dots", "stacked", "trend", "grouped", "heatmap", "table"])
def test_every_kind_holds_what_a_fresh_export_holds(name):
    old, fresh = drawn(name), drawn(name, frame=grown(), address=f"surveys/users/{name}-grown/use")

    put_contents(old, fresh)

    assert contents_of(old) == contents_of(fresh)


@pytest.mark.parametrize("name", ["stacked", "trend", "heatmap", "table"])
def test_every_kind_shrinks_too(name):
    old, fresh = drawn(name, frame=grown(), address=f"surveys/users/{name}-grown/use"), drawn(name)

    put_contents(old, fresh)

    assert contents_of(old) == contents_of(fresh)


def test_looks_of_a_row_and_a_column_go_where_they_go():
    old, fresh = drawn("table"), drawn("table", frame=grown(), address="surveys/users/table-grown/use")
    cell = old.table.cell(2, 1)  # "No", 2019
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor(0xFF, 0, 0)
    width = sum(column.width for column in old.table.columns)

    put_contents(old, fresh)

    red = [
        (row, column)
        for row in range(len(old.table.rows))
        for column in range(len(old.table.columns))
        if str(old.table.cell(row, column).fill.fore_color.rgb) == "FF0000"
    ]
    assert [(old.table.cell(row, 0).text, old.table.cell(0, column).text) for row, column in red] == [("No", "2019")]
    assert abs(sum(column.width for column in old.table.columns) - width) < Inches(0.01)


def test_colours_of_a_heatmap_tell_the_new_numbers():
    old = drawn("heatmap")
    fresh = drawn("heatmap", frame=table().assign(value=[62.25, 30.0, 10.0, 5.0]), address="surveys/users/heat-2/use")

    put_contents(old, fresh)

    for row in (1, 2):
        for column in (1, 2):
            assert old.table.cell(row, column).fill.fore_color.rgb == fresh.table.cell(row, column).fill.fore_color.rgb


def test_a_series_keeps_its_colour_under_its_name():
    old, fresh = drawn("trend"), drawn("trend", frame=grown(), address="surveys/users/trend-grown/use")
    old.chart.plots[0].series[1].format.line.color.rgb = RGBColor(0xFF, 0, 0)  # "No"

    put_contents(old, fresh)

    red = [each.name for each in old.chart.plots[0].series if str(each.format.line.color.rgb) == "FF0000"]
    assert red == ["No"]


def test_what_has_no_place_is_said():
    merged = drawn("table")
    merged.table.cell(0, 0).merge(merged.table.cell(0, 1))
    scatter = drawn("ranked")
    plot = scatter.chart._chartSpace.find(".//{*}barChart")
    plot.tag = plot.tag.replace("barChart", "scatterChart")

    assert "merged cells" in hindrance(merged, drawn("table"))
    assert "as a table now" in hindrance(drawn("ranked"), drawn("table"))
    assert "as a chart now" in hindrance(drawn("table"), drawn("ranked"))
    assert "another kind" in hindrance(scatter, drawn("ranked"))
    assert hindrance(drawn("ranked"), drawn("ranked")) == ""


def test_the_end_of_an_axis_never_cuts_a_bar():
    old = drawn("ranked")
    fresh = drawn("ranked", frame=table().assign(value=[95.0, 30.0, 90.0, 5.0]), address="surveys/users/high/use")

    put_contents(old, fresh)

    assert old.chart.value_axis.maximum_scale == fresh.chart.value_axis.maximum_scale


def test_numbers_under_the_same_words_are_told_apart_by_value():
    old = [("Yes", "", 40.0), ("Yes", "", 60.0), ("No", "", None)]
    fresh = [("Yes", "", 60.0), ("Yes", "", 41.0), ("No", "", 7.0)]

    found = compare(old, fresh, fresh)

    assert (found.changes, found.added, found.differs) == ((Change("Yes", "", "40", "41"),), 1, True)


def test_a_row_that_moved_to_another_slide_is_no_correction():
    found = compare([("a", "", 1.0), ("b", "", 2.0)], [("a", "", 1.0)], [("a", "", 1.0), ("b", "", 2.0)])

    assert (found.changes, found.added, found.differs) == ((), 0, True)
