"""The printed report read back by pypdf: its words, links, bookmarks and numbers of pages."""

import io

import pytest
from django.utils.translation import override
from pypdf import PdfReader

from portal.models import Chapter
from portal.report.printing import book
from portal.report.printing.parts import read_report


def printed(slug: str = "", language: str = "en") -> PdfReader:
    with override(language):
        return PdfReader(io.BytesIO(book.book_of(read_report(slug))))


def texts(document: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in document.pages]


def lines_of_outline(document: PdfReader) -> list[tuple[str, int, int]]:
    """(words, level, number of the page) of each bookmark."""

    def walk(items, level: int):
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                yield item.title, level, document.get_destination_page_number(item) + 1

    return list(walk(document.outline, 0))


def goals(document: PdfReader, page: int) -> list[str | int]:
    """Where the links of a page lead: addresses, and numbers of pages."""
    found: list[str | int] = []
    for annotation in document.pages[page - 1].annotations or ():
        link = annotation.get_object()
        if "/A" in link:
            found.append(str(link["/A"]["/URI"]))
        else:
            found.append(document.get_page_number(link["/Dest"][0].get_object()) + 1)
    return found


def test_the_whole_has_cover_contents_chapters_and_sources(chapters):
    document = printed()

    assert lines_of_outline(document) == [
        ("Research report on cloud serverless", 0, 1),
        ("Contents", 0, 2),
        ("1.1 Functions in use", 0, 3),
        ("How it is used", 1, 3),
        ("Outlook", 0, 4),
        ("What comes", 1, 4),
        ("Sources", 0, 5),
    ]
    assert len(document.pages) == 5
    cover, *_others, sources = texts(document)
    assert "1 exhibit · Data version" in cover
    assert "1. An Institute, Report on functions, 2021 · exhibit 1" in sources


def test_contents_say_the_pages_on_which_chapters_begin_and_lead_there(chapters):
    document = printed()

    contents = texts(document)[1]
    assert "1.1 Functions in use 3 How it is used 3 Outlook 4 What comes 4" in contents
    assert goals(document, 2) == [3, 3, 4, 4]


def test_contents_of_many_chapters_take_pages_that_are_counted(chapters):
    for number in range(60):
        Chapter.objects.create(slug=f"more-{number}", order=9, title_en=f"More {number}", body_en="x", published=True)

    document = printed()

    pages = {words: page for words, _level, page in lines_of_outline(document)}
    contents = " ".join(texts(document)[1 : pages["1.1 Functions in use"] - 1])
    assert pages["1.1 Functions in use"] == 5  # behind the cover and three pages of contents
    assert f"More 59 {pages['More 59']}" in contents
    assert "More 59" in texts(document)[pages["More 59"] - 1]


def test_a_chapter_holds_its_text_exhibit_and_footnote(chapters):
    (page, *_sources) = texts(printed("use"))

    assert "1.1 Functions in use" in page
    assert "Servers exist, see the other, all products and this.1" in page
    assert "• Nothing to run" in page
    assert "thing count servers 12" in page
    assert "Exhibit 1 · Who uses it" in page
    assert "40.5%" in page  # within the chart
    assert "In the portal, with its data: portal.example/en/surveys/users/2020/use" in page
    assert "1. Report on functions, p. 7" in page


def test_an_exhibit_that_is_gone_leaves_a_notice(chapters):
    (page, *_sources) = texts(printed("use"))

    assert "The exhibit at “surveys/users/1990/use” is no longer in the portal." in page


def test_chinese_has_its_own_words(chapters):
    document = printed(language="zh-hans")

    cover, contents, chapter, *_others = texts(document)
    assert "云无服务器研究报告" in cover
    assert "1.1 函数的使用" in contents
    assert "服务器仍然存在，见另一章。" in chapter
    assert "图表 1 · 谁在使用" in chapter
    assert "脚注" in chapter
    assert document.root_object["/Lang"] == "zh-hans"


def test_the_file_says_what_it_is(chapters):
    document = printed()

    assert document.metadata.title == "Research report on cloud serverless"
    assert document.metadata.author == "Serverless Market Watch"
    assert document.metadata["/Keywords"].startswith("CC BY 4.0 https://")
    assert document.root_object["/Lang"] == "en"
    assert printed("use").metadata.title == "1.1 Functions in use"


def test_links_lead_within_the_report_to_the_portal_and_to_sources(chapters):
    found = goals(printed(), 3)

    assert found[:3] == [4, "https://portal.example/en/products", "https://portal.example/en/glossary/server"]
    assert "https://portal.example/en/surveys/users/2020/use" in found
    assert "https://report.example" in found
    assert found.count(3) == 3  # twice to the footnote, once back


def test_a_chapter_alone_links_to_the_pages_of_others(chapters):
    assert goals(printed("use"), 1)[0] == "https://portal.example/en/report/outlook"


def test_nothing_links_to_a_portal_whose_address_is_not_known(chapters, settings):
    settings.PUBLIC_URL = ""

    assert goals(printed("use"), 1) == [1, 1, "https://report.example", 1]


def test_the_same_report_gives_the_same_bytes(chapters):
    report = read_report()

    assert book.book_of(report) == book.book_of(report)


@pytest.mark.parametrize("letters", ["word ", "字", "x"])
def test_long_text_goes_over_pages_and_loses_nothing(chapters, letters):
    Chapter.objects.filter(slug="outlook").update(body_en=letters * 6000)

    document = printed("outlook")

    assert len(document.pages) > 1
    said = "".join(page.extract_text() for page in document.pages)
    assert said.count(letters.strip()) >= 6000
