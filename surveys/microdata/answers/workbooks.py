"""A sheet of an .xlsx workbook → blocks of rows of text; cells that hold an error are shown as what they are."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.problems import Report, with_nearest
from surveys.microdata.answers.file import BLOCK, AnswerFile, Block
from surveys.microdata.answers.packages import PackageError, error_cells
from surveys.microdata.answers.sources import Source
from surveys.microdata.answers.text_files import TOP
from surveys.microdata.codebook.codebook import FileForm

EXACT = 10**15  # whole numbers below it are themselves in a workbook's doubles
Errors = Mapping[tuple[int, int], str]


def open_workbook(source: Source, form: FileForm, report: Report) -> AnswerFile | None:
    """The sheet that the form names, else the only one; None when a problem was added."""
    from python_calamine import CalamineError

    try:
        sheet = _chosen_sheet(source, form.sheet, report)
        if sheet is None:
            return None
        errors = error_cells(source, sheet.name)
    except PackageError as error:
        report.add(source.name, None, "", "", error)
        return None
    except (CalamineError, ValueError, OSError) as error:
        report.add(source.name, None, "", "", _("cannot be read as a workbook: %(reason)s") % {"reason": error})
        return None
    top = tuple(tuple(row) for _number, row in islice(_rows(sheet, errors), TOP))
    if not top:
        report.add(source.name, None, "", sheet.name, _("the sheet is empty; expected headings and a row a respondent"))
        return None
    return AnswerFile(
        source.name,
        source.sha256(),
        replace(form, sheet=sheet.name, heading_rows=form.heading_rows or 1),
        top,
        lambda heading_rows: _blocks(sheet, errors, heading_rows),
        report,
        rows_in_file=sheet.height,
    )


def cell_text(value: Any) -> str:
    """A cell as text: whole numbers without ".0", dates in the order year, month, day."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)


def _chosen_sheet(source: Source, wanted: str, report: Report) -> Any:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    # The package is looked through before the library unpacks it.
    error_cells(source, "")
    workbook = CalamineWorkbook.from_filelike(source.open())
    names = [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    if wanted in names:
        return workbook.get_sheet_by_name(wanted)
    if wanted:
        report.add(source.name, None, "", wanted, with_nearest(_("the workbook has no such sheet"), wanted, names))
        return None
    filled = [sheet for name in names if (sheet := workbook.get_sheet_by_name(name)).height]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        report.add(source.name, None, "", "", _("the workbook is empty; expected headings and a row a respondent"))
        return None
    expected = _("several sheets have content; name the one to read by file: sheet: in the codebook")
    report.add(source.name, None, "", ", ".join(sheet.name for sheet in filled), expected)
    return None


def _rows(sheet: Any, errors: Errors) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with its number in the sheet."""
    left = sheet.start[1] if sheet.start else 0
    rows_with_errors = {row for row, _column in errors}
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = [value if type(value) is str else cell_text(value) for value in values]
        if number in rows_with_errors:
            for column in range(len(cells)):
                cells[column] = errors.get((number, left + column + 1), cells[column])
        if any(map(str.strip, cells)):
            yield number, cells


def _blocks(sheet: Any, errors: Errors, heading_rows: int) -> Iterator[Block]:
    rows = islice(_rows(sheet, errors), heading_rows, None)
    while found := list(islice(rows, BLOCK)):
        yield Block([number for number, _cells in found], [cells for _number, cells in found])
