"""Chinese in every file form, made on a machine that has no font at all: as text, as fonts, as outlines, as pixels."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote

import nbformat
import openpyxl
import pytest
from django.utils.translation import override
from fontTools.pens.svgPathPen import SVGPathPen
from PIL import Image, ImageChops
from pptx import Presentation
from pptx.oxml.ns import qn
from pypdf import PdfReader

from portal.charts.lettering import CHINESE, font
from portal.exhibits.responses import content_disposition
from tests.portal.exhibits.shaped import shaped

ROOT = Path(__file__).parents[3]
TITLE, FINDING, ANSWERS = "函数使用情况", "多数受访者已使用函数", ("已使用", "未使用")
HAN = re.compile(r"[\u4e00-\u9fff]")
# The same exhibit twice: in Chinese, and with characters in place of the Chinese ones that no font has.
CODE = """
import re, sys
from pathlib import Path
import django
django.setup()
from django.utils.translation import activate
from portal.exhibits.files import FileOptions, exhibit_file
from tests.portal.exhibits.shaped import shaped
activate("zh-hans")
folder, title, finding = Path(sys.argv[1]), *sys.argv[2:]
exhibit = shaped("ranked", "zh-hans", title=title, finding=finding)
for suffix in exhibit.suffixes:
    (folder / f"file{suffix}").write_bytes(exhibit_file(exhibit, suffix, FileOptions()))
nowhere = {"title": "\\ue000" * len(title), "finding": "\\ue000" * len(finding), "address": "boxes"}
(folder / "boxes.png").write_bytes(exhibit_file(shaped("ranked", "zh-hans", **nowhere), ".png", FileOptions()))
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    """The folder of the files that a machine without fonts made."""
    folder = tmp_path_factory.mktemp("bare")
    nothing = folder / "fonts.conf"
    nothing.write_text('<?xml version="1.0"?><fontconfig><cachedir>/nonexistent</cachedir></fontconfig>')
    environment = {"FONTCONFIG_FILE": str(nothing), "HOME": str(folder), "DATA_DIR": str(folder / "data")}
    environment |= {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "portal.settings"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(folder), TITLE, FINDING],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("suffix", [".csv", ".json", ".md", ".jsonstat.json", ".vl.json"])
def test_texts_are_utf_8_and_not_escaped(files, suffix):
    text = (files / f"file{suffix}").read_text(encoding="utf-8")

    assert all(answer in text for answer in ANSWERS)
    assert suffix == ".csv" or TITLE in text
    assert "\\u" not in text


def test_a_notebook_speaks_chinese(files):
    book = nbformat.reads((files / "file.ipynb").read_text(encoding="utf-8"), as_version=4)

    assert book.cells[0].source.startswith(f"# {FINDING}\n\n{TITLE}")
    assert "数据版本" in book.cells[0].source


def test_a_pdf_has_the_characters_as_text_in_fonts_of_its_own(files):
    document = PdfReader(files / "file.pdf")
    text = "".join(page.extract_text() for page in document.pages)

    for words in (TITLE, FINDING, *ANSWERS):
        assert words in text.replace("\n", "")
    assert document.metadata.title == FINDING
    assert font_descriptors(document)
    assert all(set(each) & {"/FontFile2", "/FontFile3"} for each in font_descriptors(document))


def font_descriptors(document: PdfReader) -> list[dict]:
    objects = [document.get_object(number) for number in range(1, document.trailer["/Size"])]
    return [each for each in objects if isinstance(each, dict) and each.get("/Type") == "/FontDescriptor"]


def test_an_svg_draws_every_character_with_an_outline_of_its_own(files):
    drawing = (files / "file.svg").read_text(encoding="utf-8")
    outlines = re.findall(r'<path id="g\d+" d="([^"]+)"', drawing)

    assert "<text" not in drawing
    assert f'aria-label="{FINDING}"' in drawing
    assert len(outlines) >= len(set(HAN.findall(FINDING + TITLE)))
    assert not {empty_box(bold=False), empty_box(bold=True)} & set(outlines)


def empty_box(*, bold: bool) -> str:
    """The outline that stands for a character which the font lacks."""
    glyphs = font(CHINESE, bold=bold).getGlyphSet()
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
    glyphs[".notdef"].draw(pen)
    return pen.getCommands()


def test_a_png_shows_other_pixels_than_empty_boxes(files):
    drawn, boxes = (Image.open(files / name).convert("L") for name in ("file.png", "boxes.png"))
    assert drawn.size == boxes.size

    left, top, right, bottom = ImageChops.difference(drawn, boxes).getbbox()

    assert right - left > 20 * len(FINDING)  # the whole line of the headline differs, at two pixels for one
    assert bottom - top > 40


def test_slides_name_a_chinese_font_for_chinese_words(files):
    slides = Presentation(files / "file.pptx").slides
    runs = [run for slide in slides for run in slide._element.iter(qn("a:r")) if HAN.search(run.findtext(qn("a:t")))]
    words = "".join(run.findtext(qn("a:t")) for run in runs)

    assert FINDING in words
    assert TITLE in words
    for run in runs:
        assert run.find(f"{qn('a:rPr')}/{qn('a:ea')}").get("typeface") == "Microsoft YaHei"
    (chart,) = (shape.chart for shape in slides[0].shapes if shape.has_chart)
    assert tuple(chart.plots[0].categories) == ANSWERS
    assert 'a:ea typeface="Microsoft YaHei"' in chart.part.blob.decode()


def test_a_workbook_sets_chinese_cells_in_a_chinese_font(files):
    book = openpyxl.load_workbook(files / "file.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if HAN.search(str(cell.value or ""))]
    words = "".join(str(cell.value) for cell in cells)

    assert all(text in words for text in (TITLE, FINDING, *ANSWERS))
    assert {cell.font.name for cell in cells} == {"Microsoft YaHei"}


def test_an_archive_has_plain_names_and_chinese_words(files):
    with zipfile.ZipFile(files / "file.zip") as archive:
        names = archive.namelist()
        readme = archive.read("README.md").decode()

    assert all(re.fullmatch(r"[A-Za-z0-9.]+", name) for name in names)
    assert FINDING in readme
    assert TITLE in readme


@pytest.mark.parametrize("suffix", [".csv", ".zip", ".pptx", ".ipynb"])
def test_files_are_named_in_chinese_beside_a_plain_name(suffix):
    with override("zh-hans"):
        header = content_disposition(shaped("ranked", "zh-hans", title="函数/使用"), suffix)

    assert f'filename="surveys-users-ranked-use{suffix}"' in header
    assert unquote(header.partition("filename*=UTF-8''")[2]) == f"函数-使用{suffix}"
    assert header.isascii()
