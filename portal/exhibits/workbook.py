"""The workbook of an exhibit: sheets Data (typed cells), Chart (native, editable) and About."""

import io
from datetime import UTC

from django.utils.translation import gettext as _

from portal.charts.shapes import DotsWithIntervals, RankedBars
from portal.exhibits.columns import Column
from portal.exhibits.data_files import file_columns, plain
from portal.exhibits.exhibit import Exhibit

MAX_CELL = 32_767  # characters, a limit of the format
FACES = {"en": "Segoe UI", "zh-hans": "Microsoft YaHei"}
WIDEST = 60  # characters
NOT_STATED = {  # a bar that is a gap in the data: rows beyond those of the chart
    "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#8A95A1", "bg_color": "#FFFFFF"},
    "border": {"color": "#8A95A1"},
}


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
    placed = _write_data(book, exhibit, labels, face)
    if isinstance(exhibit.shape, (RankedBars, DotsWithIntervals)) and not exhibit.is_empty:
        _write_chart(book, exhibit, exhibit.shape, placed, face)
    _write_about(book, exhibit, face)
    book.close()
    return out.getvalue()


def add_sheet(book, name: str):
    """A sheet that prints on pages as wide as its table."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    return sheet


def _write_data(book, exhibit: Exhibit, labels: str, face: str) -> dict[str, int]:
    """Fills the sheet and returns where each column of the frame stands."""
    sheet = add_sheet(book, "Data")
    head = book.add_format({"bold": True, "font_name": face, "bottom": 1, "text_wrap": True, "valign": "top"})
    columns = file_columns(exhibit, labels)
    rows = exhibit.frame.to_dict("records")
    for place, (heading, source, column) in enumerate(columns):
        sheet.write_string(0, place, heading, head)
        cell_format = book.add_format({"font_name": face, "num_format": number_pattern(column)})
        width = len(heading)
        for line, row in enumerate(rows, start=1):
            value = plain(row[source])
            write_cell(sheet, line, place, value, cell_format)
            width = max(width, min(len(str(value or "")), WIDEST))
        sheet.set_column(place, place, width + 2)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    return {source: place for place, (heading, source, column) in enumerate(columns)}


def number_pattern(column: Column) -> str:
    if column.role != "value":
        return "General"
    return "General" if not column.decimals else "0." + "#" * column.decimals if column.decimals > 2 else "General"


def write_cell(sheet, line: int, place: int, value, cell_format) -> None:
    if value is None:
        sheet.write_blank(line, place, None, cell_format)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value, cell_format)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value, cell_format)
    else:
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        sheet.write_string(line, place, text[:MAX_CELL], cell_format)


def _write_chart(
    book, exhibit: Exhibit, shape: RankedBars | DotsWithIntervals, placed: dict[str, int], face: str
) -> None:
    """A bar chart that reads from the Data sheet, so that it changes with it."""
    last = len(exhibit.frame)
    if shape.label not in placed or shape.value not in placed:
        return
    sheet = add_sheet(book, "Chart")
    sheet.hide_gridlines(2)
    chart = book.add_chart({"type": "bar"})
    font = {"name": face, "size": 11}
    chart.add_series(
        {
            "name": exhibit.title,
            "categories": ["Data", 1, placed[shape.label], last, placed[shape.label]],
            "values": ["Data", 1, placed[shape.value], last, placed[shape.value]],
            "fill": {"color": "#1F5FA8"},
            "points": [None] * len(exhibit.drawn) + [NOT_STATED] * (last - len(exhibit.drawn)),
            "gap": 50,
            "data_labels": {"value": True, "font": font, "num_format": '0.##"%"' if shape.unit == "%" else "General"},
        }
    )
    chart.set_title({"name": exhibit.headline, "name_font": {"name": face, "size": 14}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": font, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 860, "height": 120 + 34 * last})
    sheet.insert_chart(0, 0, chart, {"description": exhibit.headline})


def _write_about(book, exhibit: Exhibit, face: str) -> None:
    sheet = add_sheet(book, "About")
    bold = book.add_format({"bold": True, "font_name": face, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "font_name": face, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    rows = [
        (_("Title"), exhibit.title),
        (_("Finding"), exhibit.finding),
        (_("Who, when, how many"), exhibit.subtitle),
        *[(_("Note"), note.text) for note in exhibit.notes],
        *[(_("Source"), f"{citation.words} {citation.url}".strip()) for citation in exhibit.citations],
        (_("Licence"), f"{exhibit.licence.code} {exhibit.licence.url}"),
        (_("Address"), exhibit.url()),
        (_("Data version"), f"{exhibit.version} · {exhibit.updated:%Y-%m-%d}"),
    ]
    for line, (name, text) in enumerate([row for row in rows if row[1]]):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, text[:MAX_CELL], wrapped)
