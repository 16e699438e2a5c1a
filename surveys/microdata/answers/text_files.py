"""CSV and its kin → blocks of rows, streamed: encoding, delimiter and line ends are found out first."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.encodings import UTF8, encoding_of
from surveys.microdata.answers.file import BLOCK, AnswerFile, Block
from surveys.microdata.answers.sources import Source, look_through
from surveys.microdata.codebook.codebook import FileForm

DELIMITERS = {",": ",", ";": ";", "\t": "\t", "tab": "\t", "\\t": "\t", "|": "|"}  # as a codebook may write them
MARK = "\ufeff"  # of the byte order, which UTF-16-LE and its like leave in the text
NAMED_DELIMITER = re.compile("sep=.?")  # a first line by which Excel learns the delimiter
TOP = 60  # rows looked at to find the delimiter, and shown to those who recognise layouts


@dataclass(frozen=True)
class TextForm:
    """How the text is read, all of it known."""

    encoding: str
    delimiter: str


class BrokenText(ValueError):
    """Text that is no CSV from a line on."""

    def __init__(self, message: str, line: int):
        super().__init__(message)
        self.line = line


def open_text(source: Source, form: FileForm, report: Report) -> AnswerFile | None:
    """The file, or None when a problem was added."""
    look = look_through(source)
    encoding = encoding_of(source, look, form.encoding, report)
    if encoding is None:
        return None
    delimiter = _delimiter(source, encoding, form.delimiter, report)
    if delimiter is None:
        return None
    known = TextForm(encoding, delimiter)
    top = _top(source, known)
    if not any(any(cell.strip() for cell in row) for row in top):
        report.add(source.name, None, "", "", _("the file is empty; expected headings and a row a respondent"))
        return None
    found = replace(form, encoding=encoding, delimiter=delimiter, heading_rows=form.heading_rows or 1)
    return AnswerFile(
        source.name,
        look.sha256,
        found,
        tuple(map(tuple, top)),
        lambda heading_rows: _blocks(source, known, heading_rows, report),
        report,
    )


def records(source: Source, form: TextForm) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line on which it begins.

    Raises BrokenText where the text goes wrong; that it can be decoded was seen before.
    """
    with source.open() as file:
        encoding = "utf-8-sig" if form.encoding == UTF8 else form.encoding
        with io.TextIOWrapper(file, encoding=encoding, newline="") as text:
            lines = _lines(text)
            first = next(lines, "").removeprefix(MARK)
            above = int(NAMED_DELIMITER.fullmatch(first.strip()) is not None)  # a line that is no row
            reader = csv.reader(lines if above else chain([first], lines), delimiter=form.delimiter, strict=True)
            line = above + 1
            try:
                for cells in reader:
                    if len(cells) > 1 or (cells and cells[0].strip()):
                        yield line, cells
                    line = above + reader.line_num + 1
            except csv.Error as error:
                raise BrokenText(str(error), line) from error


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Lines with their ends; the empty line that CR CR LF leaves behind each line is passed over."""
    ends_in_return = False
    for line in text:
        if not (ends_in_return and line == "\r\n"):
            yield line
        ends_in_return = line.endswith("\r")


def _blocks(source: Source, form: TextForm, heading_rows: int, report: Report) -> Iterator[Block]:
    block = Block()
    try:
        for line, cells in islice(records(source, form), heading_rows, None):
            if not any(map(str.strip, cells)):
                continue  # spreadsheets leave such rows at the end
            block.lines.append(line)
            block.rows.append(cells)
            if len(block.rows) == BLOCK:
                yield block
                block = Block()
    except BrokenText as error:
        expected = _(
            "cannot be read as CSV from here on (%(reason)s); a quotation mark may be open: a cell with delimiters or "
            "quotation marks stands in quotation marks, and those inside it are written twice"
        )
        report.add(source.name, error.line, "", "", expected % {"reason": error})
    if block.rows:
        yield block


def _top(source: Source, form: TextForm) -> list[list[str]]:
    """The first rows; what is wrong with the text is reported when all of it is read."""
    rows: list[list[str]] = []
    try:
        for _line, cells in islice(records(source, form), TOP):
            rows.append(cells)
    except BrokenText:
        pass
    return rows


def _delimiter(source: Source, encoding: str, wanted: str, report: Report) -> str | None:
    if wanted:
        if wanted not in DELIMITERS:
            expected = _("expected file: delimiter: to be a comma, a semicolon, a tab or |")
            report.add(source.name, None, "", wanted, expected)
        return DELIMITERS.get(wanted)
    scores = {delimiter: _evenness(_top(source, TextForm(encoding, delimiter))) for delimiter in ",;\t|"}
    return max(scores, key=lambda delimiter: scores[delimiter])


def _evenness(rows: list[list[str]]) -> tuple[bool, float, int]:
    """How well a delimiter fits: rows of several cells, as wide as the first; then the wider the better."""
    width = len(rows[0]) if rows else 0
    even = sum(len(row) == width for row in rows) / (len(rows) or 1)
    return width > 1, round(even, 1), width
