"""Texts of ours in a file: found by their fingerprints and replaced; what its author wrote or changed stays."""

from collections.abc import Callable, Iterable
from copy import deepcopy

from portal.exhibits.marks import fingerprint
from portal.exhibits.slide_marks import lines_of


def replace_text(text_frames: Iterable, printed: str, lines: list[str]) -> bool:
    """Puts `lines` in place of the paragraphs that have this fingerprint; False where no text has it any more.

    Paragraphs before and after them, and the looks of those replaced, are kept.
    """
    count = int(printed.partition("x")[2])
    for text_frame in text_frames:
        present = lines_of(text_frame)
        for start in range(len(present) - count + 1):
            if fingerprint(present[start : start + count]) == printed:
                _write_lines(list(text_frame.paragraphs)[start : start + count], lines)
                return True
    return False


def replace_lines(text_frames: Iterable, is_wanted: Callable[[str], bool], line: str) -> None:
    """Puts `line` in place of each paragraph that is wanted."""
    for text_frame in text_frames:
        for paragraph in text_frame.paragraphs:
            if is_wanted(paragraph.text):
                write_paragraph(paragraph, line)


def _write_lines(paragraphs: list, lines: list[str]) -> None:
    """As many paragraphs as lines: the last one is repeated, or those too many go."""
    while len(paragraphs) < len(lines):
        element = deepcopy(paragraphs[-1]._p)
        paragraphs[-1]._p.addnext(element)
        paragraphs.append(type(paragraphs[-1])(element, paragraphs[-1]._parent))
    for paragraph in paragraphs[max(len(lines), 1) :]:
        paragraph._p.getparent().remove(paragraph._p)
    for paragraph, line in zip(paragraphs, lines or [""], strict=False):
        write_paragraph(paragraph, line)


def write_paragraph(paragraph, text: str) -> None:
    """The text with the looks of what stood first in the paragraph."""
    if paragraph.text == text:
        return
    runs = list(paragraph.runs)
    if not runs:
        paragraph.text = text
        return
    for child in list(paragraph._p):
        if child.tag.rpartition("}")[2] in ("r", "br", "fld") and child is not runs[0]._r:
            paragraph._p.remove(child)
    runs[0].text = text
