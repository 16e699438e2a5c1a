"""The sheets of a codebook as a workbook: their names, headings and which cells hold lists. Both ways agree on it."""

import json
import re

QUESTIONS, OPTIONS, BOOK, REPAIRS, WEIGHTING = "questions", "options", "codebook", "repairs", "weighting"
HEADINGS = {
    QUESTIONS: (
        "code", "kind", "columns", "text_en", "text_zh", "base", "asked_en", "asked_zh", "break", "missing",
        "separator", "unanswered", "sensitive", "topic", "note",
    ),
    OPTIONS: ("question", "code", "label_en", "label_zh", "source", "column", "value", "exclusive", "counts"),
    BOOK: ("key", "value"),
    REPAIRS: ("rule", "why", "settings"),
    WEIGHTING: ("question", "option", "share"),
}  # fmt: skip
LISTS = ("columns", "missing", "source")  # one text a line, or JSON where that would not come back the same
COUNTS = "counts"  # options that a net counts: a row of the sheet of options that has any is a net
FLAGS = ("sensitive", "exclusive")
SETTINGS = "settings"  # of a repair, as JSON
MOST_IN_CELL = 32_767  # characters, as Excel has it
PLAIN_LINE = re.compile(r"[^\s\[](.*\S)?")


def list_text(texts: list[str]) -> str:
    if all(PLAIN_LINE.fullmatch(each) and len(each.splitlines()) == 1 for each in texts):
        return "\n".join(texts)
    return json.dumps(texts, ensure_ascii=False)


def texts_of(cell: str) -> list[str]:
    if cell.startswith("["):
        try:
            found = json.loads(cell)
        except ValueError:
            found = None
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return found
    return [line.strip() for line in cell.split("\n") if line.strip()]
