"""A chapter as blocks to print: its opening, passages, exhibits in their places, and the footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from portal.report.manuscript import Passage, Place
from portal.report.printing.figures import figure
from portal.report.printing.links import ChapterLinks, chapter_name
from portal.report.printing.parts import Part, Report
from portal.report.printing.runs import BACK, Reader, Run
from portal.report.printing.strips import Block, Floating, Stroke, Words, plain
from portal.report.printing.tables import Table, texts_of_table, words_of

TITLE, LEAD, SMALL = 24.0, 12.5, 8.5  # points
HEADINGS = {"h2": (15.0, 22.0), "h3": (12.0, 14.0)}  # points of the letters, and of the room above
LOWEST = (10.5, 12.0)  # those of all others
INDENT = 18.0  # points: items of lists, quotations


@dataclass(frozen=True)
class ChapterReader:
    """Makes the blocks of one chapter."""

    report: Report
    part: Part

    def blocks(self) -> Iterator[Block]:
        yield from self._opening()
        members = iter(self.part.members)
        for block in self.part.manuscript.blocks:
            if isinstance(block, Passage):
                yield from self._passage(block.tokens)
            else:
                yield from self._exhibit(block, next(members))
        yield from self._footnotes()

    def _opening(self) -> Iterator[Block]:
        part, language = self.part, self.report.language
        name, line = (chapter_name(part.slug),), (part.heading, 0)
        looks: dict[str, Any] = {"is_kept": True, "above": 0}
        yield Stroke()
        if part.number:
            yield plain(part.number, language, size=LEAD, tone="brand", is_bold=True, **looks)
        yield plain(part.title, language, size=TITLE, is_bold=True, leading=1.25, anchors=name, bookmark=line, **looks)
        if part.summary:
            yield plain(part.summary, language, size=LEAD, tone="ink-2", above=8)
        yield plain(" ", language, size=8, above=0)

    def _exhibit(self, place: Place, member) -> Iterator[Block]:
        if member is None:
            notice = _("The exhibit at “%(address)s” is no longer in the portal.") % {"address": place.address}
            yield plain(notice, self.report.language, tone="ink-2", indent=INDENT)
            return
        blocks = figure(member, place.words)
        if member.exhibit.shape is None or member.exhibit.is_empty:
            yield from blocks
        else:
            yield Floating(tuple(blocks))

    def _passage(self, tokens: Sequence[Token]) -> Iterator[Block]:
        for node in SyntaxTreeNode(tokens).children:
            yield from self._node(node, 0)

    def _node(self, node: SyntaxTreeNode, indent: float, **looks) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield self._heading(node)
            case "table":
                yield Table(texts_of_table(node), self.report.language)
            case "bullet_list" | "ordered_list":
                yield from self._list(node, indent, **looks)
            case "blockquote":
                for child in node.children:
                    yield from self._node(child, indent + INDENT, tone="ink-2")
            case "paragraph":
                yield self._words(node, indent=indent, **looks)
            case "fence" | "code_block":
                for line in node.content.splitlines():
                    yield plain(line or " ", self.report.language, indent=indent + INDENT, above=0, **looks)

    def _heading(self, node: SyntaxTreeNode) -> Words:
        size, above = HEADINGS.get(node.tag, LOWEST)
        runs = tuple(self._reader.runs(node.children))
        line = ("".join(run.text for run in runs if not run.is_raised), 1) if node.tag == "h2" else None
        return Words(
            runs,
            self.report.language,
            size=size,
            is_bold=True,
            is_kept=True,
            above=above,
            leading=1.35,
            anchors=(heading_name(self.part, node.map[0]),) if node.map else (),
            bookmark=line,
        )

    def _list(self, node: SyntaxTreeNode, indent: float, **looks) -> Iterator[Block]:
        first = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, start=first):
            mark = "•" if node.type == "bullet_list" else f"{number}."
            for place, child in enumerate(item.children):
                own = {"mark": "" if place else mark, "above": 4.0}
                if child.type == "paragraph":
                    yield self._words(child, indent=indent + INDENT, **{**looks, **own})
                else:
                    yield from self._node(child, indent + INDENT, **looks)

    def _words(self, node: SyntaxTreeNode, **looks) -> Words:
        return Words(tuple(self._reader.runs(node.children)), self.report.language, **looks)

    def _footnotes(self) -> Iterator[Block]:
        """Under a heading of their own, each with the way back to its place."""
        if not self.part.manuscript.footnotes:
            return
        language, links = self.report.language, self._links
        yield plain(_("Footnotes"), language, size=LOWEST[0], is_bold=True, is_kept=True, above=HEADINGS["h2"][1])
        (block,) = SyntaxTreeNode(self.part.manuscript.footnotes).children
        for note in block.children:
            number = note.meta["id"] + 1
            name = links.note(number)
            paragraphs = [child for child in note.children if child.type == "paragraph"]
            for place, paragraph in enumerate(paragraphs):
                runs = [*self._reader.runs(paragraph.children)]
                if place == len(paragraphs) - 1:
                    runs += [Run(" "), Run(BACK, goal=f"#{name}-back")]
                yield Words(
                    tuple(runs),
                    language,
                    size=SMALL,
                    indent=INDENT,
                    mark="" if place else f"{number}.",
                    above=3,
                    anchors=() if place else (name,),
                )

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._links, self.report.language)

    @cached_property
    def _links(self) -> ChapterLinks:
        return ChapterLinks(self.report, self.part)


def heading_name(part: Part, line: int) -> str:
    """By which links within the document find a heading, from its line in the Markdown."""
    return f"{chapter_name(part.slug)}-{line}"


def headings_of(part: Part) -> Iterator[tuple[str, str]]:
    """(name, words) of the headings of the second level, as the contents list them."""
    for block in part.manuscript.blocks:
        if isinstance(block, Passage):
            for node in SyntaxTreeNode(block.tokens).children:
                if node.type == "heading" and node.tag == "h2" and node.map:
                    yield heading_name(part, node.map[0]), words_of(node)
