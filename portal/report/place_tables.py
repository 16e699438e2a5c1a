"""The table of an exhibit as a chapter shows it: short, without numbers of sources, and upright where it is one row."""

import re
from dataclasses import replace

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.tables import Cell, Heading, Table, TableRow, table_of

ROWS_SHOWN = 12  # of an exhibit without a chart; its page has all
MOST_ACROSS = 3  # columns of texts beside each other where there is one row
ENGLISH = re.compile(r"[^\u3400-\u9fff]*\b[a-z]{3,} (?:\S+ )*[a-z]{3,}[^\u3400-\u9fff]*")  # words, not only names


def place_table(exhibit: Exhibit) -> tuple[Table, int]:
    """With the number of rows that are left out."""
    table = table_of(exhibit)
    if exhibit.grid and len(table.rows) == 1 and len(table.headings) > MOST_ACROSS:
        table = turned(table, corner=exhibit.column(exhibit.grid.columns).label)
    rows = [row for row in table.rows if says_something(row)] or table.rows
    short = tuple(set_row(row, exhibit.language) for row in rows[:ROWS_SHOWN])
    return replace(table, rows=short), len(table.rows) - len(short)


def says_something(row: TableRow) -> bool:
    """Which rows without any value would come first goes by their names, in each language by others."""
    return any(cell.text and not cell.is_missing for place in row.cells for cell in place)


def turned(table: Table, *, corner: str) -> Table:
    """Its only row as its only column."""
    (row,) = table.rows
    lines = zip(table.headings, row.cells, strict=True)
    rows = tuple(TableRow(Cell(heading.text), (place,)) for heading, place in lines)
    is_number = all(cell.is_number for place in row.cells for cell in place)
    return Table(Heading(corner), (Heading(row.head.text, is_number=is_number),), rows)


def set_row(row: TableRow, language: str) -> TableRow:
    """Without the numbers of sources, whose list stands on the page of the exhibit; English words are known as such."""

    def set_cell(cell: Cell) -> Cell:
        is_foreign = language != "en" and ENGLISH.fullmatch(cell.text) is not None
        return replace(cell, citation=None, language="en" if is_foreign else "")

    cells = tuple(tuple(map(set_cell, place)) for place in row.cells)
    return replace(row, head=set_cell(row.head), cells=cells)
