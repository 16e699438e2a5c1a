"""YAML → a tree of plain values with line numbers. What could harm or mislead is refused: aliases, tags, depth.

Workbooks that hold the same things are read into the same tree, their sheets and rows for lines.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from django.utils.translation import gettext as _

from portal.loading.encoding import read_text
from portal.loading.files import InputFile
from portal.loading.problems import Report

MAX_DEPTH = 20
MAX_NODES = 500_000
LARGEST_EXACT = 2**53  # larger whole numbers are not the same in every reader of JSON
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
STANDARD_TAG = "tag:yaml.org,2002:"
PLAIN = (True, False)  # as libyaml says that a scalar has neither tag nor quotation marks


@dataclass(frozen=True)
class Scalar:
    """`text` as written, `value` as YAML means it; dates stay text."""

    line: int
    text: str
    value: None | bool | int | float | str
    sheet: str = ""


@dataclass(frozen=True)
class Sequence:
    line: int
    items: list["Node"] = field(default_factory=list)
    sheet: str = ""


@dataclass(frozen=True)
class Mapping:
    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    sheet: str = ""


Node = Scalar | Sequence | Mapping


class TreeRefusedError(Exception):
    """Ends reading: says on which line and why."""

    def __init__(self, line: int | None, words: str):
        super().__init__(words)
        self.line = line
        self.words = words


def read_tree(file: InputFile, report: Report) -> Node | None:
    """The file's only document, or None when a problem was added or the file is empty."""
    text = read_text(file, report)
    if text is None:
        return None
    try:
        return Builder(file.name, report).build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except TreeRefusedError as refusal:
        report.add(file.name, refusal.line, "", "", refusal.words)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        report.add(file.name, line, "", "", unreadable(error.problem or error.context))
    except yaml.YAMLError as error:
        # Of a character that cannot stand in YAML only the position is told.
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        report.add(file.name, line, "", "", unreadable(getattr(error, "reason", error)))
    return None


def unreadable(reason: object) -> str:
    return _("cannot be read as YAML from here on (%(reason)s)") % {"reason": reason}


def plain(node: Node) -> Any:
    """The node as values of JSON."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry) for key, entry in node.entries.items()}


class Builder:
    """Builds the tree from the parser's events without recursion, so that no file can exhaust the stack."""

    def __init__(self, name: str, report: Report):
        self.name = name
        self.report = report
        self.resolver = yaml.resolver.Resolver()
        self.root: Node | None = None
        self.open: list[Sequence | Mapping] = []
        self.keys: list[str | None] = []  # of each open mapping the key that waits for its value
        self.nodes = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, yaml.AliasEvent):
                raise TreeRefusedError(line, _("expected values written out; references such as *name are not read"))
            if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                raise TreeRefusedError(line, _("expected one document; a line --- begins a second one"))
            if isinstance(event, yaml.ScalarEvent):
                self.add(self.scalar(event, line))
            elif isinstance(event, yaml.SequenceStartEvent):
                self.begin(Sequence(line), event, line)
            elif isinstance(event, yaml.MappingStartEvent):
                self.begin(Mapping(line), event, line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.keys.pop()
        return self.root

    def begin(self, node: Sequence | Mapping, event: Any, line: int) -> None:
        self.refuse_tag(event, line)
        if len(self.open) >= MAX_DEPTH:
            raise TreeRefusedError(line, _("expected at most %(depth)d levels") % {"depth": MAX_DEPTH})
        self.add(node)
        self.open.append(node)
        self.keys.append(None)

    def add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise TreeRefusedError(node.line, _("expected at most %(count)d values in a file") % {"count": MAX_NODES})
        above = self.open[-1] if self.open else None
        if above is None:
            self.root = node
        elif isinstance(above, Sequence):
            above.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self.key(node)
        else:
            key, self.keys[-1] = self.keys[-1], None
            if key in above.entries:
                self.report.add(self.name, node.line, key, "", _("expected once; the key stands here twice"))
            else:
                above.entries[key] = node

    def key(self, node: Node) -> str:
        if not isinstance(node, Scalar):
            raise TreeRefusedError(node.line, _("expected a name before the colon, found a list or a mapping"))
        return node.text

    def scalar(self, event: Any, line: int) -> Scalar:
        self.refuse_tag(event, line)
        if CONTROL.search(event.value):
            shown = repr(event.value)[1:-1]
            self.report.add(self.name, line, "", shown, _("expected text without control characters"))
        if event.style or not event.implicit[0]:
            return Scalar(line, event.value, event.value)
        tag = self.resolver.resolve(yaml.ScalarNode, event.value, PLAIN)
        return Scalar(line, event.value, value_of(tag.removeprefix(STANDARD_TAG), event.value))

    def refuse_tag(self, event: Any, line: int) -> None:
        if event.tag not in (None, "!"):
            raise TreeRefusedError(line, _("expected values without tags, found %(tag)s") % {"tag": event.tag})


def value_of(kind: str, text: str) -> None | bool | int | float | str:
    """What an unquoted scalar means; a number that would not come back as it was written stays text."""
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() in ("yes", "true", "on")
    if kind == "int" and WHOLE.fullmatch(text) and len(text) < 20 and abs(int(text)) <= LARGEST_EXACT:
        return int(text)
    if kind == "float" and DECIMAL.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text
