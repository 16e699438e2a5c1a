"""The table of an exhibit as people read it: plain, or crossed by its Grid. Pages and files for people share it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
from django.utils.translation import gettext as _

from portal import words
from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit
from portal.labels import LANGUAGES

MISSING = "–"
Reader = Callable[[dict], str]


@dataclass(frozen=True)
class Cell:
    """What stands in one place; `row` is the tidy row behind it, for links and marks.

    `is_missing`: nothing is known, whether the place is empty or words such as "not documented" say so.
    """

    text: str
    is_number: bool = False
    is_missing: bool = False
    citation: int | None = None  # number in the list of citations, from 1
    row: dict | None = None
    address: str = ""  # of the page it leads to, without language
    tag: str = ""  # a word or two beside the text
    language: str = ""  # of the text, where it is known to be another than that of the exhibit


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
    group: str = ""  # the heading under which it stands, "" where rows have none


@dataclass(frozen=True)
class Table:
    corner: Heading
    headings: tuple[Heading, ...]
    rows: tuple[TableRow, ...]

    @property
    def labels(self) -> dict[int, str]:
        """Number of a cell in its row, from 0 after the head → the heading that it carries in a list."""
        return {place: heading.text for place, heading in enumerate(self.headings)}


def table_of(exhibit: Exhibit, *, labels: str = "default") -> Table:
    """The exhibit's table with texts in its language, numbers written as the language does.

    labels: "default" labels in the exhibit's language; "code" codes in their place; "both" labels in both languages.
    """
    return _crossed(exhibit, exhibit.grid, labels) if exhibit.grid else _plain(exhibit, labels)


def write_value(value, column: Column) -> str:
    """A value as people read it; an empty text for what is missing."""
    if is_missing(value):
        return ""
    if isinstance(value, str):
        return value
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
    if isinstance(value, (str, bool, int, list, tuple, dict)):  # by far the most
        return False
    return bool(pd.isna(value))


def _cells(column: Column, exhibit: Exhibit, labels: str) -> Callable[[dict], Cell]:
    """What makes the cells of a column from rows."""
    numbers = exhibit.citation_numbers
    if column.role == "source":
        return lambda row: Cell(text="", citation=numbers.get(row[column.key]), row=row)
    read = _texts(column, exhibit.language, labels)
    is_value, is_written = column.role == "value", bool(column.written_by)
    source = next((each.key for each in exhibit.columns if each.role == "source"), "") if is_written else ""
    key, cited_by, linked_by, tagged_by = column.key, column.cited_by, column.linked_by, column.tagged_by

    def cell(row: dict) -> Cell:
        text, value = read(row), row[key]
        return Cell(
            text=text or MISSING,
            is_number=is_value and not isinstance(value, (str, bool, list, tuple)),
            # Words for a value that is not there and that no source says: nobody knows it.
            is_missing=not text or bool(is_value and source and not row[source] and is_missing(value)),
            citation=numbers.get(row[cited_by]) if cited_by else None,
            row=row,
            address=row[linked_by] if linked_by else "",
            tag=row[tagged_by] if tagged_by else "",
        )

    return cell


def _texts(column: Column, language: str, labels: str) -> Reader:
    """What reads the text of a cell from a row."""
    if column.written_by:
        return lambda row: str(row[column.written_by])
    if column.is_labelled and labels == "both":
        names = [column.label_column(each) for each in LANGUAGES]
        return lambda row: " / ".join(dict.fromkeys(row[name] for name in names if row[name]))
    shown = column.key if labels == "code" else column.shown_column(language)
    return lambda row: write_value(row[shown], column)


def _heading(column: Column) -> Heading:
    is_number = column.role == "value" and (not column.written_by or column.decimals is not None)
    return Heading(column.label, column.unit, is_number=is_number, code=column.key)


def _plain(exhibit: Exhibit, labels: str) -> Table:
    columns = [column for column in exhibit.columns if column.on_page]
    makers = [_cells(column, exhibit, labels) for column in columns]
    filled = [
        _in_line(_heading(column), list(map(make, exhibit.rows))) for column, make in zip(columns, makers, strict=True)
    ]
    headings, cells = zip(*filled, strict=True)
    rows = tuple(TableRow(head, tuple((cell,) for cell in rest)) for head, *rest in zip(*cells, strict=True))
    return Table(headings[0], headings[1:], rows)


def _in_line(heading: Heading, cells: list[Cell]) -> tuple[Heading, list[Cell]]:
    """A column's heading and its empty places stand where its values do: as numbers, or as words such as "yes"."""
    known = [cell.is_number for cell in cells if not cell.is_missing]
    if not known:
        return heading, cells
    is_number = any(known)
    aligned = [replace(cell, is_number=is_number) if cell.is_missing else cell for cell in cells]
    return replace(heading, is_number=is_number), aligned


def _crossed(exhibit: Exhibit, grid: Grid, labels: str) -> Table:
    row_column, across = exhibit.column(grid.rows), exhibit.column(grid.columns)
    value = _cited_by_row(exhibit.column(grid.value), exhibit)
    head_of, cell_of = (_cells(column, exhibit, labels) for column in (row_column, value))
    name_of = _texts(across, exhibit.language, labels)
    group_of: Reader = _texts(exhibit.column(grid.group), exhibit.language, labels) if grid.group else lambda row: ""
    heads: dict[str, str] = {}
    # Two groups may have a row of one code, as two questions have an answer "yes".
    lines: dict[tuple[str, str], tuple[dict, dict[str, list[Cell]]]] = {}
    group_code = grid.group or row_column.key
    for row in exhibit.rows:
        code = row[across.key]
        if code not in heads:
            heads[code] = name_of(row)
        lines.setdefault((row[group_code], row[row_column.key]), (row, {}))[1].setdefault(code, []).append(cell_of(row))
    codes = list(dict.fromkeys([*(code for code in grid.order if code in heads), *heads]))
    empty = (Cell(MISSING, is_number=_heading(value).is_number, is_missing=True),)
    return Table(
        corner=Heading(row_column.label),
        headings=tuple(Heading(heads[code], value.unit, value.role == "value", code) for code in codes),
        rows=tuple(
            TableRow(head_of(row), tuple(tuple(cells.get(code, empty)) for code in codes), group_of(row))
            for row, cells in lines.values()
        ),
    )


def _cited_by_row(column: Column, exhibit: Exhibit) -> Column:
    """The column of the values, each with the citation of its row: `source`, where the exhibit has such a column."""
    has_source = any(each.role == "source" for each in exhibit.columns) and "source" in exhibit.frame
    return replace(column, cited_by="source") if has_source else column
