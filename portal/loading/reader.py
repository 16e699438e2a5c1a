"""Text → rows with line numbers: the form of the file is checked here, its meaning later."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.loading.encoding import read_text
from portal.loading.files import InputFile
from portal.loading.problems import Report, with_nearest

# What a spreadsheet would run when the file is opened there; "-" may begin a number.
FORMULA = re.compile(r"[=+@\t\r＝＋＠－]|-(?!\d+(\.\d+)?\s*$)")
# Control characters, and the mark that a conversion leaves where it lost one.
DAMAGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


@dataclass(frozen=True)
class RawRow:
    """Cells by column, and the line on which the row begins. Columns that are missing or doubled are not in it."""

    line: int
    cells: dict[str, str]
    is_sound: bool


@dataclass(frozen=True)
class RawTable:
    """What a file holds. Not sound: rows of it may be missing here, so what refers to them cannot be judged."""

    file: str
    rows: list[RawRow]
    is_sound: bool


def read_table(file: InputFile, columns: list[str], report: Report) -> RawTable:
    """All rows that can be told apart; everything wrong with the form goes to the report."""
    before = report.total
    text = read_text(file, report)
    rows = [] if text is None else list(read_rows(file.name, text, columns, report))
    return RawTable(file.name, rows, is_sound=report.total == before)


def read_rows(name: str, text: str, columns: list[str], report: Report) -> Iterator[RawRow]:
    lines = iter_lines(name, text, report)
    header = next(lines, None)
    if header is None:
        if not text.strip():
            report.add(name, None, "", "", _("the file is empty; expected a first line with the columns %(columns)s")
                       % {"columns": ",".join(columns)})
        return
    header_line, names = header
    names = [cell.strip() for cell in names]
    if not check_header(name, header_line, names, columns, report):
        return
    usable = [(index, column) for index, column in enumerate(names) if column in columns and names.count(column) == 1]
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            report.add(name, line, "", ",".join(cells), _("expected %(wanted)d cells, found %(found)d")
                       % {"wanted": len(names), "found": len(cells)})
        row = {column: cells[index] for index, column in usable if index < len(cells)}
        is_sound = check_cells(name, line, row, report) and len(cells) == len(names)
        yield RawRow(line, {column: cell.strip() for column, cell in row.items()}, is_sound)


def iter_lines(name: str, text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; blank lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        report.add(name, line, "", "", _("cannot be read as CSV from here on (%(reason)s): a quotation mark inside a "
                   "cell is written twice, and the cell in quotation marks") % {"reason": error})


def check_header(name: str, line: int, names: list[str], columns: list[str], report: Report) -> bool:
    """Whether the rows can be read at all; each missing, unknown or doubled column is a problem."""
    for separator, word in ((";", _("semicolons")), ("\t", _("tabs"))):
        if len(names) == 1 and separator in names[0]:
            report.add(name, line, "", names[0], _("expected cells separated by commas, found %(word)s") % {"word": word})
            return False
    for column, times in Counter(names).items():
        if column not in columns:
            expected = with_nearest(_("no such column here"), column, columns)
            report.add(name, line, column or "–", "", expected if column else _("a column has no name"))
        elif times > 1:
            report.add(name, line, column, "", _("expected once, found %(times)d times") % {"times": times})
    for column in columns:
        if column not in names:
            report.add(name, line, column, "", _("the column is missing; add it, its cells may be empty where unknown"))
    return any(column in columns for column in names)


def check_cells(name: str, line: int, cells: dict[str, str], report: Report) -> bool:
    is_sound = True
    for column, cell in cells.items():
        if not cell:
            continue
        if FORMULA.match(cell):
            report.add(name, line, column, repr(cell)[1:-1], _("expected text that no spreadsheet takes for a formula: "
                       "it may not begin with = + - @ or a tab"))
            is_sound = False
        if DAMAGED.search(cell):
            report.add(name, line, column, repr(cell)[1:-1], _("expected text without control characters and without "
                       "signs that were lost in a conversion"))
            is_sound = False
    return is_sound
