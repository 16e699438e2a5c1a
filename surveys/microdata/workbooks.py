"""Workbooks that people hand in → rows of cells. What acts, or unpacks beyond bounds, is refused before it is read."""

import io
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.problems import Report
from portal.refreshing.guards import checked
from portal.refreshing.packaging import read_markup
from portal.refreshing.refused import RefusedFile, damaged

MOST_CELLS = 2_000_000  # in the rectangle that a sheet's cells span: empty ones take memory too
MOST_SHOWN = 20  # formulas that are named
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Rows = list[list[Any]]


def read_sheets(name: str, content: bytes, report: Report) -> dict[str, Rows] | None:
    """Name of each sheet → its rows from the first on, values as the workbook has them ("" for an empty cell).

    None where a problem was added: a damaged or harmful file, or cells with formulas.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    before = report.total
    try:
        parts = checked(content).parts
        for sheet, part in _sheet_parts(parts).items():
            _check_sheet(name, sheet, part, report)
        if report.total > before:
            return None
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in book.sheet_names}
    except RefusedFile as refused:
        report.add(name, None, "", "", refused.text)
    except (CalamineError, KeyError, ValueError, OSError):
        report.add(name, None, "", "", damaged().text)
    return None


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Name of each sheet → its markup."""
    targets = {
        link.get("Id"): link.get("Target", "").removeprefix("/xl/").removeprefix("./")
        for link in read_markup(parts[LINKS]).iter("{*}Relationship")
    }
    sheets = read_markup(parts[WORKBOOK]).iter("{*}sheet")
    return {sheet.get("name", ""): parts[f"xl/{targets[sheet.get(LINK_ID)]}"] for sheet in sheets}


def _check_sheet(name: str, sheet: str, part: bytes, report: Report) -> None:
    """No formulas, which say what a spreadsheet worked out and not what somebody wrote; no far-off cells."""
    tree = read_markup(part)
    where = _("%(file)s, sheet %(sheet)s") % {"file": name, "sheet": sheet}
    for number, cell in enumerate(_formulas(tree)):
        if number < MOST_SHOWN:
            words = _("expected a value, found a formula; paste it as a value")
            report.add(where, _row(cell), cell, "", words)
        else:
            report.total += 1
    width, height = _extent(tree)
    if width * height > MOST_CELLS:
        words = _("expected at most %(most)s cells; the sheet spans %(width)d columns × %(height)d rows")
        report.add(where, None, "", "", words % {"most": f"{MOST_CELLS:,}", "width": width, "height": height})


def _formulas(tree: Any) -> Iterator[str]:
    return (formula.getparent().get("r", "") for formula in tree.iter("{*}f") if formula.getparent() is not None)


def _row(cell: str) -> int | None:
    match = PLACE.fullmatch(cell)
    return int(match[2]) if match else None


def _extent(tree: Any) -> tuple[int, int]:
    """Columns and rows up to the last cell; cells without a place stand beside the one before."""
    width = height = row = 0
    for line in tree.iter("{*}row"):
        row = int(line.get("r", row + 1))
        column = 0
        for cell in line.iter("{*}c"):
            match = PLACE.fullmatch(cell.get("r", ""))
            column = _column(match[1]) if match else column + 1
            width, height = max(width, column), max(height, int(match[2]) if match else row)
    return width, height


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
