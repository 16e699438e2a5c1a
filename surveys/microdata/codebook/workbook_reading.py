"""A codebook as a workbook → the same tree that its YAML gives, with sheets and rows for lines."""

import json
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.files import InputFile
from portal.loading.problems import Report, with_nearest
from portal.loading.tree import Mapping, Node, Scalar, Sequence
from surveys.microdata.codebook.entries import EntryReader
from surveys.microdata.codebook.sheets import (
    BOOK,
    COUNTS,
    FLAGS,
    HEADINGS,
    LISTS,
    OPTIONS,
    QUESTIONS,
    REPAIRS,
    SETTINGS,
    WEIGHTING,
    texts_of,
)
from surveys.microdata.workbooks import Rows, read_sheets

SEVERAL = re.compile(r"[\s,;、，]+")  # between the options that a net counts


def read_workbook(file: InputFile, report: Report) -> Node | None:
    """None when a problem was added that leaves nothing to read."""
    sheets = read_sheets(file.name, file.content, report)
    if sheets is None:
        return None
    reader = EntryReader(file.name, report)
    if QUESTIONS not in sheets:
        words = with_nearest(_("expected a sheet named %(name)s") % {"name": QUESTIONS}, QUESTIONS, sheets)
        report.add(file.name, None, "", "", words)
        return None
    for sheet in sheets:
        if sheet not in HEADINGS:
            report.note(file.name, None, "", sheet, _("the sheet is none of a codebook and is not read"))
    before = report.total
    rows = {sheet: _mappings(reader, sheet, sheets.get(sheet, [])) for sheet in HEADINGS}
    tree = _tree(reader, rows)
    return tree if report.total == before or tree.entries else None


def _tree(reader: EntryReader, rows: dict[str, list[Mapping]]) -> Mapping:
    questions = [Mapping(row.line, dict(row.entries), row.sheet) for row in rows[QUESTIONS]]
    _attach_options(reader, questions, rows[OPTIONS])
    entries = _book(reader, rows[BOOK])
    if rows[REPAIRS]:
        entries["repairs"] = Sequence(1, [_repair(reader, row) for row in rows[REPAIRS]], REPAIRS)
    if rows[WEIGHTING]:
        weighting = entries.setdefault("weighting", Mapping(1, {}, WEIGHTING))
        if isinstance(weighting, Mapping):
            weighting.entries["targets"] = _targets(reader, rows[WEIGHTING])
    entries["questions"] = Sequence(1, list(questions), QUESTIONS)
    return Mapping(0, entries)


def _attach_options(reader: EntryReader, questions: list[Mapping], rows: list[Mapping]) -> None:
    """Each question gets its options and nets, in the order of their rows."""
    codes = {code.text: row for row in questions if isinstance(code := row.entries.get("code"), Scalar)}
    for row in rows:
        entries = dict(row.entries)
        code = entries.pop("question", None)
        if not isinstance(code, Scalar) or code.text not in codes:
            words = _("expected the code of a question of the sheet %(name)s") % {"name": QUESTIONS}
            reader.refuse(code or row, "question", with_nearest(words, getattr(code, "text", ""), codes))
            continue
        counts = entries.pop(COUNTS, None)
        if isinstance(counts, Scalar):
            parts = [each for each in SEVERAL.split(counts.text) if each]
            entries["options"] = Sequence(row.line, [_text(each, row) for each in parts], row.sheet)
        of = codes[code.text].entries.setdefault(
            "options" if counts is None else "nets", Sequence(row.line, [], OPTIONS)
        )
        assert isinstance(of, Sequence)
        of.items.append(Mapping(row.line, entries, row.sheet))


def _book(reader: EntryReader, rows: list[Mapping]) -> dict[str, Node]:
    """`file.layout` is the key layout under file."""
    found: dict[str, Node] = {}
    for row in rows:
        key = row.entries.get("key")
        if not isinstance(key, Scalar):
            reader.refuse(row, "key", _("expected a value; the key is left out"))
            continue
        first, dot, rest = key.text.partition(".")
        above = found.setdefault(first, Mapping(row.line, {}, row.sheet)) if dot else None
        entries = above.entries if isinstance(above, Mapping) else found
        name = rest if isinstance(above, Mapping) else key.text
        if name in entries:
            reader.refuse(key, "key", _("expected once; the key stands here twice"))
        entries[name] = row.entries.get("value") or Scalar(row.line, "", None, row.sheet)
    return found


