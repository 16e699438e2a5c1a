"""The report's slides read back by python-pptx: chapters, key points, exhibits, sources, and nothing beyond its box."""

import io

from django.utils.translation import override
from pptx import Presentation

from portal.models import Chapter
from portal.report.manuscript import read_manuscript
from portal.report.printing.lines import Setter
from portal.report.printing.parts import read_report
from portal.report.printing.points import points_of
from portal.report.printing.slides import MOST_LINES, POINT, ROOM, pages_of_points, slides_of


def presented(slug: str = "", language: str = "en"):
    with override(language):
        return Presentation(io.BytesIO(slides_of(read_report(slug))))


def words(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_slides_are_cover_contents_chapters_with_points_and_exhibits_and_sources(chapters):
    cover, contents, use, points, exhibit, outlook, beginnings, sources = presented().slides

    assert "Research report on cloud serverless" in words(cover)
    assert "1.1 Functions in use\n3\nOutlook\n6" in words(contents)
    assert "1.1 Functions in use\nWho runs functions." in words(use)
    assert "Nothing to run\nNothing to pay" in words(points)
    assert [shape.has_chart for shape in exhibit.shapes].count(True) == 1
    assert words(outlook).strip() == "Outlook"
    assert "What comes: More." in words(beginnings)
    assert "1. An Institute, Report on functions, 2021 · exhibit 1" in words(sources)


def test_contents_lead_to_the_slides_of_chapters(chapters):
    slides = list(presented().slides)

    goals = [shape.click_action.target_slide for shape in slides[1].shapes if shape.click_action.target_slide]
    assert [goal.slide_id for goal in goals] == [slides[place].slide_id for place in (2, 2, 5, 5)]


def test_chinese_slides_have_chinese_words_and_fonts(chapters):
    cover, contents, use, points, *_others = presented(language="zh-hans").slides

    assert "云无服务器研究报告" in words(cover)
    assert "目录" in words(contents)
    assert "谁在运行函数。" in words(use)
    assert "无需运维" in words(points)


def test_the_file_says_what_it_is(chapters):
    properties = presented("use").core_properties

    assert properties.title == "1.1 Functions in use"
    assert properties.author == "Serverless Market Watch"
    assert properties.comments == "https://portal.example/en/report/use"
    assert properties.language == "en-GB"


def test_a_chapter_without_exhibits_needs_no_sources(chapters):
    assert [words(slide).strip() for slide in presented("outlook").slides][1:] == [
        "Outlook",
        "Outlook\nWhat comes: More.",
    ]


def test_the_same_report_gives_the_same_bytes(chapters):
    assert slides_of(read_report()) == slides_of(read_report())


def test_points_are_items_and_paragraphs_that_lead_in_bold():
    body = (
        "**No idle time.** Nothing is paid.[^1]\n\nA paragraph with **bold** in it.\n\n- One\n\n1. Two\n\n[^1]: Note."
    )

    points = points_of(read_manuscript(body), "en")

    assert ["".join(run.text for run in point) for point in points] == ["No idle time. Nothing is paid.", "One", "Two"]
    assert [run.is_bold for run in points[0]] == [True, False]


def test_points_take_as_many_slides_as_they_need_and_long_ones_are_cut():
    points = points_of(read_manuscript("\n".join(f"- {number} {'of many words ' * 80}" for number in range(9))), "en")

    pages = list(pages_of_points(points, "en"))

    assert [len(page) for page in pages] == [3, 3, 3]
    setter = Setter(POINT, "en")
    for page in pages:
        lines = [setter.lines(point, 850) for point in page]
        assert max(map(len, lines)) <= MOST_LINES
        assert sum(map(len, lines)) * POINT * 1.2 <= ROOM * 72
        assert all(point[-1].text.endswith("…") for point in page)


def test_an_exhibit_that_is_gone_has_no_slide(chapters):
    Chapter.objects.filter(slug="use").update(body_en="![Gone](exhibit:surveys/users/1990/use)")

    assert len(presented("use").slides) == 2


def test_points_of_a_chapter_without_items_are_how_its_sections_begin():
    english = (
        "Before.\n\n## One\n\nIt is 1.5 s, p. 7 says. And more.[^1]\n\nLast.\n\n## Two\n\n### Part\n\nText?\n\n[^1]: x"
    )
    chinese = "## 一\n\n第一句，见[别处](page:products)。第二句。"

    found = [points_of(read_manuscript(body), language) for body, language in ((english, "en"), (chinese, "zh-hans"))]

    assert [["".join(run.text for run in point) for point in points] for points in found] == [
        ["One: It is 1.5 s, p. 7 says.", "Two: Text?"],
        ["一：第一句，见别处。"],
    ]
