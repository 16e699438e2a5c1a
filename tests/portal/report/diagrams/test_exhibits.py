"""The report's diagrams and tables: pages, files, embeds, API, search, in both languages."""

import io
import json

import pytest
from django.utils.translation import override
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from portal.charts.lettering import missing
from portal.report.diagrams.content import DiagramContent
from portal.report.diagrams.contents import BY_CODE, CONTENTS
from portal.report.diagrams.entries import exhibit_entries
from portal.report.diagrams.exhibits import REPORT, content_exhibit
from portal.report.diagrams.places import PLACES
from tests.factories import make_source

CODES = [
    *("evolution-path", "composition", "application-architecture", "requests", "event-driven"),
    *("limits", "scenarios", "containers", "infrastructure-evolution"),
]
DIAGRAMS = [content.code for content in CONTENTS if isinstance(content, DiagramContent)]
LANGUAGES = ("en", "zh-hans")


@pytest.fixture
def report(db):
    return make_source(code=REPORT, title="A report")


def test_nine_exhibits_in_the_order_of_pages():
    assert [content.code for content in CONTENTS] == CODES
    assert [content.page for content in CONTENTS] == [7, 7, 8, 9, 9, 10, 10, 11, 11]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_an_exhibit_names_page_and_original_source(report, code, language):
    with override(language):
        exhibit = content_exhibit(BY_CODE[code], report)

        assert str(BY_CODE[code].original) in exhibit.subtitle
    assert [(citation.code, citation.page) for citation in exhibit.citations] == [(REPORT, str(BY_CODE[code].page))]
    assert exhibit.finding not in ("", exhibit.title)


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_chinese_and_can_be_drawn(report, code):
    with override("en"):
        english = content_exhibit(BY_CODE[code], report)
    with override("zh-hans"):
        chinese = content_exhibit(BY_CODE[code], report)

    assert english.finding != chinese.finding
    assert english.title != chinese.title
    texts = chinese.frame.astype(str).to_numpy().ravel().tolist()
    assert missing("".join([*texts, chinese.finding, chinese.subtitle, chinese.description])) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_page_shows_finding_and_neighbours(client, report, code, language):
    response = client.get(f"/{language}/report/exhibits/{code}")

    page = response.content.decode()
    assert response.status_code == 200
    assert response.context["exhibit"]["value"].finding in page
    assert page.count("<svg") >= (2 if code in DIAGRAMS else 0)
    assert bool(response.context["previous"]) == (code != CODES[0])
    assert bool(response.context["following"]) == (code != CODES[-1])


def test_a_diagram_is_told_in_words_to_who_does_not_see_it(client, report):
    page = client.get("/en/report/exhibits/event-driven").content.decode()

    assert "Three events reach a trigger." in page.partition("<desc")[2].partition("</desc>")[0]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".md", ".svg", ".png", ".pdf", ".pptx", ".zip", ".bib"])
def test_files_of_a_diagram(client, report, suffix):
    assert client.get(f"/zh-hans/report/exhibits/containers{suffix}").status_code == 200


@pytest.mark.parametrize("suffix", [".vl.json", ".jsonstat.json"])
def test_a_diagram_has_no_file_of_numbers(client, report, suffix):
    assert client.get(f"/en/report/exhibits/containers{suffix}").status_code == 404


def test_a_table_of_words_has_no_picture_but_pages_to_print(client, report):
    assert client.get("/en/report/exhibits/limits.png").status_code == 404
    assert client.get("/en/report/exhibits/limits.pdf").content.startswith(b"%PDF")


def test_parts_and_relations_are_rows(client, report):
    lines = client.get("/en/report/exhibits/application-architecture.csv").content.decode("utf-8-sig").splitlines()

    assert lines[0].startswith("part,")
    assert sum("functions baas" in line for line in lines) == 1
    assert len(lines) == 1 + 5


@pytest.mark.parametrize("code", DIAGRAMS)
def test_slides_have_native_shapes(client, report, code):
    body = client.get(f"/en/report/exhibits/{code}.pptx").content

    (slide,) = Presentation(io.BytesIO(body)).slides
    (group,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    texts = " ".join(shape.text_frame.text for shape in group.shapes if shape.has_text_frame)
    assert str(BY_CODE[code].parts[0].label) in texts
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == str(BY_CODE[code].description)


def test_arrows_on_slides_are_connectors(client, report):
    (slide,) = Presentation(io.BytesIO(client.get("/en/report/exhibits/event-driven.pptx").content)).slides
    (group,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]

    arrows = [shape for shape in group.shapes if shape._element.tag.endswith("cxnSp")]
    assert len(arrows) == 3 * 3 + 2 + 1  # from stage to stage, the walls, their sign


def test_embeds_the_api_and_oembed_know_them(client, report):
    embedded = client.get("/embed/en/report/exhibits/requests")
    told = client.get("/api/v1/exhibits/report/exhibits/requests?lang=zh-hans")

    assert embedded.status_code == told.status_code == 200
    assert "服务器" in json.loads(told.content)["exhibit"]["title"]


def test_the_list_has_all_sixteen_exhibits(client, report):
    response = client.get("/en/report/exhibits")

    pages = [place.page for place in PLACES]
    assert len(response.context["exhibit"]["value"].frame) == 17  # the one on the sample in two rows
    assert pages == sorted(pages)


def test_an_unknown_exhibit_is_not_found(client, report):
    assert client.get("/en/report/exhibits/none").status_code == 404


def test_without_the_source_nothing_is_shown_or_found(client, db):
    assert client.get("/en/report/exhibits/limits").status_code == 404
    assert list(exhibit_entries()) == []


def test_search_finds_parts_in_both_languages(report):
    entries = {entry.address: entry for entry in exhibit_entries()}

    assert list(entries) == ["report/exhibits", *[f"report/exhibits/{code}" for code in CODES]]
    assert {"Trigger", "触发器"} <= set(entries["report/exhibits/event-driven"].words)
    assert entries["report/exhibits/limits"].title_zh == "无服务器的局限"
