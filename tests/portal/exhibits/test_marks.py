"""Marks: what an exported chart says of itself, and that it stands where office programs keep it."""

import io
import zipfile

import pytest
from pptx import Presentation

from portal.exhibits.marks import Mark, fingerprint, mark_in, mark_of
from portal.exhibits.slide_marks import TAG
from portal.exhibits.slides import add_slides, blank_presentation, slides_file
from tests.portal.exhibits.examples import make_exhibit
from tests.portal.exhibits.shaped import shaped

URL = "https://example.org/zh-hans/surveys/users/2020/use?by=country&only=a~b"


def test_a_mark_is_read_from_among_other_words():
    mark = Mark(URL, 7, 2, (("data", "0a1b2c3d4ex12"), ("title", "5f6a7b8c9dx1")))

    found = mark_in(f"Data version 7 of 2026-11-24 · {mark.text} – see there")

    assert found == mark
    assert mark.text == f"{URL}#smw=7.2&data=0a1b2c3d4ex12&title=5f6a7b8c9dx1"
    assert (mark.language, mark.address, mark.query) == ("zh-hans", "surveys/users/2020/use", "by=country&only=a~b")
    assert mark.href == "/zh-hans/surveys/users/2020/use?by=country&only=a~b"
    assert (mark.print_of("title"), mark.print_of("notes")) == ("5f6a7b8c9dx1", "")


@pytest.mark.parametrize(
    "text",
    ["", "Chart 3", "/en/surveys/users", "/de/surveys/users#smw=1.1", "/en/../x#smw=1.1", "/en/surveys#smw=x.1"],
    ids=["empty", "name", "no-version", "no-language", "traversal", "no-number"],
)
def test_other_texts_hold_no_mark(text):
    assert mark_in(text) is None


def test_a_mark_that_could_not_be_read_back_is_not_made():
    with pytest.raises(ValueError, match="expected a page's address"):
        Mark("https://example.org/en/surveys/users?q=a b", 7)


def test_the_mark_of_an_exhibit(settings):
    settings.PUBLIC_URL = "https://example.org"
    exhibit = make_exhibit(query="by=country")

    assert mark_of(exhibit).text == "https://example.org/en/surveys/users/2020/use?by=country#smw=7.1"
    assert mark_of(exhibit, query="labels=both").href == "/en/surveys/users/2020/use?labels=both"


def test_fingerprints_count_lines_and_not_spaces():
    assert fingerprint(["Most  use functions ", ""]) == fingerprint(["Most use functions", ""])
    assert fingerprint(["Most use functions"]) != fingerprint(["Most use functions", ""])
    assert fingerprint(["a", "b"]).endswith("x2")


@pytest.mark.parametrize(("name", "kind"), [("ranked", "Chart"), ("table", "Table")])
def test_a_slide_carries_its_mark_in_three_places(name, kind):
    document = slides_file(shaped(name))
    (slide,) = Presentation(io.BytesIO(document)).slides
    (frame,) = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]

    mark = mark_in(frame.name)

    assert frame.name.startswith(f"{kind} ")
    assert (mark.address, mark.version, mark.part) == (f"surveys/users/{name}/use", 7, 1)
    assert [role for role, value in mark.prints] == ["data", "title", "subtitle", "foot", "credit", "alt", "notes"]
    assert mark_in(slide.notes_slide.notes_text_frame.paragraphs[-1].text) == mark
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        tag = archive.read("ppt/tags/tag1.xml").decode()
    assert f'name="{TAG}"' in tag
    assert mark_in(tag.replace("&amp;", "&")) == mark


def test_each_exhibit_of_a_file_has_its_own_mark_and_an_own_title_is_the_authors():
    presentation = blank_presentation()
    for name, title in (("ranked", ""), ("table", "What we make of it")):
        add_slides(presentation, shaped(name), title=title)

    marks = [
        mark_in(shape.name)
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table
    ]

    assert [mark.address for mark in marks] == ["surveys/users/ranked/use", "surveys/users/table/use"]
    assert presentation.slides[1].shapes.title.text_frame.text == "What we make of it"
    assert [bool(mark.print_of("title")) for mark in marks] == [True, False]
