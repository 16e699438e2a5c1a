"""What texts of cells mean: options, ticks, missing; and what a spreadsheet may have made of them."""

import re
from collections.abc import Iterable

from surveys.microdata.answers.file import clean
from surveys.microdata.codebook.questions import Option, Question

ANY_TEXT = "*"  # as a source text of an option: whatever else stands in the cell, such as own words under "other"
WHOLE = re.compile(r"(-?[0-9]+)\.0+")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
TICKED = frozenset({"1", "yes", "y", "true", "x", "✓", "✔", "是"})
UNTICKED = frozenset({"0", "no", "n", "false", "否"})
ERROR_CELL = re.compile(r"#(NAME\?|REF!|VALUE!|DIV/0!|N/A|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)", re.I)
MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
# 10-49 becomes Oct-49, 2-5 becomes 5-Feb or 2月5日, and where cells are dates of a workbook 2049-10-01.
DATE_LIKE = re.compile(
    rf"{MONTH}-[0-9]{{2}}|[0-9]{{1,2}}-{MONTH}(-[0-9]{{2,4}})?|[0-9]{{1,2}}月[0-9]{{1,2}}日"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}( 00:00:00)?",
    re.I,
)


def plain_text(text: str) -> str:
    """The form in which texts are compared: blanks collapsed, and 1.0 is 1."""
    text = clean(text)
    whole = WHOLE.fullmatch(text)
    return whole[1] if whole else text


def plain_texts(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain_text, texts))


def sources_of(option: Option) -> tuple[str, ...]:
    """Texts of cells that mean the option, the surest first."""
    return option.source or tuple(text for text in (option.code, option.label_en, option.label_zh) if text)


def option_texts(question: Question, places: Iterable[int]) -> dict[str, int]:
    """Text → place of the option, of those in these places.

    What a codebook states (`source`) goes before codes, and codes before labels, so that an option labelled "2"
    does not take the cells of the option of code 2. Labels that two options share mean neither.
    """
    found: dict[str, int] = {}
    shared: set[str] = set()
    chosen = [(place, question.options[place]) for place in places]
    for place, option in chosen:
        for text in option.source:
            found.setdefault(plain_text(text), place)
    for place, option in chosen:
        if not option.source:
            found.setdefault(plain_text(option.code), place)
    claimed = set(found)
    for place, option in chosen:
        for label in () if option.source else (option.label_en, option.label_zh):
            text = plain_text(label)
            if not text or text in claimed:
                continue
            if found.setdefault(text, place) != place:
                shared.add(text)
    return {text: place for text, place in found.items() if text not in shared}


def is_error_cell(text: str) -> bool:
    return ERROR_CELL.fullmatch(text) is not None


def is_date_like(text: str) -> bool:
    return DATE_LIKE.fullmatch(text) is not None
