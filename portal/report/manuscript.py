"""Manuscript: the Markdown of a chapter taken apart into passages of text and the exhibits between them.

The Markdown is CommonMark with tables and footnotes; HTML is text. An image alone in a paragraph whose address begins
with `exhibit:` is an exhibit; links may begin with `page:`, `term:` and `source:`:

    ![Why it is shown here](exhibit:surveys/cncf-annual/2019/serverless_use?by=region)
    See the [comparison](page:compare), [cold start](term:cold-start), [the report](source:report-leadleo-2021).[^1]

    [^1]: [source](source:report-leadleo-2021), p. 13
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

EXHIBIT, PAGE, TERM, SOURCE = "exhibit:", "page:", "term:", "source:"


@dataclass(frozen=True)
class Passage:
    """Text between two exhibits, as tokens of markdown-it at the top level; `line` is where it begins, from 1."""

    tokens: tuple[Token, ...]
    line: int


@dataclass(frozen=True)
class Place:
    """Where an exhibit stands.

    address   path without language and suffix
    query     its view, without "?"
    words     what the chapter says of it, or nothing
    line      in the Markdown, from 1
    """

    address: str
    query: str
    words: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link within the portal: `scheme` is PAGE, TERM or SOURCE, `target` what follows it."""

    scheme: str
    target: str
    line: int


@dataclass(frozen=True)
class Manuscript:
    """`footnotes` are the tokens of the footnotes' block, empty where there are none; footnotes number from 1."""

    blocks: tuple[Passage | Place, ...]
    footnotes: tuple[Token, ...]
    links: tuple[Link, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Place))


def reader_of_markdown() -> MarkdownIt:
    """The reader of all chapters; its renderer makes HTML in which nothing of the text is markup."""
    return MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)


def read_manuscript(markdown: str) -> Manuscript:
    tokens = reader_of_markdown().parse(markdown)
    blocks: list[Passage | Place] = []
    passage: list[Token] = []
    footnotes: list[Token] = []

    def close() -> None:
        if passage:
            blocks.append(Passage(tuple(passage), line_of(passage[0])))
            passage.clear()

    for part in parts_at_top(tokens):
        if part[0].type == "footnote_block_open":
            footnotes = part
        elif place := place_of(part):
            close()
            blocks.append(place)
        else:
            passage.extend(part)
    close()
    return Manuscript(tuple(blocks), tuple(footnotes), tuple(links_of(tokens)))


def parts_at_top(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each block of the highest level."""
    part: list[Token] = []
    depth = 0
    for token in tokens:
        part.append(token)
        depth += token.nesting
        if depth == 0:
            yield part
            part = []


def place_of(part: list[Token]) -> Place | None:
    """The exhibit of a paragraph that holds nothing but its image."""
    if part[0].type != "paragraph_open" or len(part) != len(("open", "inline", "close")):
        return None
    children = part[1].children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    address = str(children[0].attrs["src"])
    if not address.startswith(EXHIBIT):
        return None
    path, _mark, query = address.removeprefix(EXHIBIT).partition("?")
    return Place(path, query, children[0].content, line_of(part[0]))


def links_of(tokens: list[Token]) -> Iterator[Link]:
    for block in tokens:
        for token in block.children or ():
            href = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
            scheme = next((scheme for scheme in (PAGE, TERM, SOURCE) if href.startswith(scheme)), "")
            if scheme:
                yield Link(scheme, href.removeprefix(scheme), line_of(block))


def line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