def _repair(reader: EntryReader, row: Mapping) -> Mapping:
    """The settings of the rule stand in one cell."""
    entries = {key: node for key, node in row.entries.items() if key != SETTINGS}
    node = row.entries.get(SETTINGS)
    if isinstance(node, Scalar):
        try:
            settings = json.loads(node.text)
        except ValueError:
            settings = None
        if isinstance(settings, dict):
            entries |= {key: _node_of(value, row) for key, value in settings.items()}
        else:
            reader.refuse(node, SETTINGS, _('expected the settings of the rule as JSON, such as {"column": "Q3"}'))
    return Mapping(row.line, entries, row.sheet)


def _node_of(value: Any, row: Mapping) -> Node:
    if isinstance(value, dict):
        return Mapping(row.line, {key: _node_of(each, row) for key, each in value.items()}, row.sheet)
    if isinstance(value, list):
        return Sequence(row.line, [_node_of(each, row) for each in value], row.sheet)
    return Scalar(row.line, value if isinstance(value, str) else json.dumps(value), value, row.sheet)


def _targets(reader: EntryReader, rows: list[Mapping]) -> Mapping:
    found = Mapping(1, {}, WEIGHTING)
    for row in rows:
        question, option, share = (row.entries.get(key) for key in HEADINGS[WEIGHTING])
        if not (isinstance(question, Scalar) and isinstance(option, Scalar) and isinstance(share, Scalar)):
            reader.refuse(row, "share", _("expected a question, an option and its share"))
            continue
        shares = found.entries.setdefault(question.text, Mapping(row.line, {}, WEIGHTING))
        assert isinstance(shares, Mapping)
        if option.text in shares.entries:
            reader.refuse(option, "option", _("expected once; the key stands here twice"))
        shares.entries[option.text] = share
    return found


def _text(text: str, row: Mapping) -> Scalar:
    return Scalar(row.line, text, text, row.sheet)


def _mappings(reader: EntryReader, sheet: str, rows: Rows) -> list[Mapping]:
    """The rows under the headings; empty cells and empty rows are left out."""
    headings = _headings(reader, sheet, rows[0]) if rows else []
    found = []
    for line, row in enumerate(rows[1:], start=2):
        entries: dict[str, Node] = {}
        for key, value in zip([*headings, *[""] * len(row)], row, strict=False):
            if value is None or value == "":
                continue
            node = _scalar(reader, value, line, sheet, key)
            if not key:
                reader.refuse(node, "", _("expected a heading above the cell, in the first row"))
            elif key in LISTS:
                entries[key] = Sequence(line, [Scalar(line, each, each, sheet) for each in texts_of(node.text)], sheet)
            else:
                entries[key] = node
        if entries:
            found.append(Mapping(line, entries, sheet))
    return found


def _headings(reader: EntryReader, sheet: str, row: list[Any]) -> list[str]:
    """One for each cell of the first row; one that is wrong is said once and its column is read all the same."""
    found: list[str] = []
    for value in row:
        key = str(value or "").strip().lower()
        known = HEADINGS[sheet]
        if key and key not in known:
            words = _("there is no such column here; expected one of %(keys)s") % {"keys": ", ".join(known)}
            reader.refuse(Scalar(1, key, key, sheet), key, with_nearest(words, key, known))
        elif key and key in found:
            reader.refuse(Scalar(1, key, key, sheet), key, _("expected once; the column stands here twice"))
        found.append(key)
    return found


def _scalar(reader: EntryReader, value: Any, line: int, sheet: str, key: str) -> Scalar:
    """Numbers as they would be written; what a spreadsheet has turned into something else is a problem."""
    if isinstance(value, str):
        return Scalar(line, value, value, sheet)
    if isinstance(value, bool):
        node = Scalar(line, "true" if value else "false", value, sheet)
        if key not in (*FLAGS, "value"):
            words = _("expected a text, found a logical value; format the cell as text and write it again")
            reader.refuse(node, key, words)
        return node
    if isinstance(value, datetime | date | time | timedelta):
        node = Scalar(line, str(value), None, sheet)
        words = _(
            "expected a text, found a date that a spreadsheet has made; format the cell as text and write it again"
        )
        reader.refuse(node, key, words)
        return node
    text = str(int(value)) if float(value).is_integer() else repr(value)
    return Scalar(line, text, value, sheet)
