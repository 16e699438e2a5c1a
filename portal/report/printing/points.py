"""The key points of a chapter: what its items say, and the sentences that its paragraphs lead with in bold."""

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from portal.report.manuscript import Manuscript, Passage
from portal.report.printing.runs import Run
from portal.report.printing.tables import words_of

MOST = 12  # of one chapter
Point = tuple[Run, ...]


def points_of(manuscript: Manuscript) -> list[Point]:
    """At most MOST; a chapter that has neither has none."""
    found: list[Point] = []
    for block in manuscript.blocks:
        if isinstance(block, Passage):
            for node in SyntaxTreeNode(block.tokens).children:
                found += _points_in(node)
    return found[:MOST]


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
