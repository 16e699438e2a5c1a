"""The files of a deck, read back: slides by python-pptx, pages by pypdf, the archive by zipfile."""

import hashlib
import io
import zipfile

import pytest
from django.http import QueryDict
from pptx import Presentation
from pypdf import PdfReader

from portal.decks import making, sizes
from portal.decks.contents import cited_by
from portal.decks.gathering import BrokenDeck, members_of
from portal.decks.parameters import read_deck
from portal.exhibits.marks import mark_in
from portal.parameters import WrongParameters
from portal.refreshing.refreshing import refresh
from portal.refreshing.reports import Outcome
from tests.portal.decks.conftest import PRODUCTS, USE

TWO = f"title=For+a+client&exhibit={USE}&exhibit={PRODUCTS}&title.2=Who+offers+what"


def slides(body: bytes) -> list:
    return list(Presentation(io.BytesIO(body)).slides)


def words(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def page_texts(body: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(body)).pages]


def test_slides_are_title_contents_exhibits_and_sources(deck_file):
    title, contents, use, products, sources = slides(deck_file(TWO, ".pptx"))

    assert "For a client" in words(title)
    assert "2 exhibits" in words(title)
    assert "1. " in words(contents)
    assert "2. Who offers what" in words(contents)
    assert [shape.has_chart for shape in use.shapes].count(True) == 1
    assert [shape.has_table for shape in products.shapes].count(True) == 1
    assert "1. An Institute, Report on functions, 2021 · exhibits 1, 2" in words(sources)


def test_slides_hold_the_numbers_and_the_readers_titles(deck_file):
    _title, _contents, use, products, _sources = slides(deck_file(TWO, ".pptx"))
    (chart,) = [shape.chart for shape in use.shapes if shape.has_chart]

    assert [value for series in chart.plots[0].series for value in series.values][:2] == [40.5, 30.0]
    assert products.shapes.title.text_frame.text == "Who offers what"
    assert "Serverless products" in words(products)  # what is measured stays


def test_contents_lead_to_the_first_slide_of_each_exhibit(deck_file):
    _title, contents, use, products, _sources = slides(deck_file(TWO, ".pptx"))

    targets = [shape.click_action.target_slide for shape in contents.shapes if shape.click_action.target_slide]

    assert [slide.slide_id for slide in targets] == [use.slide_id] * 2 + [products.slide_id] * 2
    assert words(contents).splitlines()[-1] == "4"


def test_each_exhibit_carries_its_mark(deck_file):
    marks = [mark_in(slide.notes_slide.notes_text_frame.text) for slide in slides(deck_file(TWO, ".pptx"))[2:4]]

    assert [mark.address for mark in marks] == [USE, PRODUCTS]
    assert marks[0].print_of("title")
    assert not marks[1].print_of("title")  # the reader's own is not to be refreshed


def test_a_deck_of_now_has_nothing_to_refresh(deck_file):
    body = deck_file(f"languages=both&title.1=My+own&{TWO}", ".pptx")

    refreshed = refresh(body)

    assert [chart.outcome for chart in refreshed.report.charts] == [Outcome.UNCHANGED] * 4
    assert refreshed.document == body


def test_both_languages_are_two_parts_with_one_list_of_sources(deck_file):
    found = [words(slide) for slide in slides(deck_file(f"languages=both&exhibit={USE}", ".pptx"))]

    assert len(found) == 7
    assert "Contents" in found[1]
    assert "目录" in found[4]
    assert "来源：" in found[5]
    assert found[6].startswith("Sources · 来源")


def test_pages_have_text_bookmarks_links_and_metadata(deck_file):
    reader = PdfReader(io.BytesIO(deck_file(TWO, ".pdf")))
    texts = [page.extract_text() for page in reader.pages]
    links = [note.get_object() for note in reader.pages[1]["/Annots"]]

    assert len(texts) == 5
    assert "For a client" in texts[0]
    assert "40.5%" in texts[2]
    assert "AWS Lambda" in texts[3]
    assert "Who offers what" in texts[3]
    assert "An Institute" in texts[4]
    outline = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]
    assert [page for _name, page in outline] == [0, 1, 2, 3, 4]
    assert outline[3][0] == "2. Who offers what"
    assert [reader.pages.index(reader._get_page_in_node and link["/Dest"][0].get_object()) for link in links] == [2, 3]
    assert reader.metadata.title == "For a client"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_chinese_in_pages_can_be_selected(deck_file):
    texts = page_texts(deck_file(f"exhibit={USE}&title.1=函数的使用", ".pdf", "zh-hans"))

    assert "目录" in texts[1]
    assert "函数的使用" in texts[1]
    assert "函数的使用" in texts[2]
    assert "No 中文" in texts[2]
    assert "来源" in texts[3]


