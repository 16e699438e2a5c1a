"""Letters of columns, and what the letters in a cell say of it, for eyes and for screen readers."""

from collections.abc import Sequence
from string import ascii_uppercase

from django.utils.translation import gettext as _

from portal.words import listed, set_apart
from surveys.microdata.tables.table import Cell, Column


def letter_of(place: int) -> str:
    """A for 0, Z for 25, AA for 26, as columns of a spreadsheet."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def join_letters(letters: Sequence[str], columns: Sequence[Column]) -> str:
    """As a cell shows them: with blanks between in a break where a column has two, so that AB is never A and B."""
    return (" " if letters and _is_long(columns) else "").join(letters)


def split_letters(letters: str, columns: Sequence[Column]) -> list[str]:
    """The letters of a cell, one of each column that is lower; `columns` are those of its break."""
    return letters.split() if _is_long(columns) else list(letters)


def higher_words(cell: Cell, columns: Sequence[Column]) -> str:
    """ "higher than B and C (p < 0.05)", in the active language; empty for a cell without letters.

    `columns` are those of the table, or of the cell's break.
    """
    own = [column for column in columns if column.break_code == cell.column.break_code]
    found = split_letters(cell.letters, own)
    groups = (
        (_("higher than %(columns)s (p < 0.05)"), [letter for letter in found if letter.isupper()]),
        (_("higher than %(columns)s (p < 0.10)"), [letter.upper() for letter in found if letter.islower()]),
    )
    return set_apart(words % {"columns": listed(letters)} for words, letters in groups if letters)


def _is_long(columns: Sequence[Column]) -> bool:
    return any(len(column.letter) > 1 for column in columns)
