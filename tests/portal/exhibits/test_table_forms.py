"""The forms of a cross table: .tsv, .md, .xlsx, .pptx and .pdf, each of exactly the view, read back."""

import io

import openpyxl
import pandas as pd
import pytest
from django.core.cache import cache
from django.utils.translation import override
from pptx import Presentation
from pypdf import PdfReader

from portal.exhibits.citations import Citation
from portal.exhibits.columns import Column, Grid
from portal.exhibits.files import FileOptions, exhibit_file
from portal.exhibits.frames import rows_of
from tests.portal.exhibits.examples import make_exhibit

COLUMNS = (
    Column("product", "Product", "code", is_labelled=True),
    Column("attribute", "Attribute", "code", is_labelled=True),
    Column("group", "Group", "code", is_labelled=True, on_page=False),
    Column("value", "Value", "value", written_by="value_text", tagged_by="tag"),
    Column("unit", "Unit", on_page=False),
    Column("observed_on", "Date", "date"),
    Column("source", "Source", "source"),
)
NOTHING = "not documented"
SOURCES = tuple(Citation(code, f"Page {code}", url=f"https://example.org/{code}") for code in ("a", "b"))


def comparison(products: int = 2, *, attributes: int = 1, language: str = "en", **changes):
    """Limits: memory 10,240 MB and nothing, timeout 900 s in doubt and nothing; then GPU no and nothing, in rows."""
    known = {
        "memory": (10240, "10,240 MB", "MB", "", "a"),
        "timeout": (900, "900 s", "s", "in doubt", "b"),
        "gpu": (False, "no", "", "", "b"),
    }
    rows = []
    for place in range(attributes):
        for code, group in (("memory", "limits"), ("timeout", "limits"), ("gpu", "compute")):
            for number in range(products):
                value, text, unit, tag, source = known[code] if number == 0 else (None, NOTHING, "", "", "")
                rows.append(
                    {
                        "product": f"p{number}",
                        "product_label_en": f"Product {number}",
                        "product_label_zh": f"产品 {number}",
                        "attribute": f"{code}{place or ''}",
                        "attribute_label_en": f"{code.title()}{place or ''}",
                        "attribute_label_zh": f"指标{code}{place or ''}",
                        "group": group,
                        "group_label_en": group.title(),
                        "group_label_zh": {"limits": "限制", "compute": "计算"}[group],
                        "value": value,
                        "value_text": text,
                        "unit": unit,
                        "tag": tag,
                        "observed_on": "2026-05-28" if source else "",
                        "source": source,
                    }
                )
    frame = pd.DataFrame(rows).sort_values("group", ascending=False, kind="stable").reset_index(drop=True)
    grid = Grid("attribute", "product", "value", group="group")
    options = {"address": "compare", "columns": COLUMNS, "frame": frame, "shape": None, "grid": grid}
    options |= {"language": language, "citations": SOURCES, "query": f"n={products}-{attributes}"}
    return make_exhibit(**(options | changes))


def file_of(exhibit, suffix: str, **options) -> bytes:
    with override(exhibit.language):
        return exhibit_file(exhibit, suffix, FileOptions(**options))


def slide_tables(exhibit) -> list[list[list[str]]]:
    slides = Presentation(io.BytesIO(file_of(exhibit, ".pptx"))).slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def page_texts(exhibit, **options) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(file_of(exhibit, ".pdf", **options))).pages]


def test_rows_are_those_of_pandas():
    frame = comparison().frame.assign(number=[1.5, float("nan"), 3, 4, 5, 6], whole=range(6), flag=True)

    assert str(rows_of(frame)) == str(frame.to_dict("records"))
    assert [type(value) for value in rows_of(frame)[0].values()] == [
        type(value) for value in frame.to_dict("records")[0].values()
    ]


def test_tsv_has_the_rows_of_the_csv():
    csv, tsv = file_of(comparison(), ".csv").decode(), file_of(comparison(), ".tsv").decode()

    assert [line.split("\t") for line in tsv.splitlines()] == [line.split(",") for line in csv.splitlines()]
    assert tsv.endswith("\n")
    assert "\r" not in tsv


def test_tsv_keeps_tabs_and_breaks_out_of_its_cells():
    texts = ["=1+1\there", "two\r\nlines", "three\rlines", "x", "y", "z"]
    exhibit = comparison(frame=comparison().frame.assign(observed_on=texts))
    cells = [line.split("\t") for line in file_of(exhibit, ".tsv").decode().splitlines()]
    guarded = file_of(exhibit, ".tsv", excel=True).decode()

    assert {len(line) for line in cells} == {10}
    assert [line[8] for line in cells[1:4]] == ["=1+1 here", "two lines", "three lines"]
    assert guarded.startswith("\ufeff")
    assert "\t'=1+1 here\t" in guarded


def test_markdown_has_groups_sources_and_what_nobody_knows_in_italics():
    lines = [line for line in file_of(comparison(), ".md").decode().splitlines() if line.startswith("| ")]

    assert lines == [
        "| Attribute | Product 0 | Product 1 |",
        "| --- | --- | --- |",
        "| **Limits** |  |  |",
        "| Memory | 10,240 MB [1] | *not documented* |",
        "| Timeout | 900 s (in doubt) [2] | *not documented* |",
        "| **Compute** |  |  |",
        "| Gpu | no [2] | *not documented* |",
    ]


