"""Cells of CSV files, the same in the files of exhibits and of the API."""

from decimal import Decimal
from typing import Any

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # spreadsheets take a file for UTF-8 by it
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def written(value: Any) -> str:
    """A value as CSV has it in every language: missing is empty, numbers have a point and no exponent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)


def harmless(cell: str) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; a number stays one."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) and not is_number(cell) else cell


def is_number(cell: str) -> bool:
    digits = cell.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
