"""What a file must be before any library opens it: an office package of bearable size without anything that acts."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.refreshing.packaging import MARKUP, check_links, check_markup, check_types, kind_of
from portal.refreshing.refused import RefusedFile, damaged

MEGABYTE = 1024 * 1024
MOST_BYTES = 50 * MEGABYTE  # of the file
MOST_UNPACKED = 200 * MEGABYTE  # of all its parts
MOST_MARKUP = 60 * MEGABYTE  # of its XML, which takes several times as much when it is read
MOST_ELEMENTS = 4_000_000  # of it, counted by their brackets: a small element takes much more memory than a letter
MOST_PARTS = 5_000
MOST_OF_DIRECTORY = 2 * MEGABYTE  # of the list of parts, which is read before they can be counted
PACKED_AT_MOST = 200  # times: more, in a large part, is a bomb; slides and sheets come to 5 to 50
LARGE_PART = 8 * MEGABYTE
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .ppt, .xls, and whatever is encrypted with a password
END_OF_DIRECTORY = b"PK\x05\x06"


@dataclass(frozen=True)
class Checked:
    """The parts of a file that passed, by name in their order; `kind` is "slides" or "workbook"."""

    kind: str
    parts: dict[str, bytes]


def checked(document: bytes) -> Checked:
    """The parts of an office file, or RefusedFile with the reason."""
    _check_outside(document)
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            _check_entries(archive.infolist())
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise damaged() from error
    kind = kind_of(parts)
    for name, body in parts.items():
        if name.lower().endswith(MARKUP):
            check_markup(name, body)
    if sum(body.count(b"<") for name, body in parts.items() if name.lower().endswith(MARKUP)) > MOST_ELEMENTS:
        raise bomb()
    check_types(parts)
    check_links(parts)
    return Checked(kind, parts)


def too_large() -> RefusedFile:
    text = _("The file is larger than %(most)s MB. Please take out pictures or films and try again.")
    return RefusedFile("too-large", text % {"most": MOST_BYTES // MEGABYTE})


def bomb() -> RefusedFile:
    return RefusedFile("bomb", _("Unpacked, the file would be far larger than slides or workbooks are."))


def _check_outside(document: bytes) -> None:
    if not document:
        raise RefusedFile("empty", _("The file is empty."))
    if len(document) > MOST_BYTES:
        raise too_large()
    if document.startswith(OLD_OFFICE):
        text = _(
            "The file is protected by a password or of the time before 2007. "
            "Please save it as .pptx or .xlsx without a password."
        )
        raise RefusedFile("encrypted", text)
    if not document.startswith(b"PK"):
        raise RefusedFile("format", _("This is neither a .pptx nor an .xlsx file."))
    end = document.rfind(END_OF_DIRECTORY)
    if end < 0 or len(document) < end + 22:
        raise damaged()
    if int.from_bytes(document[end + 12 : end + 16], "little") > MOST_OF_DIRECTORY:
        raise bomb()


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise damaged()
    for entry in entries:
        _check_entry(entry)
    markup = sum(entry.file_size for entry in entries if entry.filename.lower().endswith(MARKUP))
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or whole > MOST_UNPACKED or markup > MOST_MARKUP:
        raise bomb()


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    steps = name.split("/")
    if name.startswith("/") or ".." in steps or any(letter in name for letter in ("\\", ":", "\0")):
        raise RefusedFile("paths", _("The file has parts with names that lead out of it."))
    if entry.flag_bits & 1:
        raise RefusedFile("encrypted", _("Parts of the file are encrypted. Please save it without a password."))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged()
    if entry.file_size > LARGE_PART and entry.file_size > PACKED_AT_MOST * max(entry.compress_size, 1):
        raise bomb()
