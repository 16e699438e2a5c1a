"""A landscape file as CNCF or landscape2 writes it → categories, subcategories and items, each with its line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from portal.loading.files import InputFile
from portal.loading.problems import Report
from portal.loading.tree import Mapping, Node, Scalar, Sequence, plain, read_tree
from vendors.landscapes.known_keys import EXTRA_KEYS, ITEM_KEYS
from vendors.landscapes.tally import Tally
from vendors.landscapes.texts import tidy

ROOTS = ("landscape", "categories")  # of CNCF's file, and of landscape2's own


@dataclass(frozen=True)
class Item:
    """`name` as it is shown; `values` are all keys of the item as written, without the marker."""

    line: int
    name: str
    values: dict[str, Any]
    lines: dict[str, int]  # of the keys


@dataclass(frozen=True)
class Group:
    """A category with its subcategories, or a subcategory with its items."""

    line: int
    name: str
    groups: list["Group"] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class LandscapeFile:
    """What a file holds; not sound: a part of it could not be read."""

    name: str
    categories: list[Group]
    tally: Tally
    is_sound: bool

    @property
    def places(self) -> Iterator[tuple[Group, Group]]:
        """Each subcategory with its category."""
        return ((category, group) for category in self.categories for group in category.groups)


def read_landscape(file: InputFile, report: Report) -> LandscapeFile | None:
    """None when nothing of it can be read."""
    before = report.total
    tree = read_tree(file, report)
    if tree is None and report.total == before:
        report.add(file.name, None, "", "", _("the file is empty; expected a list named landscape or categories"))
    if tree is None:
        return None
    reader = Reader(file.name, report)
    categories = reader.categories(tree)
    if report.total == before and not any(group.items for category in categories for group in category.groups):
        report.add(file.name, None, "", "", _("expected at least one item in a subcategory of a category"))
    return LandscapeFile(file.name, categories, reader.tally, is_sound=report.total == before)


class Reader:
    """Reads the levels of a file; what cannot be read is a problem, what is odd a note."""

    def __init__(self, name: str, report: Report):
        self.name = name
        self.report = report
        self.tally = Tally(name)
        self.has_markers = False

    def refuse(self, line: int, column: str, value: object, expected: str) -> None:
        self.report.add(self.name, line, column, value, expected)

    def categories(self, tree: Node) -> list[Group]:
        roots = [key for key in ROOTS if isinstance(tree, Mapping) and key in tree.entries]
        if len(roots) != 1 or not isinstance(tree, Mapping):
            self.refuse(tree.line, "", "", _("expected one list named landscape or categories"))
            return []
        self.has_markers = roots[0] == "landscape"
        self.note_unknown(tree, roots)
        found = self.groups(tree, roots[0], "category", ("subcategories",))
        return [Group(group.line, group.name, self.subcategories(parts)) for group, parts in found]

    def subcategories(self, parts: list[Mapping]) -> list[Group]:
        """`parts` are the mappings of one category, nearly always one."""
        whole = [pair for part in parts for pair in self.groups(part, "subcategories", "subcategory", ("items",))]
        merged: dict[str, Group] = {}
        for group, mappings in whole:
            same = merged.setdefault(group.name, group)
            same.items.extend(item for mapping in mappings for item in self.items(mapping))
        return list(merged.values())

    def groups(
        self, above: Mapping, key: str, marker: str, known: tuple[str, ...]
    ) -> list[tuple[Group, list[Mapping]]]:
        """Categories or subcategories by name; one that stands twice is one."""
        found: dict[str, tuple[Group, list[Mapping]]] = {}
        for mapping in self.mappings(above, key):
            self.note_unknown(mapping, (marker, "name", *known))
            name = self.name_of(mapping, marker)
            if not name:
                continue
            if name in found:
                self.tally.add(mapping.line, marker, name, _("stands in several parts, which are taken together"))
            found.setdefault(name, (Group(mapping.line, name), []))[1].append(mapping)
        return list(found.values())

    def items(self, mapping: Mapping) -> Iterator[Item]:
        for entry in self.mappings(mapping, "items"):
            name = self.name_of(entry, "item")
            if self.has_markers and "item" not in entry.entries:
                self.tally.add(entry.line, "item", name, _("the marker “- item:” is missing; taken as an item"))
            self.note_unknown(entry, ("item", *ITEM_KEYS))
            extra = entry.entries.get("extra")
            if isinstance(extra, Mapping):
                self.note_unknown(extra, EXTRA_KEYS, within="extra.")
            if name:
                entries = {key: node for key, node in entry.entries.items() if key != "item"}
                lines = {key: node.line for key, node in entries.items()}
                yield Item(entry.line, name, {key: plain(node) for key, node in entries.items()}, lines)

    def mappings(self, above: Mapping, key: str) -> Iterator[Mapping]:
        """The mappings of a list; nothing where the list is null or missing."""
        node = above.entries.get(key)
        if node is None or (isinstance(node, Scalar) and node.value is None):
            line = above.line if node is None else node.line
            self.tally.add(line, key, "", _("there is no list here; taken as an empty one"))
            return
        if not isinstance(node, Sequence):
            self.refuse(node.line, key, node.text if isinstance(node, Scalar) else "", _("expected a list"))
            return
        for entry in node.items:
            if isinstance(entry, Mapping):
                yield entry
            elif isinstance(entry, Scalar) and entry.value is None:
                self.tally.add(entry.line, key, "", _("an entry is empty; left out"))
            else:
                shown = entry.text if isinstance(entry, Scalar) else ""
                self.refuse(entry.line, key, shown, _("expected an entry with keys such as name"))

    def name_of(self, mapping: Mapping, marker: str) -> str:
        """The name; empty when a problem was added."""
        node = mapping.entries.get("name")
        if node is None or (isinstance(node, Scalar) and node.value is None):
            node = mapping.entries.get(marker)
            if isinstance(node, Scalar) and tidy(node.text) and node.value is not None:
                self.tally.add(node.line, marker, node.text, _("has no key name; taken as the name"))
        if node is not None and not isinstance(node, Scalar):
            self.refuse(node.line, "name", "", _("expected a text, found a list or a mapping"))
            return ""
        name = tidy(node.text) if node is not None and node.value is not None else ""
        if not name:
            self.refuse(mapping.line, "name", "", _("expected a name"))
        elif node is not None and not isinstance(node.value, str):
            self.tally.add(node.line, "name", node.text, _("a number or a flag; taken as the text that is written"))
        return name

    def note_unknown(self, mapping: Mapping, known: Collection[str], *, within="") -> None:
        for key, node in mapping.entries.items():
            if key not in known:
                self.tally.add(node.line, f"{within}{key}", "", _("is no key of landscape2 here"))
