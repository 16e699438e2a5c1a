"""The workbook of an exhibit: sheets Data (typed cells), Table (the cross table), Chart (native) and About."""

import io
from datetime import UTC

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column
from portal.exhibits.data_files import file_columns
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.marks import Mark
from portal.exhibits.sheets import MAX_CELL, add_sheet, cell_value, page_setup, write_cell
from portal.exhibits.workbook_chart import SHEET, workbook_plan, write_chart
from portal.exhibits.workbook_marks import name_blocks, workbook_mark
from portal.exhibits.workbook_table import SHEET as TABLE
from portal.exhibits.workbook_table import write_table

FACES = {"en": "Segoe UI", "zh-hans": "Microsoft YaHei"}
WIDEST = 60  # characters


def workbook_file(exhibit: Exhibit, *, labels: str = "default") -> bytes:
    """An .xlsx file; the same exhibit gives the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = exhibit.updated.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties(
        {
            "title": exhibit.headline[:250],
            "subject": exhibit.title[:250],
            "created": created,
            "comments": exhibit.url(),
            "author": _("Serverless Market Watch"),
        }
    )
    face = FACES[exhibit.language]
    book.formats[0].set_font_name(face)
    data = _write_data(book, exhibit, labels, face)
    table = None
    if exhibit.grid and not exhibit.is_empty:
        table = write_table(book, add_sheet(book, TABLE), exhibit, exhibit.grid, labels=labels, face=face)
    plan = workbook_plan(exhibit)
    if plan is not None:
        write_chart(book, add_sheet(book, SHEET), exhibit, plan, face)
    about = about_rows(exhibit)
    mark = workbook_mark(exhibit, labels, data, about, table)
    _write_about(book, [*about, *_stamp(exhibit, mark)], face)
    name_blocks(book, mark)
    book.close()
    return out.getvalue()


def _write_data(book, exhibit: Exhibit, labels: str, face: str) -> list[list]:
    """The rows of the data files, in their order; returns what it wrote, the headings first."""
    sheet = add_sheet(book, "Data")
    head = book.add_format({"bold": True, "font_name": face, "bottom": 1, "text_wrap": True, "valign": "top"})
    columns = file_columns(exhibit, labels)
    rows = [[cell_value(row[source]) for heading, source, column in columns] for row in exhibit.file_rows]
    widths = []
    for place, (heading, _source, column) in enumerate(columns):
        sheet.write_string(0, place, heading, head)
        cell_format = book.add_format({"font_name": face, "num_format": number_pattern(column)})
        width = len(heading)
        for line, row in enumerate(rows, start=1):
            write_cell(sheet, line, place, row[place], cell_format)
            width = max(width, min(len(str(row[place] or "")), WIDEST))
        sheet.set_column(place, place, width + 2)
        widths.append(width + 2)
    page_setup(sheet, sum(widths), repeated=1)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    return [[heading for heading, _source, _column in columns], *rows]


def number_pattern(column: Column) -> str:
    if column.role != "value":
        return "General"
    return "General" if not column.decimals else "0." + "#" * column.decimals if column.decimals > 2 else "General"


def about_rows(exhibit: Exhibit) -> list[tuple[str, str]]:
    """What must be known of the data: (name, text)."""
    rows = [
        (_("Title"), exhibit.title),
        (_("Finding"), exhibit.finding),
        (_("Who, when, how many"), exhibit.subtitle),
        *[(_("Note"), note.text) for note in exhibit.notes],
        *[(_("Source"), f"{citation.words} {citation.url}".strip()) for citation in exhibit.citations],
        (_("Licence"), f"{exhibit.licence.code} {exhibit.licence.url}"),
    ]
    return [(name, text[:MAX_CELL]) for name, text in rows if text]


def _stamp(exhibit: Exhibit, mark: Mark) -> list[tuple[str, str]]:
    return [
        (_("Address"), exhibit.url()),
        (_("Data version"), f"{exhibit.version} · {exhibit.updated:%Y-%m-%d}"),
        (_("Mark for refreshing"), mark.text),
    ]


def _write_about(book, rows: list[tuple[str, str]], face: str) -> None:
    sheet = add_sheet(book, "About")
    bold = book.add_format({"bold": True, "font_name": face, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "font_name": face, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for line, (name, text) in enumerate(rows):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, text, wrapped)
