"""Codebook → workbook for analysts: a row a question and a row an option, the same content as the YAML."""

import io
import json
from typing import TYPE_CHECKING, Any

from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.plain import plain_codebook
from surveys.microdata.codebook.sheets import (
    BOOK,
    COUNTS,
    HEADINGS,
    LISTS,
    MOST_IN_CELL,
    OPTIONS,
    QUESTIONS,
    REPAIRS,
    SETTINGS,
    WEIGHTING,
    list_text,
)

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

WIDE, NARROW = 40, 14  # characters
WIDE_COLUMNS = ("text_en", "text_zh", "label_en", "label_zh", "source", "asked_en", "asked_zh", "why", "value", "note")
Row = dict[str, Any]


def codebook_workbook(codebook: Codebook) -> bytes:
    """ValueError where a text is longer than a cell can hold."""
    import xlsxwriter

    plain = plain_codebook(codebook)
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for name, rows in _sheets(plain).items():
            _write_sheet(book, name, rows)
    return target.getvalue()


def _sheets(plain: Row) -> dict[str, list[Row]]:
    """The rows of each sheet; those of repairs and weighting only where there are any."""
    questions = [{key: each[key] for key in each if key not in ("options", "nets")} for each in plain["questions"]]
    sheets = {QUESTIONS: questions, OPTIONS: list(_option_rows(plain)), BOOK: list(_book_rows(plain))}
    if "repairs" in plain:
        sheets[REPAIRS] = [
            {"rule": each["rule"], "why": each["why"], SETTINGS: _settings(each)} for each in plain["repairs"]
        ]
    if "weighting" in plain:
        sheets[WEIGHTING] = [
            {"question": question, "option": option, "share": share}
            for question, shares in plain["weighting"].get("targets", {}).items()
            for option, share in shares.items()
        ]
    return sheets


def _option_rows(plain: Row):
    for question in plain["questions"]:
        for option in question.get("options", []):
            yield {"question": question["code"], **option}
        for net in question.get("nets", []):
            labels = {key: value for key, value in net.items() if key != "options"}
            yield {"question": question["code"], **labels, COUNTS: " ".join(net["options"])}


def _book_rows(plain: Row):
    for key in ("codebook", "survey", "wave", "source", "confirmed", "weight"):
        if key in plain:
            yield {"key": key, "value": plain[key]}
    for name in ("file", "weighting"):
        for key, value in plain.get(name, {}).items():
            if key != "targets":
                yield {"key": f"{name}.{key}", "value": value}


def _settings(repair: Row) -> str:
    settings = {key: value for key, value in repair.items() if key not in ("rule", "why")}
    return json.dumps(settings, ensure_ascii=False) if settings else ""


def _write_sheet(book: "Workbook", name: str, rows: list[Row]) -> None:
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bottom": 1})
    texts = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})  # "@": Excel makes no dates of it
    numbers = book.add_format({"valign": "top"})
    for column, key in enumerate(HEADINGS[name]):
        sheet.set_column(column, column, WIDE if key in WIDE_COLUMNS else NARROW, texts)
        sheet.write_string(0, column, key, heading)
        for line, row in enumerate(rows, start=1):
            value = row.get(key, "")
            if isinstance(value, bool):
                sheet.write_boolean(line, column, value, numbers)
            elif isinstance(value, int | float) and float(f"{value:.16G}") == value:
                sheet.write_number(line, column, value, numbers)
            elif value != "":
                _write_text(sheet, (line, column), list_text(value) if key in LISTS else str(value), texts)
    sheet.freeze_panes(1, 2)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(HEADINGS[name]) - 1)


def _write_text(sheet: Any, place: tuple[int, int], text: str, style: Any) -> None:
    if len(text) > MOST_IN_CELL:
        raise ValueError(f"{text[:40]!r} …: {len(text)} characters, a cell of a workbook holds {MOST_IN_CELL}")
    sheet.write_string(*place, text, style)
