"""What the sheets of a workbook share: how cells are written and how pages are set up for print."""

from math import ceil

from portal.exhibits.data_files import plain

MAX_CELL = 32_767  # characters, a limit of the format
PAGE_WIDTH = 190  # characters on a page of A4 at a size that can still be read


def add_sheet(book, name: str):
    """A sheet that prints on pages as wide as its table."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    return sheet


def page_setup(sheet, width: float, *, repeated: int = 0) -> None:
    """As many pages side by side as `width` characters need; each repeats the headings and the first columns."""
    sheet.fit_to_pages(max(ceil(width / PAGE_WIDTH), 1), 0)
    sheet.repeat_rows(0)
    if repeated and width > PAGE_WIDTH:
        sheet.repeat_columns(0, repeated - 1)


def cell_value(value) -> str | int | float | bool | None:
    """What a cell holds of a value of the frame; lists have semicolons."""
    value = plain(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return ("; ".join(map(str, value)) if isinstance(value, list) else str(value))[:MAX_CELL]


def write_cell(sheet, line: int, place: int, value, cell_format) -> None:
    if value is None:
        sheet.write_blank(line, place, None, cell_format)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value, cell_format)
    elif isinstance(value, (int, float)):
        sheet.write_number(line, place, value, cell_format)
    else:
        sheet.write_string(line, place, value[:MAX_CELL], cell_format)
