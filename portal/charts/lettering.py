"""The chart fonts: which family a language takes, and how wide a text comes out."""

from functools import lru_cache
from pathlib import Path
from threading import RLock

from fontTools.ttLib import TTFont

FONT_FOLDER = Path(__file__).parent / "fonts"
CHINESE, ENGLISH = "Portal Sans SC", "Portal Sans"
# Where our fonts are not at hand: those that readers' machines have.
SYSTEM_FONTS = f"{ENGLISH}, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif"
UNKNOWN_ADVANCE = 1.0  # em; a character without glyph takes as much room as a Chinese one

font_lock = RLock()  # a TTFont reads its tables when asked, which two threads must not do at once


def family(language: str) -> str:
    """The family that holds all characters of a language, Latin letters included."""
    return CHINESE if language.startswith("zh") else ENGLISH


@lru_cache(maxsize=4)
def font(name: str, *, bold: bool) -> TTFont:
    """The font file of a family; to be read while holding font_lock."""
    return TTFont(FONT_FOLDER / f"{name.replace(' ', '')}-{'Bold' if bold else 'Regular'}.ttf")


@lru_cache(maxsize=4)
def _advances(name: str, *, bold: bool) -> dict[int, float]:
    """{code point: width in em}"""
    with font_lock:
        file = font(name, bold=bold)
        metrics, em = file["hmtx"], file["head"].unitsPerEm
        return {point: metrics[glyph][0] / em for point, glyph in file.getBestCmap().items()}


def missing(text: str) -> list[str]:
    """Characters that no chart can draw; checked when labels are loaded."""
    known = _advances(CHINESE, bold=False)
    return sorted({character for character in text if ord(character) not in known and not character.isspace()})


def width(text: str, size: float, *, bold: bool = False, language: str = "en") -> float:
    """How wide one line of text is, in the unit of size."""
    advances = _advances(family(language), bold=bold)
    return size * sum(advances.get(ord(character), UNKNOWN_ADVANCE) for character in text)


def fitted(text: str, limit: float, size: float, *, bold: bool = False, language: str = "en") -> str:
    """The text, cut with an ellipsis where it would be wider than limit."""
    if width(text, size, bold=bold, language=language) <= limit:
        return text
    room = limit - width("…", size, bold=bold, language=language)
    kept = ""
    for character in text:
        if width(kept + character, size, bold=bold, language=language) > room:
            break
        kept += character
    return f"{kept.rstrip()}…"
