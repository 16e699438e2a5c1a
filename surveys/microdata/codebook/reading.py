"""A codebook file, YAML or workbook → Codebook, or all that is wrong with it at once, each with its line and key."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.files import InputFile
from portal.loading.problems import Report
from portal.loading.tree import Mapping, Node, Scalar, Sequence, plain, read_tree
from surveys.microdata.codebook.checking import check_book
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.entries import Entry, EntryReader, code, flag, number, plain_entry, text, whole
from surveys.microdata.codebook.plain import VERSION, codebook_of
from surveys.microdata.codebook.reading_questions import read_questions
from surveys.microdata.codebook.workbook_reading import read_workbook

Tree = Callable[[InputFile, Report], Node | None]
FORMS: dict[str, Tree] = {".yaml": read_tree, ".yml": read_tree, ".xlsx": read_workbook}
MACROS = (".xlsm", ".xlsb", ".xltm", ".xls")


def read_codebook(name: str, content: bytes, report: Report) -> Codebook | None:
    """None where a problem was added to the report. The form goes by the ending of the name."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending not in FORMS:
        words = _("expected a codebook as .yaml or .xlsx")
        if ending in MACROS:
            words = _("expected a codebook as .yaml or .xlsx; save the workbook as .xlsx, without macros")
        report.add(name, None, "", "", words)
        return None
    before = report.total
    tree = FORMS[ending](InputFile(name, content), report)
    if tree is None:
        if report.total == before:
            report.add(name, None, "", "", _("the file is empty; expected a codebook with a list named questions"))
        return None
    if not isinstance(tree, Mapping):
        report.add(name, tree.line, "", "", _("expected a codebook with a list named questions"))
        return None
    plain_book = _plain_book(EntryReader(name, report), tree)
    return codebook_of(plain_book) if report.total == before else None


def _plain_book(reader: EntryReader, tree: Mapping) -> dict[str, Any]:
    """In the form of plain.py, if no problem was added."""
    book = reader.entry(tree, "", BOOK) or Entry(tree, {})
    reader.need(book, "questions")
    check_book(reader, book)
    return plain_entry(book)


def _version(reader: EntryReader, node: Node, key: str) -> int | None:
    found = whole(reader, node, key)
    if found is not None and found != VERSION:
        reader.refuse(node, key, _("expected %(version)d, the form that is read here") % {"version": VERSION})
    return found


def _file(reader: EntryReader, node: Node, key: str) -> dict[str, Any] | None:
    entry = reader.entry(node, key, FILE)
    return entry.values if entry else None


def _repairs(reader: EntryReader, node: Node, key: str) -> list[dict[str, Any]]:
    """Settings of a rule are what the rule says; who mends with it checks them."""
    found: list[dict[str, Any]] = []
    if not isinstance(node, Sequence):
        reader.refuse(node, key, _("expected a list"))
        return found
    for each in node.items:
        if not isinstance(each, Mapping):
            reader.refuse(each, key, _("expected an entry with keys such as %(keys)s") % {"keys": "rule, why"})
            continue
        values = {name: plain(value) for name, value in each.entries.items()}
        for needed in ("rule", "why"):
            if not isinstance(values.get(needed), str) or not values[needed].strip():
                reader.refuse(each, needed, _("expected a text: the name of a rule, and why it is needed"), value="")
        found.append(values)
    return found


def _weighting(reader: EntryReader, node: Node, key: str) -> Entry | None:
    entry = reader.entry(reader.spread(node, "label"), key, WEIGHTING)
    if entry is not None:
        reader.need(entry, "code")
        reader.need(entry, "targets")
    return entry


def _targets(reader: EntryReader, node: Node, key: str) -> dict[str, dict[str, float]] | None:
    """Question → option → share."""
    if not isinstance(node, Mapping) or not node.entries:
        reader.refuse(node, key, _("expected shares by question and option, as in region: {europe: 0.4, asia: 0.6}"))
        return None
    found: dict[str, dict[str, float]] = {}
    for question, shares in node.entries.items():
        if not isinstance(shares, Mapping):
            reader.refuse(shares, question, _("expected a share for each option, as in {europe: 0.4, asia: 0.6}"))
            continue
        values = {option: number(reader, share, f"{question}.{option}") for option, share in shares.entries.items()}
        found[question] = {option: value for option, value in values.items() if value is not None}
    return found


def _confirmed(reader: EntryReader, node: Node, key: str) -> bool | None:
    """Left empty it is not confirmed: nothing is published by guess."""
    if isinstance(node, Scalar) and node.value is None:
        return False
    return flag(reader, node, key)


FILE = {"layout": text, "encoding": text, "delimiter": text, "sheet": text, "heading_rows": whole}
WEIGHTING = {"code": code, "label_en": text, "label_zh": text, "targets": _targets}
BOOK = {
    "codebook": _version,
    "survey": text,
    "wave": text,
    "source": text,
    "confirmed": _confirmed,
    "weight": text,
    "file": _file,
    "repairs": _repairs,
    "weighting": _weighting,
    "questions": read_questions,
}
