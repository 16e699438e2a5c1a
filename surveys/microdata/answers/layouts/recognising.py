"""Which survey tool wrote a file of answers, told by the first rows of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LOOKED_AT = 12  # rows from the top that recognition needs

Rows = Sequence[Sequence[str]]

IMPORT_ID = re.compile(r'\{\s*"ImportId"')
LIME_CODE = re.compile(r"[A-Za-z]\w*\[\w+\](\[\w+\])?(\W.*)?", re.S)
LIME_SYSTEM = {"submitdate", "lastpage", "startlanguage", "date submitted", "last page", "start language"}
QUESTION_NUMBER = re.compile(r"Q\d+\w{0,8}")
MONKEY_ANSWERS = {"response", "open-ended response"}
MONKEY_SYSTEM = {"respondent id", "respondentid", "collector id", "collectorid"}


@dataclass(frozen=True)
class Layout:
    """`name` as codebooks write it; `heading_rows` are how many rows stand above the answers."""

    name: str
    heading_rows: int
    title: str  # of the tool


PLAIN = Layout("plain", 1, "CSV")
SURVEYMONKEY = Layout("surveymonkey", 2, "SurveyMonkey")
SURVEYMONKEY_NUMERIC = Layout("surveymonkey_numeric", 3, "SurveyMonkey")
QUALTRICS = Layout("qualtrics", 3, "Qualtrics")
LIMESURVEY = Layout("limesurvey", 1, "LimeSurvey")
WENJUANXING = Layout("wenjuanxing", 1, "问卷星")
LAYOUTS = {each.name: each for each in (PLAIN, SURVEYMONKEY, SURVEYMONKEY_NUMERIC, QUALTRICS, LIMESURVEY, WENJUANXING)}


def recognise(rows: Rows) -> Layout:
    """The layout of a file that begins with these rows (the first LOOKED_AT are enough); PLAIN where no tool signed.

    Cells are compared without the blanks round them. A file of one row of headings and no answers is PLAIN.
    """
    clean = [[cell.strip() for cell in row] for row in rows[:LOOKED_AT]]
    if len(clean) < 2:
        clean += [[]] * (2 - len(clean))
    checks = (
        (QUALTRICS, _is_qualtrics),
        (WENJUANXING, _is_wenjuanxing),
        (LIMESURVEY, _is_limesurvey),
        (SURVEYMONKEY_NUMERIC, _is_numeric_monkey),
        (SURVEYMONKEY, _is_monkey),
    )
    return next((layout for layout, fits in checks if fits(clean)), PLAIN)


def _is_qualtrics(rows: Rows) -> bool:
    return len(rows) > 2 and any(IMPORT_ID.match(cell) for cell in rows[2])


def _is_wenjuanxing(rows: Rows) -> bool:
    return bool(rows[0]) and rows[0][0] == "序号" and any(cell.startswith("提交答卷时间") for cell in rows[0])


def _is_limesurvey(rows: Rows) -> bool:
    system = sum(cell.lower().rstrip(".") in LIME_SYSTEM for cell in rows[0])
    return system >= 2 or (system >= 1 and any(LIME_CODE.fullmatch(cell) for cell in rows[0]))


def _is_numeric_monkey(rows: Rows) -> bool:
    """Numbers of questions, their texts, their options; what stands to the right of a question is blank above it."""
    if len(rows) < 3:
        return False
    numbers = [cell for cell in rows[0] if cell]
    if not numbers or not all(QUESTION_NUMBER.fullmatch(cell) for cell in numbers):
        return False
    return any(not number and not text and option for number, text, option in _columns(rows[:3]))


def _is_monkey(rows: Rows) -> bool:
    """Texts of questions with blanks to their right, over "Response" or the text of each option."""
    if any(cell.lower() in MONKEY_ANSWERS for cell in rows[1]):
        return True
    spread = [place for place, (text, option) in enumerate(_columns(rows[:2])) if place and not text and option]
    if not spread:
        return False
    if rows[0][0].lower() in MONKEY_SYSTEM:
        return True
    # A plain file may have a column without heading, but then its second row holds answers, and others stand below.
    cells = [(option, _below(rows, place)) for place, option in enumerate(rows[1]) if option]
    repeated = sum(below == {option} for option, below in cells)
    return repeated > 0 and 2 * (repeated + sum(not below for _option, below in cells)) >= len(cells)


def _below(rows: Rows, place: int) -> set[str]:
    return {row[place] for row in rows[2:] if place < len(row) and row[place]}


def _columns(rows: Rows) -> list[tuple[str, ...]]:
    width = max(map(len, rows))
    return list(zip(*[[*row, *[""] * (width - len(row))] for row in rows], strict=True))
