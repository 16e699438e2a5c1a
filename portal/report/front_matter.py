"""A file of a chapter → the keys of its front matter, each with its line, and the Markdown below them.

---
slug: limits
title: Limits
---
Text.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.loading.encoding import read_text
from portal.loading.files import InputFile
from portal.loading.problems import Report, with_nearest
from portal.loading.tree import Mapping, Scalar, read_tree
from portal.report.manuscript import Manuscript, read_manuscript

SHARED = ("slug", "title", "summary")
KEYS = {"en": ("slug", "number", "order", "title", "summary", "published"), "zh-hans": SHARED}
ENDINGS = {".en.md": "en", ".zh-hans.md": "zh-hans"}
HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class ChapterFile:
    """One language of a chapter; `values` are the keys as written, `first_line` that of the body."""

    name: str
    language: str
    values: dict[str, str]
    lines: dict[str, int]  # of the keys
    body: str
    first_line: int

    @property
    def slug(self) -> str:
        return self.values["slug"]

    @property
    def manuscript(self) -> Manuscript:
        return read_manuscript(self.body)

    def line(self, line: int) -> int:
        """In the file, of a line of the body."""
        return self.first_line + line - 1


def language_of(name: str) -> str:
    return next(language for ending, language in ENDINGS.items() if name.lower().endswith(ending))


def read_chapter(file: InputFile, report: Report) -> ChapterFile | None:
    """None when a problem was added."""
    before = report.total
    text = read_text(file, report)
    if text is None:
        return None
    text = text.replace("\r\n", "\n")
    head = HEAD.match(text)
    if head is None:
        expected = _("expected a line ---, then keys such as slug and title, and a line --- before the text")
        report.add(file.name, 1, "", text.partition("\n")[0], expected)
        return None
    # An empty line stands for the first ---, so that the lines are those of the file.
    tree = read_tree(InputFile(file.name, f"\n{head.group(1)}".encode()), report)
    if report.total > before:
        return None
    if not isinstance(tree, Mapping):
        report.add(file.name, 2, "", "", _("expected keys with values, such as title: Limits"))
        return None
    language = language_of(file.name)
    values = read_values(file.name, tree, KEYS[language], report)
    body, first_line = text[head.end() :], text.count("\n", 0, head.end()) + 1
    if not body.strip():
        report.add(file.name, first_line, "", "", _("expected text below the front matter"))
    if report.total > before:
        return None
    lines = {key: node.line for key, node in tree.entries.items()}
    return ChapterFile(file.name, language, values, lines, body.strip("\n") + "\n", first_line + leading(body))


def leading(body: str) -> int:
    """How many empty lines stand above the text."""
    return len(body) - len(body.lstrip("\n"))


def read_values(name: str, tree: Mapping, keys: tuple[str, ...], report: Report) -> dict[str, str]:
    """Each key as text; one that is unknown, missing or no single value is a problem."""
    for key, node in tree.entries.items():
        if key not in keys:
            report.add(name, node.line, key, "", with_nearest(_("there is no such key here"), key, keys))
    values = {}
    for key in keys:
        entry = tree.entries.get(key)
        if entry is None:
            report.add(name, tree.line, key, "", _("the key is missing"))
        elif not isinstance(entry, Scalar):
            report.add(name, entry.line, key, "", _("expected a single value"))
        else:
            values[key] = "" if entry.value is None else entry.text
    return values