def test_the_archive_has_a_folder_for_each_exhibit_and_sums_that_agree(deck_file):
    archive = zipfile.ZipFile(io.BytesIO(deck_file(TWO, ".zip")))
    names = archive.namelist()
    sums = dict(line.split("  ")[::-1] for line in archive.read("SHA256SUMS").decode().splitlines())
    readme = archive.read("README.md").decode()

    assert {"01-surveys-users-2020-use/data.csv", "02-products/data.csv", "02-products/README.md"} <= set(names)
    assert sums == {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names if name != "SHA256SUMS"}
    assert "2. Who offers what" in readme
    assert "1. An Institute, Report on functions, 2021 · exhibits 1, 2" in readme


def test_the_archive_labels_its_data_as_the_exhibit_was_asked_for(deck_file):
    archive = zipfile.ZipFile(io.BytesIO(deck_file(f"languages=both&exhibit={PRODUCTS}?labels=code", ".zip")))

    heading = archive.read("en/01-products/data.csv").decode().splitlines()[0]

    assert "label" not in heading
    assert "zh-hans/README.md" in archive.namelist()


@pytest.mark.parametrize("suffix", [".pptx", ".zip"])  # the order of fonts in a drawn PDF is not ours
def test_the_same_deck_gives_the_same_bytes(shelf, suffix):
    deck = read_deck(QueryDict(TWO))

    first, second = (list_of(making.made(deck, "en", suffix)) for turn in range(2))

    assert first == second
    assert first[0] == [1, 2]  # how many exhibits are done, as progress tells


def list_of(steps) -> tuple[list[int], bytes]:
    done = []
    while True:
        try:
            done.append(next(steps))
        except StopIteration as end:
            return done, end.value


def test_a_file_is_kept_until_the_data_change(shelf, monkeypatch):
    deck = read_deck(QueryDict(TWO))
    assert not making.is_kept(deck, "en", ".zip")
    body = making.file_of(deck, "en", ".zip")
    monkeypatch.setattr(making, "made", None)

    assert making.is_kept(deck, "en", ".zip")
    assert making.file_of(deck, "en", ".zip") == body
    assert not making.is_kept(deck, "zh-hans", ".zip")


def test_too_many_slides_are_refused_with_the_reason(deck_file, monkeypatch):
    monkeypatch.setattr(sizes, "MOST_PAGES", 1)

    for suffix in (".pptx", ".pdf"):
        with pytest.raises(WrongParameters, match="more than 1 slides"):
            deck_file(TWO, suffix)


def test_a_source_stands_once_whatever_rests_on_it(shelf):
    (cited, *others) = cited_by(members_of(read_deck(QueryDict(TWO)), "en"))

    assert others == []
    assert cited.exhibits == (1, 2)


def test_what_is_not_there_is_named_with_what_is_near(shelf):
    deck = read_deck(QueryDict(f"exhibit={PRODUCTS}&exhibit=surveys/users/2020/uses&exhibit={PRODUCTS}?srot=vendor"))

    with pytest.raises(BrokenDeck) as caught:
        members_of(deck, "en")

    missing, refused = caught.value.problems
    assert "Exhibit 2" in missing.detail
    assert missing.nearest[0] == USE
    assert "Exhibit 3, products: srot" in refused.detail
    assert "products?sort=vendor" in refused.nearest
    assert caught.value.repaired.query == f"exhibit={PRODUCTS}"


def test_chinese_on_english_pages_is_set_in_our_chinese_font(deck_file):
    reader = PdfReader(io.BytesIO(deck_file(f"exhibit={USE}&title.1=函数", ".pdf")))

    fonts = {font.get_object()["/BaseFont"] for font in reader.pages[1]["/Resources"]["/Font"].values()}

    assert any("PortalSansSC" in name for name in fonts)
    assert any("PortalSans-" in name for name in fonts)
    assert "1. 函数" in reader.pages[1].extract_text()
