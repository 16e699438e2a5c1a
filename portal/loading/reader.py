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
# Blanks before it are taken off when the cell is read, so they hide nothing.
FORMULA = re.compile(r"[\t\r]|\s*([=+@＝＋＠－]|-(?!\d+(\.\d+)?\s*$))")
# Control characters, the mark that a conversion leaves where it lost one, and signs that nobody sees: zero-width
# blanks, breaks of lines and paragraphs, turns of the writing direction, byte order marks inside the text.
DAMAGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class RawRow:
    """Cells by column, and the line on which the row begins.

    `wrong` are columns whose problem is reported already: not there, doubled, or with a cell that is refused.
    In a ragged row no cell can be trusted to stand in its column.
    """

    line: int
    cells: dict[str, str]
    wrong: frozenset[str]
    is_ragged: bool


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
            expected = _("the file is empty; expected a first line with the columns %(columns)s")
            report.add(name, None, "", "", expected % {"columns": ",".join(columns)})
        return
    header_line, names = header[0], [cell.strip() for cell in header[1]]
    if not check_header(name, header_line, names, columns, report):
        return
    usable = {column: names.index(column) for column in columns if names.count(column) == 1}
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue  # spreadsheets leave such lines at the end
        is_ragged = len(cells) != len(names)
        if is_ragged:
            expected = _("expected %(wanted)d cells, found %(found)d")
            report.add(name, line, "", ",".join(cells), expected % {"wanted": len(names), "found": len(cells)})
        row = {column: cells[index] for column, index in usable.items() if index < len(cells)}
        refused = set() if is_ragged else set(check_cells(name, line, row, report))
        wrong = frozenset(refused | (set(columns) - set(row)))
        yield RawRow(line, {column: cell.strip() for column, cell in row.items()}, wrong, is_ragged)


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
        if "field limit" in str(error):
            expected = _("expected at most %(limit)d characters in a cell; a quotation mark may be open before it")
            report.add(name, line, "", "", expected % {"limit": csv.field_size_limit()})
            return
        expected = _(
            "cannot be read as CSV from here on (%(reason)s); a cell with commas or quotation marks stands in "
            "quotation marks, and those inside it are written twice"
        )
        report.add(name, line, "", "", expected % {"reason": error})


def check_header(name: str, line: int, names: list[str], columns: list[str], report: Report) -> bool:
    """Whether the rows can be read at all; each missing, unknown or doubled column is a problem."""
    for separator, word in ((";", _("semicolons")), ("\t", _("tabs"))):
        if len(names) == 1 and separator in names[0]:
            expected = _("expected cells separated by commas, found %(word)s")
            report.add(name, line, "", names[0], expected % {"word": word})
            return False
    for column, times in Counter(names).items():
        if not column:
            report.add(name, line, "", "", _("a column has no name; delete it"))
        elif column not in columns:
            report.add(name, line, column, "", with_nearest(_("there is no such column here"), column, columns))
        elif times > 1:
            report.add(name, line, column, "", _("expected once, found %(times)d times") % {"times": times})
    for column in columns:
        if column not in names:
            report.add(name, line, column, "", _("the column is missing; add it, its cells may be empty where unknown"))
    return any(column in columns for column in names)


def check_cells(name: str, line: int, cells: dict[str, str], report: Report) -> Iterator[str]:
    """The columns whose cell is refused whatever it means."""
    for column, cell in cells.items():
        if FORMULA.match(cell):
            expected = _("expected text that no spreadsheet takes for a formula: it cannot begin with = + - @ or tab")
        elif DAMAGED.search(cell):
            expected = _("expected text without control characters and without signs lost in a conversion")
        else:
            continue
        report.add(name, line, column, repr(cell)[1:-1], expected)
        yield column
