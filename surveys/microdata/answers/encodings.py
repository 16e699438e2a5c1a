"""In which encoding a text file of answers is written: known, or a problem that shows what a guess would read."""

import codecs
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.loading.encoding import is_gb2312, looks_like_utf16
from portal.loading.problems import Report
from surveys.microdata.answers.file import clean
from surveys.microdata.answers.sources import PIECE, Look, Source, wrong_in

UTF8 = "utf-8"
# Names as a codebook writes them → those of Python. UTF-8 is first, and the only one that needs not be said.
CANDIDATES = {"utf-16": "UTF-16", "gb18030": "GB18030 (GBK)", "windows-1252": "Windows-1252", "mac_roman": "Mac Roman"}
MARKS = {codecs.BOM_UTF8: UTF8, codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
LONGEST_SAMPLE = 60  # characters
BEST = 2  # candidates that a problem shows
LIKELY = "’‘“”–—…•·«»€£°©®™½¿¡、。，：；？！（）《》【】「」"
LEAST_SCORE = 0.3
NO_CHARACTER_SETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7"}


@dataclass(frozen=True)
class Candidate:
    encoding: str
    score: float  # 0 to 1: how much of what is not ASCII reads as people write
    sample: str  # a line that shows it


def encoding_of(source: Source, look: Look, wanted: str, report: Report) -> str | None:
    """The name of the encoding, or None when a problem was added. `wanted` is what the codebook says, "" for nothing.

    Only UTF-8 that decodes without error, or a byte order mark, is taken without being told.
    """
    if wanted and (name := _checked_name(source, look, wanted, report)) != UTF8:
        return name if name and _is_decodable(source, name, report) else None
    start = source.start(200)
    marked = next((name for mark, name in MARKS.items() if start.startswith(mark)), "")
    if marked == "utf-16":
        return marked if _is_decodable(source, marked, report) else None
    if looks_like_utf16(start):
        little = start[1::2].count(0) > start[::2].count(0)
        encoding = "utf-16-le" if little else "utf-16-be"
        _add_guess(source, None, [Candidate(encoding, 1, _line(start.decode(encoding, "replace")))], report)
        return None
    if look.nul is not None:
        _add_nul(source, look.nul, report)
        return None
    if look.wrong is None:
        return UTF8
    _add_guess(source, look.wrong, candidates(look.sample), report)
    return None


def candidates(sample: bytes) -> list[Candidate]:
    """Encodings in which bytes could be written, the likeliest first."""
    found = []
    for encoding in CANDIDATES:
        text = None if encoding == "utf-16" else _decoded(sample, encoding)
        if text is not None and (score := score_of(text)) >= LEAST_SCORE:
            found.append(Candidate(encoding, score, _line(text)))
    return sorted(found, key=lambda candidate: -candidate.score)


def score_of(text: str) -> float:
    """The mean over characters beyond ASCII: everyday Chinese and common marks 1, letters among letters nearly so."""
    scores = [_score(text, place) for place, character in enumerate(text) if not character.isascii()]
    return sum(scores) / len(scores) if scores else 0


def line_of(source: Source, position: int) -> int:
    """The line in which a byte stands, from 1, whatever ends lines: LF, CR LF, CR CR LF or CR."""
    feeds = returns = done = 0
    with source.open() as file:
        while done < position and (piece := file.read(min(PIECE, position - done))):
            feeds += piece.count(b"\n")
            returns += piece.count(b"\r")
            done += len(piece)
    return (feeds or returns) + 1


def first_wrong(source: Source, encoding: str) -> int | None:
    """Position of the first byte that is no text in this encoding."""
    decoder, done = codecs.getincrementaldecoder(encoding)(), 0
    with source.open() as file:
        while piece := file.read(PIECE):
            wrong = wrong_in(decoder, piece, done)
            if wrong is not None:
                return wrong
            done += len(piece)
    return wrong_in(decoder, b"", done, is_end=True)


def _score(text: str, place: int) -> float:
    character = text[place]
    if character in LIKELY or ("\u4e00" <= character <= "\u9fff" and is_gb2312(character)):
        return 1
    if "\u4e00" <= character <= "\u9fff":
        return 0.2  # rare: most pairs of Latin letters come out so in GB18030
    beside = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    if "\u00c0" <= character <= "\u024f" and character not in "×÷":
        is_cased_so = not (character.isupper() and any(each.islower() for each in text[max(place - 1, 0) : place]))
        return 0.9 if is_cased_so and any(each.isalpha() and each.isascii() for each in beside) else 0.3
    return 0.05


def _decoded(sample: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return None


def _line(text: str) -> str:
    """The words around the first character beyond ASCII, else the first line."""
    place = next((place for place, character in enumerate(text) if not character.isascii()), 0)
    start = max(place - LONGEST_SAMPLE // 2, 0)
    return clean(text[start : start + LONGEST_SAMPLE])


def _add_guess(source: Source, wrong: int | None, found: list[Candidate], report: Report) -> None:
    line, value = None, ""
    if wrong is not None:
        line = line_of(source, wrong)
        byte = source.byte(wrong)
        value = _("byte %(position)d is %(found)s") % {"position": wrong + 1, "found": f"0x{byte:02X}"}
    if not found:
        report.add(source.name, line, "", value, _("expected UTF-8, and no other known encoding reads as text either"))
        return
    shown = " ".join(
        _("%(encoding)s reads “%(sample)s”.") % {"encoding": each.encoding, "sample": each.sample}
        for each in found[:BEST]
    )
    expected = _(
        "expected UTF-8, or file: encoding: in the codebook. %(candidates)s Choose the one that reads right, "
        "or save the file as UTF-8"
    )
    report.add(source.name, line, "", value, expected % {"candidates": shown})


def _add_nul(source: Source, position: int, report: Report) -> None:
    expected = _("expected text, but byte %(position)d is NUL; delete it") % {"position": position + 1}
    report.add(source.name, line_of(source, position), "", "NUL", expected)


def _is_decodable(source: Source, encoding: str, report: Report) -> bool:
    wrong = first_wrong(source, encoding)
    if wrong is not None:
        expected = _("this byte is no %(encoding)s, the encoding that the codebook or the mark of the file states")
        byte = f"0x{source.byte(wrong):02X}" if wrong < source.size else ""
        report.add(source.name, line_of(source, wrong), "", byte, expected % {"encoding": encoding})
    return wrong is None


def _checked_name(source: Source, look: Look, wanted: str, report: Report) -> str | None:
    try:
        name = codecs.lookup(wanted).name
        b"ab".decode(name, "replace")  # codecs that make no text of bytes, such as base64, refuse it
        if name.replace("-", "_") in NO_CHARACTER_SETS:
            raise LookupError(name)
    except (LookupError, UnicodeError):
        known = ", ".join([UTF8, *CANDIDATES])
        expected = _("there is no such encoding; expected one such as %(known)s") % {"known": known}
        report.add(source.name, None, "", wanted, expected)
        return None
    if name.startswith(("utf-8", "utf_8", "ascii")):
        return UTF8
    if not name.startswith(("utf-16", "utf-32")):
        if look.nul is not None:
            _add_nul(source, look.nul, report)
            return None
        if look.sample and look.wrong is None:
            expected = _("the codebook states this encoding, but the file is UTF-8; take file: encoding: out of it")
            report.add(source.name, None, "", wanted, expected)
            return None
    return name
