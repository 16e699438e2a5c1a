"""Bytes → text: UTF-8 or a problem that says what the bytes look like and how to save them."""

import codecs

from django.utils.translation import gettext as _

from portal.loading.files import InputFile
from portal.loading.problems import Report

ZIP_MAGIC = b"PK\x03\x04"  # .xlsx, .ods
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(file: InputFile, report: Report) -> str | None:
    """The text without its byte order mark, or None when a problem was added."""
    content = file.content
    if content.startswith((ZIP_MAGIC, OLE_MAGIC)):
        how = {"how": how_to_save(file.name)}
        if is_table(file.name):
            expected = _("expected CSV, but this is a workbook whatever its name says; %(how)s") % how
        else:
            expected = _("expected text, but this is an archive or a workbook whatever its name says; %(how)s") % how
        report.add(file.name, None, "", "", expected)
        return None
    if content.startswith(UTF16_MARKS) or looks_like_utf16(content):
        report.add(file.name, None, "", "", wrong_encoding(file.name, "UTF-16"))
        return None
    if b"\0" in content:
        position = content.index(b"\0")
        report.add(
            file.name,
            line_at(content, position),
            "",
            "NUL",
            _("expected text, but byte %(position)d is NUL; delete it") % {"position": position + 1},
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The decoder counts from behind the byte order mark.
        position = len(content) - len(error.object) + error.start
        found = _("byte %(position)d is %(found)s") % {"position": position + 1, "found": f"0x{content[position]:02X}"}
        guess = "GB18030 (GBK)" if looks_like_gb18030(content) else ""
        report.add(file.name, line_at(content, position), "", found, wrong_encoding(file.name, guess))
        return None


def is_table(name: str) -> bool:
    return name.lower().endswith(".csv")


def wrong_encoding(name: str, guess: str) -> str:
    how = how_to_save(name)
    if guess:
        return _("expected UTF-8, but this looks like %(guess)s; %(how)s") % {"guess": guess, "how": how}
    return _("expected UTF-8; %(how)s") % {"how": how}


def how_to_save(name: str) -> str:
    if not is_table(name):
        return _("save it as text in UTF-8")
    return _("save it as “CSV UTF-8” (Excel: Save As; LibreOffice: Text CSV, character set UTF-8)")


def line_at(content: bytes, position: int) -> int:
    return content.count(b"\n", 0, position) + 1


def looks_like_utf16(content: bytes) -> bool:
    """Without its mark, UTF-16 with mostly ASCII has a NUL as every second byte."""
    start = content[:200]
    return len(start) > 3 and max(start[::2].count(0), start[1::2].count(0)) > len(start) // 4


def looks_like_gb18030(content: bytes) -> bool:
    """GB18030 decodes nearly anything: believe it only when most of what comes out is everyday Chinese."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [character for character in text if not character.isascii()]
    everyday = [character for character in foreign if "\u3000" <= character <= "\u9fff" and is_gb2312(character)]
    return len(everyday) > len(foreign) / 2


def is_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
