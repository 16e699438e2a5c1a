"""The table of an exhibit as people read it: plain, or crossed by its Grid. Pages and Markdown share it."""

from dataclasses import dataclass, replace

import pandas as pd
from django.utils.translation import gettext as _

from portal import words
from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit

MISSING = "–"


@dataclass(frozen=True)
class Cell:
    """What stands in one place; `row` is the tidy row behind it, for links and marks."""

    text: str
    is_number: bool = False
    is_missing: bool = False
    citation: int | None = None  # number in the list of citations, from 1
    row: dict | None = None
    address: str = ""  # of the page it leads to, without language
    tag: str = ""  # a word or two beside the text


@dataclass(frozen=True)
class Heading:
    text: str
    unit: str = ""
    is_number: bool = False
    code: str = ""


@dataclass(frozen=True)
class TableRow:
    head: Cell
    cells: tuple[tuple[Cell, ...], ...]  # in a grid a place may hold several


@dataclass(frozen=True)
class Table:
    corner: Heading
    headings: tuple[Heading, ...]
    rows: tuple[TableRow, ...]


def table_of(exhibit: Exhibit) -> Table:
    """The exhibit's table with texts in its language, numbers written as the language does."""
    return _crossed(exhibit, exhibit.grid) if exhibit.grid else _plain(exhibit)


def write_value(value, column: Column) -> str:
    """A value as people read it; an empty text for what is missing."""
    if is_missing(value):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    if column.role == "value" and isinstance(value, (int, float)):
        return write_number(value, column)
    return str(value)


def write_number(value: float, column: Column) -> str:
    """As many decimals as the column allows and the value needs, then the unit."""
    decimals = 6 if column.decimals is None else column.decimals
    text = words.write_number(value, decimals)
    return f"{text}%" if column.unit == "%" else f"{text} {column.unit}".rstrip()


def is_missing(value) -> bool:
    if value is None:
        return True
    return not isinstance(value, (list, tuple, dict)) and bool(pd.isna(value))


def _cell(row: dict, column: Column, exhibit: Exhibit, numbers: dict[str, int]) -> Cell:
    value = row[column.shown_column(exhibit.language)]
    if column.role == "source":
        return Cell(text="", citation=numbers.get(value), row=row)
    text = str(value) if column.written_by else write_value(value, column)
    return Cell(
        text=text or MISSING,
        is_number=column.role == "value" and _is_number(row[column.key]),
        is_missing=not text,
        citation=numbers.get(row[column.cited_by]) if column.cited_by else None,
        row=row,
        address=row[column.linked_by] if column.linked_by else "",
        tag=row[column.tagged_by] if column.tagged_by else "",
    )


def _is_number(value) -> bool:
    return not isinstance(value, (str, bool, list, tuple))


def _heading(column: Column) -> Heading:
    is_number = column.role == "value" and (not column.written_by or column.decimals is not None)
    return Heading(column.label, column.unit, is_number=is_number, code=column.key)


def _plain(exhibit: Exhibit) -> Table:
    columns = [column for column in exhibit.columns if column.on_page]
    numbers = exhibit.citation_numbers
    rows = []
    for row in exhibit.frame.to_dict("records"):
        head, *cells = [_cell(row, column, exhibit, numbers) for column in columns]
        rows.append(TableRow(head, tuple((cell,) for cell in cells)))
    return Table(_heading(columns[0]), tuple(map(_heading, columns[1:])), tuple(rows))


def _crossed(exhibit: Exhibit, grid: Grid) -> Table:
    row_column, across, value = (exhibit.column(key) for key in (grid.rows, grid.columns, grid.value))
    numbers = exhibit.citation_numbers
    has_source = any(column.role == "source" for column in exhibit.columns)
    heads: dict[str, str] = {}
    lines: dict[str, tuple[Cell, dict[str, list[Cell]]]] = {}
    for row in exhibit.frame.to_dict("records"):
        code = row[across.key]
        heads.setdefault(code, str(row[across.shown_column(exhibit.language)]))
        head = _cell(row, row_column, exhibit, numbers)
        cell = _cell(row, value, exhibit, numbers)
        if has_source:
            cell = replace(cell, citation=numbers.get(row.get("source")))
        lines.setdefault(row[row_column.key], (head, {}))[1].setdefault(code, []).append(cell)
    heads = {code: heads[code] for code in (*grid.order, *heads) if code in heads}
    empty = (Cell(MISSING, is_number=_heading(value).is_number, is_missing=True),)
    return Table(
        corner=Heading(row_column.label),
        headings=tuple(Heading(text, value.unit, value.role == "value", code) for code, text in heads.items()),
        rows=tuple(
            TableRow(head, tuple(tuple(cells.get(code, empty)) for code in heads)) for head, cells in lines.values()
        ),
    )
