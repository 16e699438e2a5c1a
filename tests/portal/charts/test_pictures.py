"""Pictures: what is inside the files, that they are the same each time, and fit for a page."""

import io
import re
import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest
from PIL import Image
from pypdf import PdfReader

from portal.charts import pictures
from portal.charts.captions import Caption
from portal.charts.shapes import Heatmap, RankedBars, Remainder, ShapeError, StackedShares
from portal.charts.sizes import SIZES, Size
from tests.portal.charts.frames import CAPTION, CAPTION_ZH, stages

SHAPE = RankedBars("label", "share", remainder=Remainder(17.0, "Not stated"))
DEFAULT = SIZES["default"]
SVG = "{http://www.w3.org/2000/svg}"
INLINE = {"language": "en", "label": "Stages", "description": "Shares of five stages"}


def test_inline_svg_fits_a_strict_page():
    svg = pictures.inline_svg(stages(), SHAPE, **INLINE)
    root = ElementTree.fromstring(svg)

    assert root.get("role") == "img"
    assert root.get("width") == "100%"
    assert root.get("height") is None
    assert root.get("viewBox").startswith("0 0 780 ")
    assert root.find(f"{SVG}title").text == "Stages"
    assert root.find(f"{SVG}desc").text == "Shares of five stages"
    assert " style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg
    assert "var(--chart-emph, #1F5FA8)" in svg
    assert "#0b5e" not in svg
    assert "#0b5f" not in svg


def test_inline_svgs_lie_in_one_page_without_sharing_identifiers():
    wide = pictures.inline_svg(stages(), SHAPE, **INLINE)
    narrow = pictures.inline_svg(stages(), SHAPE, **INLINE, width=358)
    identifiers = re.findall(r' id="([^"]+)"', wide + narrow)

    assert len(identifiers) == 6  # title, description and hatching of each
    assert len(set(identifiers)) == 6
    assert all(f'id="{used}"' in wide for used in re.findall(r"url\(#([^)]+)\)", wide))


def test_framed_svg_needs_no_font_and_keeps_its_words():
    svg = pictures.framed_svg(stages(), SHAPE, CAPTION, theme="dark", size=DEFAULT)
    root = ElementTree.fromstring(svg)

    assert "<text" not in svg
    assert 'aria-label="In production"' in svg
    assert root.find(f"{SVG}title").text == CAPTION.title
    assert root.find(f"{SVG}desc").text == CAPTION.description
    assert "https://creativecommons.org/licenses/by/4.0/" in svg
    assert 'fill="#12181F"' in svg


def test_body_svg_has_the_chart_alone():
    svg = pictures.body_svg(stages(), SHAPE, language="en", theme="dark", width=600)

    assert ElementTree.fromstring(svg).get("width") == "600"
    assert ">In production</text>" in svg
    assert "#6FB0F2" in svg


def test_png_carries_its_words_and_a_palette():
    image = Image.open(io.BytesIO(pictures.png(stages(), SHAPE, CAPTION_ZH, theme="light", size=DEFAULT)))

    assert image.mode == "P"
    assert image.width == 1700
    assert image.text["Title"] == CAPTION_ZH.title
    assert image.text["Author"] == "无服务器市场观察"
    assert image.text["Source"] == "来源：中国云原生用户调查"
    assert image.text["License"] == "CC-BY-4.0"
    assert image.text["Description"] == "生产环境：28%"


@pytest.mark.parametrize("name", ["og", "square", "slide"])
def test_fixed_sizes_are_kept(name):
    size = SIZES[name]

    image = Image.open(io.BytesIO(pictures.png(stages(), SHAPE, CAPTION, theme="light", size=size)))

    assert image.size == (size.width, size.height)


@pytest.mark.parametrize("size", [Size(200, 200), Size(4000, 200), Size(200, 4000), Size(200), Size(300, 220, 3)])
def test_extreme_sizes_are_kept_too(size):
    image = Image.open(io.BytesIO(pictures.png(stages(), SHAPE, CAPTION, theme="light", size=size)))

    assert image.width == size.width * size.scale
    assert size.height is None or image.height == size.height * size.scale


def test_a_chart_taller_than_its_picture_is_shown_smaller():
    frame = pd.concat([stages()] * 8)

    svg = pictures.framed_svg(frame, RankedBars("label", "share"), CAPTION, theme="light", size=SIZES["og"])

    assert ElementTree.fromstring(svg).get("height") == "628"


def test_pdf_has_text_title_and_language():
    document = PdfReader(io.BytesIO(pictures.pdf(stages(), SHAPE, CAPTION, theme="light", size=DEFAULT)))

    text = document.pages[0].extract_text()
    assert "In production" in text
    assert CAPTION.source in text.replace("\n", " ")
    assert document.metadata.title == CAPTION.title
    assert document.metadata.author == "Serverless Market Watch"
    assert document.metadata.subject == CAPTION.source
    assert document.root_object["/Lang"] == "en"


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize("name", SIZES)
def test_every_named_size_has_every_scale(name, scale):
    named = SIZES[name]
    size = Size(named.width, named.height, scale)

    image = Image.open(io.BytesIO(pictures.png(stages().head(2), SHAPE, CAPTION, theme="light", size=size)))

    assert image.width == named.width * scale
    assert named.height is None or image.height == named.height * scale


@pytest.mark.parametrize("draw", [pictures.png, pictures.framed_svg])
def test_the_same_input_gives_the_same_bytes(draw):
    once, again = (draw(stages(), SHAPE, CAPTION, theme="light", size=SIZES["og"]) for _ in range(2))

    assert once == again


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_an_empty_frame_says_that_there_is_nothing(language):
    svg = pictures.body_svg(stages().head(0), SHAPE, language=language)

    assert {"en": "No data for this selection", "zh-hans": "此选择没有数据"}[language] in svg


def test_a_missing_column_is_an_error_and_no_empty_picture():
    with pytest.raises(ShapeError, match="needs the columns nothing"):
        pictures.body_svg(stages(), RankedBars("label", "nothing"), language="en")


@pytest.mark.parametrize(
    "words",
    ['<b>&"quoted"\'</b>', "control\x00\x1b\x7fcharacters", "lone \ud800 surrogate", "😀 emoji", "עברית", "", "\n"],
    ids=["markup", "control", "surrogate", "emoji", "right to left", "empty", "newline"],
)
def test_odd_words_are_drawn(words):
    caption = Caption(title=words, subtitle=words, source=words, description=words)
    frame = stages(label=[words] * 5)

    assert pictures.png(frame, SHAPE, caption, theme="light", size=DEFAULT).startswith(b"\x89PNG")
    ElementTree.fromstring(pictures.framed_svg(frame, SHAPE, caption, theme="light", size=DEFAULT))
    ElementTree.fromstring(pictures.inline_svg(frame, SHAPE, language="en", label=words, description=words))


@pytest.mark.parametrize("width", [358, 780, 200])
def test_other_shapes_draw_at_every_width(width):
    frame = pd.DataFrame(
        {"a": ["One", "One", "Two and a long name"], "b": ["x", "y" * 40, "x"], "share": [10.0, None, 80.0]}
    )

    for shape in (Heatmap("a", "b", "share"), StackedShares("a", "b", "share", remainder_label="Not stated")):
        ElementTree.fromstring(pictures.body_svg(frame, shape, language="en", width=width))
