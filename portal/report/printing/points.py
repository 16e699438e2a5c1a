"""The key points of a chapter: its items, and the paragraphs that lead in bold; else how each section begins."""

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from portal.report.manuscript import Manuscript, Passage
from portal.report.printing.runs import Run
from portal.report.printing.tables import words_of

MOST = 12  # of one chapter
SENTENCE = re.compile(r".+?(?:[.?!](?=\s+[A-Z“]|\s*$)|[。？！]|$)", re.DOTALL)
COLONS = {"en": ": ", "zh-hans": "："}
Point = tuple[Run, ...]


def points_of(manuscript: Manuscript, language: str) -> list[Point]:
    """At most MOST; a chapter without items and sections has none."""
    passages = [block for block in manuscript.blocks if isinstance(block, Passage)]
    nodes = [node for passage in passages for node in SyntaxTreeNode(passage.tokens).children]
    found = [point for node in nodes for point in _points_in(node)]
    return (found or list(_beginnings(nodes, language)))[:MOST]


def _beginnings(nodes: list[SyntaxTreeNode], language: str) -> Iterator[Point]:
    """The heading of each section with the first sentence below it."""
    heading = ""
    for node in nodes:
        if node.type == "heading" and node.tag == "h2":
            heading = words_of(node)
        elif node.type == "paragraph" and heading:
            text = "".join(run.text for run in _point(node))
            found = SENTENCE.match(text)
            if found:
                yield (Run(f"{heading}{COLONS[language]}", is_bold=True), Run(found[0]))
            heading = ""


def _points_in(node: SyntaxTreeNode) -> Iterator[Point]:
    if node.type in ("bullet_list", "ordered_list"):
        for item in node.children:
            if item.children and item.children[0].type == "paragraph":
                yield _point(item.children[0])
    elif node.type == "paragraph" and _leads_in_bold(node):
        yield _point(node)


def _leads_in_bold(node: SyntaxTreeNode) -> bool:
    inner = node.children[0].children if node.children else []
    return next((child.type for child in inner if child.type != "text" or child.content), "") == "strong"


def _point(node: SyntaxTreeNode) -> Point:
    """Its words without the numbers of footnotes, the bold ones apart."""
    (inline,) = node.children
    runs = (
        Run(words_of(child), is_bold=child.type == "strong")
        for child in inline.children
        if child.type != "footnote_ref"
    )
    return tuple(run for run in runs if run.text)
