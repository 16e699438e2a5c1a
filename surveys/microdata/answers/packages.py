"""What an .xlsx must be before a library opens it, and the cells of a sheet that hold an error instead of a value.

The library reads error cells as blank; a blank is "no answer", so they are looked for in the sheet's own text.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from surveys.microdata.answers.sources import Source

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 700 * MEGABYTE  # of all parts: 100,000 rows of 137 columns come to some 450 MB
MOST_PARTS = 5_000
PACKED_AT_MOST = 200  # times: more, in a large part, is a bomb
LARGE_PART = 8 * MEGABYTE
SMALL_PART = 4 * MEGABYTE  # of the lists of sheets and of their places
PIECE = 1 << 20
CELL = re.compile(rb'<(?:\w+:)?c (?=[^>]*\bt="e")[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>(?:.*?)<(?:\w+:)?v>([^<]*)<', re.S)
PLACE = re.compile(rb'<(?:\w+:)?(?:c|row)\b[^>]{0,200}?\br="([A-Z]{0,4})([0-9]{1,9})"')
MOST_LETTERS = 3  # of the name of a column
MOST_CELLS = 100_000_000  # of the rectangle that a sheet spans
TAIL = 300  # bytes: longer than the start of a cell
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
MOST_ERRORS = 10_000  # cells with errors; the file is refused long before


class PackageError(ValueError):
    """Why a workbook is not opened, in words for the person who brought it."""


def error_cells(source: Source, sheet: str) -> dict[tuple[int, int], str]:
    """(row, column), both from 1, → the error that stands there, such as "#NAME?".

    Without a sheet the package is looked through as a whole, and PackageError raised for what is no workbook, has
    macros, or unpacks beyond the limits.
    """
    try:
        with source.open() as file, zipfile.ZipFile(file) as archive:
            if not sheet:
                _check(archive)
                return {}
            part = _part_of(archive, sheet)
            return dict(_errors(archive, part)) if part else {}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise PackageError(_("the workbook is damaged or locked by a password; save it anew as .xlsx")) from error


def _check(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename.lower() for entry in entries}
    if "xl/workbook.xml" not in names:
        raise PackageError(_("this is an archive but no .xlsx workbook; save it as .xlsx or as CSV in UTF-8"))
    if any("vbaproject" in name or name.endswith(".bin") and "macro" in name for name in names):
        raise PackageError(_("workbooks with macros are not opened; save it as .xlsx"))
    is_bomb = any(
        entry.file_size > LARGE_PART and entry.file_size > PACKED_AT_MOST * max(entry.compress_size, 1)
        for entry in entries
    )
    if is_bomb or len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        expected = _("unpacked it would be larger than %(limit)d MB; save it as CSV in UTF-8")
        raise PackageError(expected % {"limit": MOST_UNPACKED // MEGABYTE})
    for entry in entries:
        # Sizes are what the archive says of itself; reading to the end finds those that unpack to something else.
        with archive.open(entry) as part:
            _check_extent(part, is_sheet=entry.filename.lower().startswith("xl/worksheets/"))


def _check_extent(part: IO[bytes], *, is_sheet: bool) -> None:
    """The library lays out the whole rectangle up to the last cell, however few there are."""
    rows = columns = 1
    rest = b""
    while piece := part.read(PIECE):
        if not is_sheet:
            continue
        text = rest + piece
        for letters, number in PLACE.findall(text):
            columns, rows = max(columns, _column(letters[-MOST_LETTERS:])), max(rows, int(number or 1))
        if rows * columns > MOST_CELLS:
            raise PackageError(
                _("a cell stands far away from the others; delete it, or save the sheet as CSV in UTF-8")
            )
        rest = text[-TAIL:]


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part that holds a sheet; None for a sheet that the package does not list."""
    book = _tree(archive, "xl/workbook.xml")
    links = _tree(archive, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for each in (*book.iter(f"{MAIN}sheet"), *book.iter(f"{STRICT}sheet")):
        if each.get("name") == sheet:
            link = next((value for key, value in each.items() if key.endswith("}id")), "")
            return posixpath.normpath(posixpath.join("/xl", targets[link])).lstrip("/")
    return None


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    content = archive.open(name).read(SMALL_PART + 1)
    if len(content) > SMALL_PART or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise PackageError(_("the workbook is not one that a spreadsheet writes; save it anew as .xlsx"))
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise PackageError(_("the workbook is damaged or locked by a password; save it anew as .xlsx")) from error


def _errors(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Read in pieces that end between two cells, so that no cell is cut."""
    rest, found = b"", 0
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            text = rest + piece
            end = max(text.rfind(b"<c "), 0)
            if end == 0 and len(text) > SMALL_PART:
                raise PackageError(_("the workbook is not one that a spreadsheet writes; save it anew as .xlsx"))
            for each in _errors_in(text[:end]):
                yield each
                found += 1
                if found == MOST_ERRORS:
                    return
            rest = text[end:]
    yield from _errors_in(rest)


def _errors_in(text: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b't="e"' not in text:
        return
    for cell in text.split(b"<c ")[1:]:
        match = CELL.match(b"<c " + cell) if b't="e"' in cell else None
        if match:
            yield (int(match[2]), _column(match[1])), match[3].decode("ascii", "replace")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