@pytest.mark.parametrize(
    ("labels", "line"), [("code", "| memory | 10,240 MB [1] |"), ("both", "| Memory / 指标memory | 10,240 MB [1] |")]
)
def test_markdown_is_labelled_as_asked(labels, line):
    assert line in file_of(comparison(), ".md", labels=labels).decode()


def test_the_cube_leaves_labels_out_where_codes_are_asked_for():
    exhibit = make_exhibit()

    assert "Yes, in use" in file_of(exhibit, ".jsonstat.json").decode()
    assert "Yes, in use" not in file_of(exhibit, ".jsonstat.json", labels="code").decode()


@pytest.mark.parametrize(("language", "heads"), [("en", ["Limits", "Compute"]), ("zh-hans", ["限制", "计算"])])
def test_slides_have_headings_and_what_nobody_knows_apart_from_no(language, heads):
    exhibit = comparison(language=language)
    (table,) = slide_tables(exhibit)
    (slide,) = Presentation(io.BytesIO(file_of(exhibit, ".pptx"))).slides
    cells = [cell for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    italic = {cell.text: cell.text_frame.paragraphs[0].runs[0].font.italic for cell in cells if cell.text}

    assert [row[0] for row in table if not any(row[1:])] == heads
    assert table[-1][1:] == ["no", NOTHING]
    assert italic[NOTHING]
    assert not italic["no"]


def test_wide_and_long_tables_take_slides_with_their_heads_repeated():
    tables = slide_tables(comparison(20, attributes=12))
    columns = list(dict.fromkeys(head for table in tables for head in table[0][1:]))
    held = {
        (row[0], head): text for table in tables for row in table[1:] for head, text in zip(table[0], row, strict=False)
    }

    assert columns == [f"Product {number}" for number in range(20)]
    assert all(table[0][0] == "Attribute" and len(table[0]) <= 8 for table in tables)
    assert all(table[1][0] in ("Limits", "Compute") and any(table[-1][1:]) for table in tables)
    assert len({key for key, text in held.items() if text and key[1] != "Attribute"}) == 36 * 20
    assert held["Memory11", "Product 0"] == "10,240 MB"


def test_printed_pages_repeat_heads_and_end_with_notes_and_sources():
    pages = page_texts(comparison(20, attributes=12))
    *tables, last = pages

    assert "columns 1–7 of 20" in pages[0]
    assert "Most use functions" in pages[0]
    assert all("Attribute" in page and "Product" in page for page in tables)
    assert f"Page {len(pages)} of {len(pages)}" in last
    assert "Base not published." in last
    assert "[2] Page b" in last
    assert "https://example.org/b" in last
    assert sum(page.count("10,240 MB [1]") for page in pages) == 12


def test_printed_pages_lead_to_their_sources_and_say_what_they_are():
    reader = PdfReader(io.BytesIO(file_of(comparison(), ".pdf")))
    links = {note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])}

    assert {"https://example.org/a", "https://example.org/b"} <= links
    assert reader.metadata.title == "Most use functions"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert [entry.title for entry in reader.outline] == ["Most use functions", "Sources"]


def test_printed_pages_speak_chinese():
    first, *_rest = page_texts(comparison(language="zh-hans"))

    assert "指标memory" in first
    assert "产品 0" in first
    assert "限制" in first


def test_the_sheet_of_the_table_has_typed_numbers_units_and_links():
    book = openpyxl.load_workbook(io.BytesIO(file_of(comparison(), ".xlsx")))
    sheet = book["Table"]

    assert book.sheetnames == ["Data", "Table", "About"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Attribute", "Unit", "Product 0", "Product 1"],
        ["Limits", None, None, None],
        ["Memory", "MB", 10240, NOTHING],
        ["Timeout", "s", "900 s (in doubt)", NOTHING],
        ["Compute", None, None, None],
        ["Gpu", None, "no", NOTHING],
    ]
    assert sheet["C3"].hyperlink.target == "https://example.org/a"
    assert sheet["C3"].hyperlink.tooltip == "Page a; 2026-05-28"
    assert sheet["D3"].hyperlink is None
    assert sheet.freeze_panes == "C2"


def test_numbers_of_several_units_stand_as_words():
    frame = comparison().frame
    frame.loc[1, ["value", "value_text", "unit", "source"]] = [1, "1 GB", "GB", "b"]

    row = openpyxl.load_workbook(io.BytesIO(file_of(comparison(frame=frame), ".xlsx")))["Table"][3]

    assert [cell.value for cell in row] == ["Memory", None, "10,240 MB", "1 GB"]


def test_many_columns_of_data_are_printed_on_pages_side_by_side():
    wide = comparison(frame=comparison().frame.assign(observed_on="long " * 12, product_label_en="name " * 20))
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(wide, ".xlsx")))["Data"]

    assert sheet.page_setup.fitToWidth == 2
    assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("suffix", [".xlsx", ".pptx", ".pdf", ".tsv", ".md"])
def test_the_same_table_is_the_same_bytes(suffix):
    first = file_of(comparison(), suffix)
    cache.clear()

    assert file_of(comparison(), suffix) == first
