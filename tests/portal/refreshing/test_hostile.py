"""Files made to cost hours or memory are refused at once: claims of size, many marks, markup under other names."""

import io
import zipfile

import pytest
from pptx import Presentation

from portal.exhibits.marks import mark_in
from portal.refreshing import guards, slides
from portal.refreshing.refused import RefusedFile, reading_what_others_wrote
from tests.portal.refreshing.examples import exported, frames, opened, refreshed, saved

OVERRIDE = '<Override PartName="/ppt/a.{suffix}" ContentType="{kind}"/></Types>'
SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"


def rewritten(document: bytes, old: str, new: str) -> bytes:
    """The package with other words in whichever parts hold the old ones."""
    out, count = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(document)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in read.namelist():
            body = read.read(name)
            count += body.count(old.encode())
            archive.writestr(name, body.replace(old.encode(), new.encode()))
    assert count
    return out.getvalue()


def refusal(document: bytes) -> str:
    with pytest.raises(RefusedFile) as refused:
        refreshed(document)
    return refused.value.code


@pytest.mark.django_db
@pytest.mark.parametrize("last", ["$XFD$1048576", "$A$9999999"])
def test_a_name_that_claims_a_whole_sheet_is_refused(asked, last):
    document = exported(".xlsx")
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        text = archive.read("xl/workbook.xml").decode()
    start = text.index("$A$1:", text.index("Data"))
    end = text.index("<", start)
    assert refusal(rewritten(document, text[start:end], f"$A$1:{last}")) == "damaged"


@pytest.mark.django_db
def test_a_chart_that_claims_billions_of_points_is_refused(asked):
    presentation = opened(exported(".pptx"))
    space = frames(presentation)[0].chart._chartSpace
    for count in space.iter("{*}ptCount"):
        count.set("val", "2000000000")
    assert refusal(saved(presentation)) == "damaged"


@pytest.mark.django_db
def test_a_file_has_only_so_many_charts(asked, monkeypatch):
    monkeypatch.setattr(slides, "MOST_MARKED", 0)
    assert refusal(exported(".pptx")) == "too-many"


@pytest.mark.parametrize(("suffix", "kind", "is_fine"), [
    ("bin", SLIDE, False), ("svg", SLIDE, False), ("svg", "image/svg+xml", True), ("xml", SLIDE, True),
])  # fmt: skip
def test_markup_under_another_name_is_refused(suffix, kind, is_fine):
    document = rewritten(saved(Presentation()), "</Types>", OVERRIDE.format(suffix=suffix, kind=kind))
    if is_fine:
        assert guards.checked(document).kind == "slides"
        return
    with pytest.raises(RefusedFile) as refused:
        guards.checked(document)
    assert refused.value.code == "damaged"


def test_a_file_has_only_so_many_elements(monkeypatch):
    monkeypatch.setattr(guards, "MOST_ELEMENTS", 100)
    with pytest.raises(RefusedFile) as refused:
        guards.checked(saved(Presentation()))
    assert refused.value.code == "bomb"


def test_a_mark_is_found_behind_much_that_looks_like_one():
    """Without bounds the texts before it would take some minutes."""
    mark = "/en/a/b?c=d#smw=7.1"
    assert mark_in("/en/" * 100_000 + "#smw=x " + "/en/e" * 100_000 + "A#smw=1.1 " + mark).href == "/en/a/b?c=d"
    assert mark_in("#smw=1" * 1000) is None
    assert mark_in("see https://example.org/en/a#smw=1.2&data=0a1b2c3d4ex4.").part == 2


def test_numbers_beyond_all_bounds_and_what_the_library_finds_wrong_are_damage():
    from pptx.exc import InvalidXmlError

    def multiply():
        return int("9" * 400) * 0.5

    def fail():
        raise InvalidXmlError("no xfrm")

    for odd in (multiply, fail):
        with pytest.raises(RefusedFile), reading_what_others_wrote():
            odd()
    with pytest.raises(AssertionError), reading_what_others_wrote():
        raise AssertionError("our own mistake")
