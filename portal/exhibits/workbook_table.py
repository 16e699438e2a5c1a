"""The sheet Table of a workbook: the cross table as the page shows it, its numbers typed, its cells linked to sources.

Tags that put no number in doubt stand in a narrow column behind it. Looks that tell something (headings of groups, what
nobody knows, thousands) are conditional formats, so that they stay right when a refreshed file has other rows.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from math import ceil

from django.utils.translation import gettext as _

from portal.charts.palette import THEMES
from portal.exhibits.columns import Grid
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.sheets import cell_value, page_setup, write_cell
from portal.exhibits.slide_charts import number_format
from portal.exhibits.slide_tables import weight
from portal.exhibits.table_texts import cell_text
from portal.exhibits.tables import Cell, Table, TableRow, is_missing, table_of
from portal.words import set_apart

SHEET = "Table"
MOST_LETTERS = 2000, 255  # of an address and of the words that stand beside it, limits of the format
WIDTHS = 34, 16, 20  # characters: row heads, units, values
TAGS_WIDTH = 10
LINE_HEIGHT = 15  # points
COLOURS = THEMES["light"]
Line = list[str | float | None]


def write_table(book, sheet, exhibit: Exhibit, grid: Grid, *, labels: str, face: str) -> list[Line]:
    """Row heads, units where there are some, then a column for each of the grid; returns what it wrote."""
    table = table_of(exhibit, labels=labels)
    units = [_unit_of(row, exhibit, grid) for row in table.rows]
    has_units = any(units)
    first = 2 if has_units else 1  # column of values
    apart = _tags_apart(table, exhibit, grid)
    starts = [first + place + sum(each < place for each in apart) for place in range(len(table.headings))]
    heads = [[each.text, _("Marks")] if place in apart else [each.text] for place, each in enumerate(table.headings)]
    lines: list[Line] = [[table.corner.text, *([_("Unit")] if has_units else []), *chain(*heads)]]
    links: list[tuple[int, int, Cell]] = []
    group = ""
    for row, unit in zip(table.rows, units, strict=True):
        if row.group and row.group != group:
            lines.append([row.group, *[None] * (len(lines[0]) - 1)])
        group = row.group
        values = [
            _apart(cells, unit, exhibit, grid) if place in apart else [_value(cells, unit, exhibit, grid)]
            for place, cells in enumerate(row.cells)
        ]
        places = zip(starts, row.cells, strict=True)
        links += [(len(lines), start, cells[0]) for start, cells in places if cells[0].citation]
        lines.append([row.head.text, *([unit or None] if has_units else []), *chain(*values)])
    formats = {"font_name": face, "valign": "top", "text_wrap": True}
    head, plain = book.add_format({**formats, "bold": True, "bottom": 1}), book.add_format(formats)
    for line, col, cell in links:
        _write_link(sheet, line, col, cell, exhibit, plain)
    for number, written in enumerate(lines):
        for place, value in enumerate(written):
            write_cell(sheet, number, place, value, plain if number else head)
    _lay_out(sheet, lines, first, {starts[place] + 1 for place in apart})
    _tell_apart(book, sheet, lines, _unknown_words(table.rows), has_signs=has_units and bool(apart))
    return lines


def _tags_apart(table: Table, exhibit: Exhibit, grid: Grid) -> set[int]:
    """Places of the columns behind which one of tags stands."""
    if not exhibit.column(grid.value).tags_stand_apart:
        return set()
    return {place for row in table.rows for place, cells in enumerate(row.cells) if any(cell.tag for cell in cells)}


def _unit_of(row: TableRow, exhibit: Exhibit, grid: Grid) -> str:
    """The unit that all numbers of a row have; "" where they have none or several."""
    column = exhibit.column(grid.value)
    units = {
        str(cell.row.get("unit") or "") if "unit" in cell.row else column.unit
        for cells in row.cells
        for cell in cells
        if cell.row is not None and _number(cell, grid) is not None
    }
    return units.pop() if len(units) == 1 else ""


def _number(cell: Cell, grid: Grid) -> float | int | None:
    value = None if cell.row is None or not cell.is_number else cell_value(cell.row[grid.value])
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _value(cells: tuple[Cell, ...], unit: str, exhibit: Exhibit, grid: Grid) -> str | float:
    """A number where the unit of its row is its own and nothing is to be said of it, else the words of the page.

    What is in doubt is never a bare number: it would go into sums unseen. The sheet Data has it as one.
    """
    (cell, *others) = cells
    number = _number(cell, grid)
    own = (cell.row or {}).get("unit", exhibit.column(grid.value).unit) or ""
    if number is not None and not others and not cell.tag and own == unit:
        return number
    return ", ".join(map(cell_text, cells))


def _apart(cells: tuple[Cell, ...], unit: str, exhibit: Exhibit, grid: Grid) -> Line:
    """The value, and what is said of it."""
    bare = tuple(replace(cell, tag="") for cell in cells)
    return [_value(bare, unit, exhibit, grid), ", ".join(cell.tag for cell in cells if cell.tag) or None]


def _write_link(sheet, line: int, place: int, cell: Cell, exhibit: Exhibit, look) -> None:
    """The address of the source, with what the tidy row says besides in the words that show at the pointer."""
    citation = exhibit.citations[(cell.citation or 1) - 1]
    if citation.url.startswith(("http://", "https://")) and len(citation.url) <= MOST_LETTERS[0]:
        tip = set_apart([citation.words, *_remarks(cell.row or {}, exhibit)])
        sheet.write_url(line, place, citation.url, look, "", tip[: MOST_LETTERS[1]])


def _remarks(row: dict, exhibit: Exhibit) -> Iterator[str]:
    """Dates and texts that stand beside the value in the tidy table."""
    used = exhibit.grid.keys if exhibit.grid else set()
    for column in exhibit.columns:
        if column.role in ("date", "text") and column.on_page and column.key not in used:
            value = row.get(column.shown_column(exhibit.language))
            if not is_missing(value) and value != "":
                yield str(value)


def _unknown_words(rows: tuple[TableRow, ...]) -> list[str]:
    return sorted({cell.text for row in rows for cells in row.cells for cell in cells if cell.is_missing})


def _lay_out(sheet, lines: list[Line], first: int, tags: set[int]) -> None:
    """`tags` are the columns of tags."""
    sheet.freeze_panes(1, first)
    sheet.set_row(0, LINE_HEIGHT * max(_likely_lines(str(head)) for head in lines[0]))
    sheet.set_column(0, 0, WIDTHS[0])
    sheet.set_column(1, first - 1, WIDTHS[1])
    sheet.set_column(first, len(lines[0]) - 1, WIDTHS[2])
    for place in tags:
        sheet.set_column(place, place, TAGS_WIDTH)
    values = WIDTHS[2] * (len(lines[0]) - first - len(tags)) + TAGS_WIDTH * len(tags)
    page_setup(sheet, WIDTHS[0] + WIDTHS[1] * (first - 1) + values, repeated=first)


def _likely_lines(head: str) -> int:
    """Words are not cut, so a line takes less than fits."""
    return max(ceil(weight(head) * 1.2 / WIDTHS[2]), 1)


def _tell_apart(book, sheet, lines: list[Line], unknown: list[str], *, has_signs: bool) -> None:
    """`has_signs`: percentages carry their sign, since no words stand among them."""
    from xlsxwriter.utility import xl_col_to_name

    last, right = len(lines) - 1, len(lines[0]) - 1
    if not last:
        return
    rules = [
        (f"COUNTA($A2:${xl_col_to_name(right)}2)=1", {"bold": True, "bg_color": COLOURS["tint"]}),
        *((f'A2="{words}"', {"italic": True, "font_color": COLOURS["ink-3"]}) for words in unknown),
        *([('AND(ISNUMBER(A2),$B2="%")', {"num_format": number_format("%")})] if has_signs else []),
        ("AND(ISNUMBER(A2),A2>=1000,A2=INT(A2))", {"num_format": "#,##0"}),
    ]
    for formula, look in rules:
        rule = {"type": "formula", "criteria": f"={formula}", "format": book.add_format(look)}
        sheet.conditional_format(1, 0, last, right, rule)
