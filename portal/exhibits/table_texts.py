"""The table of an exhibit as rows of text, which slides, printed pages and Markdown set each in their way."""

from dataclasses import dataclass, replace

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.tables import Cell, TableRow, table_of


@dataclass(frozen=True)
class Texts:
    """Heads, then rows of as many cells, the head of the row first.

    groups   the heading under which each row stands; empty where rows have none
    numbers  columns that stand right: those of numbers alone
    unknown  (row, column) of cells that say that nothing is known, so that they never look like "no"
    tones    fills of the cells, "" for none; empty where no cell has one
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...] = ()
    numbers: frozenset[int] = frozenset()
    unknown: frozenset[tuple[int, int]] = frozenset()
    tones: tuple[tuple[str, ...], ...] = ()

    @property
    def are_grouped(self) -> bool:
        return any(self.groups)

    def first(self, rows: int) -> "Texts":
        """The table without the rows behind these."""
        return replace(self, rows=self.rows[:rows], groups=self.groups[:rows], tones=self.tones[:rows])


def texts_of(exhibit: Exhibit, *, labels: str = "default", is_cited: bool = False) -> Texts:
    """`is_cited` puts the number of its source behind each value, where the exhibit has more than one."""
    table = table_of(exhibit, labels=labels)
    is_cited = is_cited and len(exhibit.citations) > 1
    places = [((row.head,), *row.cells) for row in table.rows]
    numbers = {
        column
        for column, heading in enumerate(table.headings, start=1)
        if heading.is_number and _holds_numbers([row[column] for row in places])
    }
    if exhibit.grid and len(numbers) < len(table.headings):  # columns of one kind stand alike
        numbers = set()
    return Texts(
        heads=(table.corner.text, *(heading.text for heading in table.headings)),
        rows=tuple(_row_texts(row, is_cited=is_cited) for row in table.rows),
        groups=tuple(row.group for row in table.rows),
        numbers=frozenset(numbers),
        unknown=frozenset(
            (line, column)
            for line, row in enumerate(places)
            for column, cells in enumerate(row)
            if column and all(cell.is_missing for cell in cells)
        ),
    )


def _row_texts(row: TableRow, *, is_cited: bool) -> tuple[str, ...]:
    return (
        cell_text(row.head),
        *(", ".join(cell_text(cell, is_cited=is_cited) for cell in cells) for cells in row.cells),
    )


def _holds_numbers(places: list[tuple[Cell, ...]]) -> bool:
    return all(cell.is_number or cell.is_missing for cells in places for cell in cells)


def cell_text(cell: Cell, *, is_cited: bool = False) -> str:
    text = f"{cell.text} ({cell.tag})" if cell.tag else cell.text
    number = f"[{cell.citation}]" if cell.citation and (is_cited or not text) else ""
    return f"{text} {number}".strip() if number else text
