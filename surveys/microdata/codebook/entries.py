"""Mappings of a codebook file → values by key; whatever is not as expected is a problem with its line and key."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.problems import Report, with_nearest
from portal.loading.tree import Mapping, Node, Scalar, Sequence
from surveys.microdata.codebook.questions import CODE, LONGEST_CODE

LANGUAGES = {"en", "zh"}
YES, NO = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(frozen=True)
class Entry:
    """What a mapping says, by key; keys that are not said or are wrong are left out."""

    node: Mapping
    values: dict[str, Any]

    def at(self, key: str) -> Node:
        """Where to point: the value of the key, or the whole entry where it has none."""
        return self.node.entries.get(key, self.node)

    def get(self, key: str, default: Any = "") -> Any:
        return self.values.get(key, default)


def plain_entry(entry: Entry) -> dict[str, Any]:
    """The entry and those in it as plain values."""
    return {key: _plain_value(value) for key, value in entry.values.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Entry):
        return plain_entry(value)
    return [_plain_value(each) for each in value] if isinstance(value, list) else value


class EntryReader:
    """Turns nodes into values; `report` gets what is wrong with them."""

    def __init__(self, name: str, report: Report):
        self.name, self.report = name, report

    def refuse(self, node: Node, key: str, expected: str, value: str | None = None) -> None:
        """`value` is what is shown, by default the node's own text."""
        file = _("%(file)s, sheet %(sheet)s") % {"file": self.name, "sheet": node.sheet} if node.sheet else self.name
        shown = (node.text if isinstance(node, Scalar) else "") if value is None else value
        self.report.add(file, node.line or None, key, shown, expected)

    def entry(self, node: Node, key: str, forms: MappingOf[str, "Form"]) -> Entry | None:
        """`forms` says which keys there may be, and how each is read. None where the node is no mapping."""
        if not isinstance(node, Mapping):
            self.refuse(
                node, key, _("expected an entry with keys such as %(keys)s") % {"keys": ", ".join([*forms][:4])}
            )
            return None
        values = {}
        for name, each in node.entries.items():
            if name not in forms:
                known = _("there is no such key here; expected one of %(keys)s") % {"keys": ", ".join(forms)}
                self.refuse(each, name, with_nearest(known, name, forms), value=name)
                continue
            value = forms[name](self, each, name)
            if value is not None:
                values[name] = value
        return Entry(node, values)

    def need(self, entry: Entry, key: str) -> None:
        """A problem where the key is left out altogether; what is written and wrong has one already."""
        node = entry.node.entries.get(key)
        if key not in entry.values and (node is None or (isinstance(node, Scalar) and node.value is None)):
            self.refuse(entry.node, key, _("expected a value; the key is left out"), value="")

    def listed(self, node: Node, key: str, *, scalar: str, sequence: str) -> Iterator[Node]:
        """The entries of a list, or of a mapping of codes, where `1: Yes` says the code and the key `scalar`,
        and `1: [2, 3]` the code and the key `sequence`.
        """
        if isinstance(node, Sequence):
            for item in node.items:
                plain = isinstance(item, Scalar)
                yield Mapping(item.line, {"code": item, scalar: item}, item.sheet) if plain else item
        elif isinstance(node, Mapping):
            for code, value in node.entries.items():
                name = Scalar(value.line, code, code, value.sheet)
                more = value.entries if isinstance(value, Mapping) else {}
                if isinstance(value, Scalar):
                    more = {scalar: value}
                elif more and set(more) <= LANGUAGES and scalar.endswith("_en"):
                    more = {scalar.removesuffix("_en"): value}
                elif isinstance(value, Sequence):
                    more = {sequence: value}
                yield Mapping(value.line, {"code": name} | more, value.sheet)
        elif node.value is not None:
            self.refuse(node, key, _("expected a list"))

    def spread(self, node: Node, *names: str) -> Node:
        """`label: {en: Yes, zh: 是}` as label_en and label_zh, `label: Yes` as label_en."""
        if not isinstance(node, Mapping):
            return node
        entries: dict[str, Node] = {}
        for key, each in node.entries.items():
            parts = {key: each}
            if key in names:
                parts = {f"{key}_en": each}
                if isinstance(each, Mapping):
                    parts = {f"{key}_{language}": one for language, one in each.entries.items()}
            for part, value in parts.items():
                if part in entries:
                    self.refuse(value, part, _("expected once; the key stands here twice"))
                entries.setdefault(part, value)
        return Mapping(node.line, entries, node.sheet)


Form = Callable[[EntryReader, Node, str], Any]


def text(reader: EntryReader, node: Node, key: str) -> str | None:
    """As written, whatever YAML takes it for: 1 and yes are texts here."""
    if not isinstance(node, Scalar):
        reader.refuse(node, key, _("expected a text, found a list or a mapping"))
        return None
    return None if node.value is None else node.text


def texts(reader: EntryReader, node: Node, key: str) -> list[str] | None:
    """A list; a text alone is a list of one."""
    found = [text(reader, item, key) for item in (node.items if isinstance(node, Sequence) else [node])]
    return [each for each in found if each is not None] or None


def code(reader: EntryReader, node: Node, key: str) -> str | None:
    found = text(reader, node, key)
    if found is not None and (not CODE.fullmatch(found) or len(found) > LONGEST_CODE):
        words = _("expected a code: at most %(most)d letters of A to Z, digits and single underscores between them")
        reader.refuse(node, key, words % {"most": LONGEST_CODE})
        return None
    return found


def flag(reader: EntryReader, node: Node, key: str) -> bool | None:
    found = text(reader, node, key)
    if found is None or found.lower() in (*YES, *NO):
        return None if found is None else found.lower() in YES
    reader.refuse(node, key, _("expected true or false"))
    return None


def number(reader: EntryReader, node: Node, key: str) -> float | None:
    found = text(reader, node, key)
    if found is None:
        return None
    try:
        value = float(found)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        reader.refuse(node, key, _("expected a number such as 1 or 2.5"))
        return None
    return value


def whole(reader: EntryReader, node: Node, key: str) -> int | None:
    found = text(reader, node, key)
    if found is None:
        return None
    if not found.isascii() or not found.isdigit() or len(found) > 6:
        reader.refuse(node, key, _("expected a whole number from 0"))
        return None
    return int(found)


def one_of(kind: type[StrEnum]) -> Form:
    """One of the words of an enumeration."""

    def read(reader: EntryReader, node: Node, key: str) -> StrEnum | None:
        found = text(reader, node, key)
        if found is None or found.lower() in list(kind):
            return None if found is None else kind(found.lower())
        known = _("expected one of %(values)s") % {"values": ", ".join(kind)}
        reader.refuse(node, key, with_nearest(known, found, kind))
        return None

    return read
