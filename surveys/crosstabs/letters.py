"""Letters of significance in a cell, told apart."""

from collections.abc import Iterable

from surveys.microdata.tables.letters import split_letters
from surveys.microdata.tables.table import Cell, Column


def letters_in(cell: Cell, columns: Iterable[Column]) -> list[str]:
    """Of the columns that are lower: capitals for p < 0.05, small letters for p < 0.10."""
    return split_letters(cell.letters, [each for each in columns if each.break_code == cell.column.break_code])


def strong_letters(cell: Cell, columns: Iterable[Column]) -> list[str]:
    return [letter for letter in letters_in(cell, columns) if letter.isupper()]
