"""Exported slides are brought up to date; what their author made of them stays."""

import io
from copy import deepcopy

import openpyxl
import pytest
from pptx.dml.color import RGBColor
from pptx.util import Inches

from portal.exhibits.marks import mark_in
from portal.exhibits.slide_marks import TAG, contents_of
from portal.refreshing.comparing import Change
from portal.refreshing.refreshing import refresh
from portal.refreshing.reports import Outcome
from surveys.models import Figure
from tests.portal.refreshing.examples import (
    add_answer,
    bars,
    correct,
    exported,
    frames,
    next_version,
    opened,
    refreshed,
    saved,
    withdraw,
)

pytestmark = pytest.mark.usefixtures("asked")


def test_what_is_as_it_was_comes_back_byte_for_byte():
    document = exported(".pptx")
    next_version()

    result = refresh(document)

    assert result.document is document
    assert not result.report.is_changed
    assert [chart.outcome for chart in result.report.charts] == [Outcome.UNCHANGED]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_number_that_changed_is_corrected(language):
    document = exported(".pptx", language=language)
    correct("yes", "63.5")
    label = "Yes" if language == "en" else "Yes 中"

    chart, presentation = refreshed(document)

    (frame,) = frames(presentation)
    assert chart.outcome is Outcome.CORRECTED
    assert chart.changes == (Change(label, "", "62", "63.5"),)
    assert (chart.version_before + 1, chart.href) == (chart.version_now, f"/{language}/surveys/users/2020/use")
    assert bars(frame)[label] == 63.5
    assert saved(presentation) != document
    fresh = frames(opened(exported(".pptx", language=language)))[0]
    assert bars(frame) == bars(fresh)
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == fresh._element.nvGraphicFramePr.cNvPr.get("descr")


def test_the_workbook_behind_the_chart_has_the_new_numbers_too():
    document = exported(".pptx")
    correct("yes", 64)

    _chart, presentation = refreshed(document)

    (frame,) = frames(presentation)
    book = openpyxl.load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    assert {row[0]: row[1] for row in book.active.iter_rows(min_row=2, max_col=2, values_only=True)} == bars(frame)


def test_new_rows_are_an_update():
    document = exported(".pptx")
    add_answer("other", "Other", 5)

    chart, presentation = refreshed(document)

    assert (chart.outcome, chart.changes, chart.added) == (Outcome.UPDATED, (), 1)
    assert bars(frames(presentation)[0]) == {"Yes": 62, "No": 30, "Unsure": 8, "Other": 5}


def test_a_second_refresh_finds_nothing_more_to_do():
    document = exported(".pptx")
    correct("yes", 64)

    once = refresh(document).document
    twice = refresh(once)

    assert [chart.outcome for chart in twice.report.charts] == [Outcome.UNCHANGED]
    assert twice.document is once


def test_what_the_portal_shows_no_more_is_withdrawn_and_stands_as_it_was():
    document = exported(".pptx")
    withdraw()

    result = refresh(document)

    assert [chart.outcome for chart in result.report.charts] == [Outcome.WITHDRAWN]
    assert result.document is document


def author(document: bytes, edit) -> bytes:
    presentation = opened(document)
    edit(presentation)
    return saved(presentation)


def own_title(presentation):
    presentation.slides[0].shapes.title.text_frame.text = "Our own headline"


def own_shapes(presentation):
    slide = presentation.slides[0]
    slide.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = "Call the client"
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text_frame.text = "Next steps"
    presentation.slides._sldIdLst.insert(0, presentation.slides._sldIdLst[-1])


def own_looks(presentation):
    (frame,) = frames(presentation)
    frame.left, frame.width = Inches(3), Inches(6)
    series = frame.chart.plots[0].series[0]
    series.points[1].format.fill.solid()
    series.points[1].format.fill.fore_color.rgb = RGBColor(0xFF, 0, 0)
    frame.chart.plots[0].gap_width = 99


def test_an_authors_title_stays_and_the_rest_is_refreshed():
    document = author(exported(".pptx"), own_title)
    correct("yes", 64)

    chart, presentation = refreshed(document)
    again, _presentation = refreshed(saved(presentation))

    assert presentation.slides[0].shapes.title.text_frame.text == "Our own headline"
    assert bars(frames(presentation)[0])["Yes"] == 64
    assert any("Kept as its author has it: the headline" in remark for remark in chart.remarks)
    assert again.outcome is Outcome.UNCHANGED


def test_own_shapes_and_slides_stay():
    document = author(exported(".pptx"), own_shapes)
    correct("yes", 64)

    chart, presentation = refreshed(document)

    assert chart.place == "Slide 2"
    assert presentation.slides[0].shapes.title.text_frame.text == "Next steps"
    assert "Call the client" in [
        shape.text_frame.text for shape in presentation.slides[1].shapes if shape.has_text_frame
    ]
    assert bars(frames(presentation)[0])["Yes"] == 64


