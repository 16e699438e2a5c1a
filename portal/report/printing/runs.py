"""The words of a paragraph as runs: stretches of text that look alike and lead to the same place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from markdown_it.tree import SyntaxTreeNode

BACK = "↑"  # from a footnote to where it stands in the text


@dataclass(frozen=True)
class Run:
    """`goal` is an address, or "#" and a name within the document; a raised run is the number of a footnote."""

    text: str
    is_bold: bool = False
    is_slanted: bool = False
    is_raised: bool = False
    goal: str = ""
    anchor: str = ""  # a name by which this place is found


class Links(Protocol):
    """Where the links of a chapter lead in print."""

    def goal_of(self, href: str) -> str:
        """An address, "#" and a name within the document, or "" where there is nothing to follow."""

    def words_of(self, href: str, words: str) -> str:
        """What stands for the link: its own words, or those of what it names."""

    def note(self, number: int) -> str:
        """The name of a footnote within the document."""


@dataclass(frozen=True)
class Reader:
    """Takes the inline parts of a paragraph apart."""

    links: Links
    language: str

    def runs(self, nodes: Iterable[SyntaxTreeNode], look: Run | None = None) -> Iterator[Run]:
        look = look or Run("")
        for node in nodes:
            yield from self._runs_of(node, look)

    def _runs_of(self, node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
        match node.type:
            case "text" | "code_inline" | "image":
                yield replace(look, text=node.content)
            case "softbreak":
                yield replace(look, text="" if self.language == "zh-hans" else " ")
            case "hardbreak":
                yield replace(look, text="\n")
            case "strong":
                yield from self.runs(node.children, replace(look, is_bold=True))
            case "em":
                yield from self.runs(node.children, self._emphasised(look))
            case "link":
                yield from self._linked(node, look)
            case "footnote_ref":
                number = node.meta["id"] + 1
                name = self.links.note(number)
                is_first = not node.meta.get("subId")
                anchor = f"{name}-back" if is_first else ""
                yield Run(str(number), is_raised=True, goal=f"#{name}", anchor=anchor)
            case _:
                yield from self.runs(node.children, look)

    def _emphasised(self, look: Run) -> Run:
        """Chinese letters do not lean: they are set bold."""
        return replace(look, is_bold=True) if self.language == "zh-hans" else replace(look, is_slanted=True)

    def _linked(self, node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
        href = str(node.attrs["href"])
        inner = replace(look, goal=self.links.goal_of(href))
        runs = list(self.runs(node.children, inner))
        words = "".join(run.text for run in runs)
        told = self.links.words_of(href, words)
        yield from runs if told == words else [replace(inner, text=told)]
