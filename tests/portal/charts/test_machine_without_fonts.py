"""Chinese is right on a machine that has no font at all: what is drawn comes from our files."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import RecordingPen
from pypdf import PdfReader

from portal.charts.drawing import DrawingProcess
from portal.charts.lettering import CHINESE, font

ROOT = Path(__file__).parents[3]
WORDS = "无服务器昇腾"
CODE = """
import sys
from pathlib import Path
from portal.charts import pictures
from portal.charts.shapes import RankedBars
from portal.charts.sizes import SIZES
from tests.portal.charts.frames import CAPTION_ZH, stages
frame = stages(label=["无服务器", "昇腾", "研究／学习", "考虑“使用”", "尚未使用"])
shape, folder = RankedBars("label", "share"), Path(sys.argv[1])
options = {"theme": "light", "size": SIZES["default"]}
(folder / "chart.png").write_bytes(pictures.png(frame, shape, CAPTION_ZH, **options))
(folder / "chart.pdf").write_bytes(pictures.pdf(frame, shape, CAPTION_ZH, **options))
(folder / "chart.svg").write_text(pictures.framed_svg(frame, shape, CAPTION_ZH, **options))
"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Two folders with the same pictures: of this machine, and of one without fonts."""
    here, bare = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("bare")
    nothing = bare / "fonts.conf"
    nothing.write_text('<?xml version="1.0"?><fontconfig><cachedir>/nonexistent</cachedir></fontconfig>')
    for folder, environment in ((here, {}), (bare, {"FONTCONFIG_FILE": str(nothing), "HOME": str(bare)})):
        subprocess.run(
            [sys.executable, "-c", CODE, str(folder)],
            cwd=ROOT, check=True, timeout=120, env={"PATH": "/usr/bin:/bin", **environment},
        )  # fmt: skip
    return here, bare


@pytest.mark.parametrize("name", ["chart.png", "chart.svg"])
def test_pictures_are_the_same_with_and_without_fonts(drawn, name):
    here, bare = drawn

    assert (here / name).read_bytes() == (bare / name).read_bytes()


def test_pdf_text_is_chinese_in_our_font(drawn):
    document = PdfReader(io.BytesIO((drawn[1] / "chart.pdf").read_bytes()))
    page = document.pages[0]
    text = page.extract_text()

    assert "无服务器" in text
    assert "昇腾" in text
    assert document.root_object["/Lang"] == "zh-hans"
    names = {str(entry.get_object()["/BaseFont"]) for entry in _fonts(page)}
    assert names
    assert all("PortalSansSC" in name for name in names)


def _fonts(page):
    """Fonts of a page and of the forms on it."""
    waiting, fonts = [page["/Resources"].get_object()], []
    while waiting:
        resources = waiting.pop()
        fonts += resources.get("/Font", {}).values()
        for entry in resources.get("/XObject", {}).values():
            form = entry.get_object()
            if "/Resources" in form:
                waiting.append(form["/Resources"].get_object())
    return fonts


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_every_character_has_a_shape_of_its_own(bold):
    file = font(CHINESE, bold=bold)
    glyph_set, names = file.getGlyphSet(), file.getBestCmap()

    def outline(name):
        pen = RecordingPen()
        glyph_set[name].draw(pen)
        return str(pen.value)

    outlines = {outline(names[ord(character)]) for character in WORDS}
    assert len(outlines) == len(WORDS)
    assert outline(".notdef") not in outlines


def test_a_character_is_drawn_by_our_font_and_not_as_an_empty_box():
    process = DrawingProcess()

    def picture(character):
        text = f'<text x="2" y="34" font-size="32px" font-family="{CHINESE}, sans-serif">{character}</text>'
        return process.ask("png", f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{text}</svg>', 1)

    pictures = {picture(character) for character in "昇腾\uf8ff"}
    process.stop()

    assert len(pictures) == 3