def test_places_and_looks_stay_with_their_bars():
    document = author(exported(".pptx"), own_looks)
    add_answer("maybe", "Maybe", 40)  # stands second now, before what was red

    _chart, presentation = refreshed(document)

    (frame,) = frames(presentation)
    series = frame.chart.plots[0].series[0]
    points = series._element.findall("{*}dPt")
    red = [int(point.idx.val) for point in points if "FF0000" in [each.get("val") for each in point.iter("{*}srgbClr")]]
    assert (frame.left, frame.width, frame.chart.plots[0].gap_width) == (Inches(3), Inches(6), 99)
    assert [list(bars(frame))[place] for place in red] == ["Unsure"]


def test_notes_that_an_author_added_stay_round_ours():
    def add_notes(presentation):
        notes = presentation.slides[0].notes_slide.notes_text_frame
        notes.paragraphs[0]._p.addprevious(deepcopy(notes.paragraphs[0]._p))
        notes.paragraphs[0].runs[0].text = "Say hello first"

    document = author(exported(".pptx"), add_notes)
    correct("yes", 64)

    _chart, presentation = refreshed(document)

    lines = [each.text for each in presentation.slides[0].notes_slide.notes_text_frame.paragraphs]
    fresh = opened(exported(".pptx")).slides[0].notes_slide.notes_text_frame
    assert lines == ["Say hello first", *[each.text for each in fresh.paragraphs]]


@pytest.mark.parametrize("lost", ["tag", "tag and name", "tag, name and title"])
def test_a_mark_is_found_wherever_a_program_has_kept_it(lost):
    def lose(presentation):
        (frame,) = frames(presentation)
        holder = frame._element.nvGraphicFramePr.find("{*}nvPr")
        holder.remove(holder[0])
        if "name" in lost:
            frame.name = "Chart 7"
        if "title" in lost:
            presentation.slides[0].shapes.title.name = "PlaceHolder 1"

    document = author(exported(".pptx"), lose)
    correct("yes", 64)

    chart, presentation = refreshed(document)

    (frame,) = frames(presentation)
    assert chart.outcome is Outcome.CORRECTED
    assert bars(frame)["Yes"] == 64
    assert mark_in(frame.name).version == chart.version_now
    assert TAG in str([part.blob for part in presentation.part.package.iter_parts() if "tags" in part.partname])


def test_numbers_changed_by_hand_are_left_alone_while_the_portal_has_the_old_ones():
    def edit(presentation):
        (frame,) = frames(presentation)
        frame._element.getroottree()
        point = next(frame.chart._chartSpace.iter("{*}val")).find(".//{*}v")
        point.text = "99"

    document = author(exported(".pptx"), edit)
    next_version()
    left, _presentation = refreshed(document)
    correct("no", 31)
    chart, presentation = refreshed(document)

    assert left.outcome is Outcome.UNCHANGED
    assert any("changed by hand and are left alone" in remark for remark in left.remarks)
    assert chart.outcome is Outcome.CORRECTED
    assert any("had been changed by hand" in remark for remark in chart.remarks)
    assert bars(frames(presentation)[0]) == {"Yes": 62, "No": 31, "Unsure": 8}


def test_a_slide_that_was_copied_is_refreshed_twice():
    def copy(presentation):
        (frame,) = frames(presentation)
        other = presentation.slides.add_slide(presentation.slide_layouts[0])
        other.shapes._spTree.append(deepcopy(frame._element))
        chart = presentation.slides[0].part.related_part(frame._element.chart_rId)
        other.shapes._spTree[-1].chart.set(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
            other.part.relate_to(chart, chart_relation(presentation)),
        )
        holder = other.shapes._spTree[-1].nvGraphicFramePr.find("{*}nvPr")
        holder.remove(holder[0])

    document = author(exported(".pptx"), copy)
    correct("yes", 64)

    result = refresh(document)

    assert [chart.outcome for chart in result.report.charts] == [Outcome.CORRECTED] * 2
    assert [bars(frame)["Yes"] for frame in frames(opened(result.document))] == [64, 64]


def chart_relation(presentation) -> str:
    relations = presentation.slides[0].part.rels.values()
    return next(relation.reltype for relation in relations if relation.reltype.endswith("/chart"))


def drop_ends(presentation):
    (frame,) = frames(presentation)
    for bars_of_errors in list(frame.chart._chartSpace.iter("{*}errBars")):
        bars_of_errors.getparent().remove(bars_of_errors)


@pytest.fixture
def with_base(asked):
    """A base is published, so that shares have intervals: of 62 % of 400 from 57.15 to 66.62."""
    Figure.objects.update(base_n=400)
    next_version()


def test_a_base_that_changed_corrects_the_interval(with_base):
    document = exported(".pptx")
    Figure.objects.update(base_n=800)
    next_version()

    chart, presentation = refreshed(document)

    (frame,) = frames(presentation)
    assert chart.outcome is Outcome.CORRECTED
    assert {change.column for change in chart.changes} == {"plus", "minus"}
    assert contents_of(frame) == contents_of(frames(opened(exported(".pptx")))[0])


def test_intervals_that_a_program_lost_are_no_edit_of_numbers(with_base):
    document = author(exported(".pptx"), drop_ends)
    next_version()

    chart, _presentation = refreshed(document)

    assert (chart.outcome, chart.remarks) == (Outcome.UNCHANGED, ())
