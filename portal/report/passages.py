"""The HTML of passages: headings with names, tables that scroll, links of the portal, marks of footnotes."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from markdown_it.token import Token

from portal.models import Source
from portal.report.manuscript import PAGE, SOURCE, TERM, Manuscript, reader_of_markdown

SOURCE_WORD = "source"  # a link of this word stands for the title of what it names
PAGE_NUMBER = re.compile(r"\b(pp?\.) (?=\d)")  # stays on one line
NUMBERS = "text-align:right"  # as Markdown says it of a column


@dataclass(frozen=True)
class Heading:
    """Of the second level; `name` is its id on the page, the same in both languages."""

    name: str
    text: str


class HtmlWriter:
    """Writes the tokens of one chapter; `headings` are those written so far."""

    def __init__(self, manuscript: Manuscript, language: str):
        codes = {link.target for link in manuscript.links if link.scheme == SOURCE}
        self.sources = {source.code: source for source in Source.objects.of_codes(codes)} if codes else {}
        self.language = language
        self.headings: list[Heading] = []
        self.markdown = reader_of_markdown()
        for name, rule in RULES.items():
            self.markdown.add_render_rule(name, rule)

    def html(self, tokens: Sequence[Token]) -> str:
        own = deepcopy(list(tokens))
        for position, token in enumerate(own):
            if token.type == "heading_open" and token.tag == "h2":
                self._name(token, own[position + 1])
            if token.children:
                token.children = list(self._linked(token.children))
        set_tables(own)
        return str(self.markdown.renderer.render(own, self.markdown.options, {}))

    def _name(self, opening: Token, words: Token) -> None:
        text = "".join(child.content for child in words.children or () if child.type in ("text", "code_inline"))
        heading = Heading(f"section-{len(self.headings) + 1}", text)
        opening.attrSet("id", heading.name)
        self.headings.append(heading)

    def _linked(self, children: list[Token]) -> Iterator[Token]:
        """With addresses of this site; the word "source" as the title of what it names."""
        title = ""
        for child in children:
            href = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            if href:
                child.attrSet("href", self._address(href))
                source = self.sources.get(href.removeprefix(SOURCE)) if href.startswith(SOURCE) else None
                title = source.title if source else ""
            elif title and child.type == "text" and child.content == SOURCE_WORD:
                child.content = title
            elif child.type == "text":
                child.content = PAGE_NUMBER.sub("\\1\u00a0", child.content)
            yield child

    def _address(self, href: str) -> str:
        root = f"/{self.language}/"
        if href.startswith(PAGE):
            return f"{root}{href.removeprefix(PAGE)}"
        if href.startswith(TERM):
            return f"{root}glossary/{href.removeprefix(TERM)}"
        if href.startswith(SOURCE):
            return f"{root}sources#{href.removeprefix(SOURCE)}"
        return href


def set_tables(tokens: list[Token]) -> None:
    """As the portal's other tables: the first cell of a row heads it, numbers stand at the end."""
    is_first = False
    for token in tokens:
        is_number = NUMBERS in str(token.attrs.pop("style", ""))
        if token.type == "tr_open":
            is_first = True
        elif token.type == "table_open":
            token.attrSet("class", "table")
        elif token.type == "th_open":
            token.attrs |= {"scope": "col", "class": cell_class("table__heading", is_number=is_number)}
        elif token.type == "td_open":
            if is_first:
                token.tag = "th"
                token.attrs |= {"scope": "row", "class": "table__head"}
            else:
                token.attrSet("class", cell_class("table__cell", is_number=is_number))
        elif token.type == "td_close" and is_first:
            token.tag = "th"
            is_first = False


def cell_class(part: str, *, is_number: bool) -> str:
    return f"{part} {part}--number" if is_number else part


def table_open(renderer, tokens, index, options, env) -> str:
    opening = '<div class="table-scroll" role="region" tabindex="0" aria-label="{}">'
    return format_html(opening, _("Table")) + renderer.renderToken(tokens, index, options, env)


def table_close(renderer, tokens, index, options, env) -> str:
    return renderer.renderToken(tokens, index, options, env) + "</div>"


def footnote_ref(renderer, tokens, index, options, env) -> str:
    """A link to the footnote at the end, on the line of its word; a second mark of one has a name of its own."""
    number, again = tokens[index].meta["id"] + 1, tokens[index].meta["subId"]
    name = f"note-{number}-from" + (f"-{again}" if again else "")
    link = (
        "&#8288;"  # a word joiner
        '<sup class="footnote-mark"><a class="footnote-mark__link" id="{}" href="#note-{}" aria-label="{}">{}</a></sup>'
    )
    return format_html(link, name, number, _("Footnote %(number)d") % {"number": number}, number)


def footnote_open(renderer, tokens, index, options, env) -> str:
    return format_html('<li class="footnotes__item" id="note-{}">', tokens[index].meta["id"] + 1)


def footnote_anchor(renderer, tokens, index, options, env) -> str:
    """One way back, to the first mark."""
    if tokens[index].meta["subId"]:
        return ""
    number = tokens[index].meta["id"] + 1
    back = ' <a class="footnotes__back" href="#note-{}-from" aria-label="{}">↩</a>'
    return format_html(back, number, _("Back to the text of footnote %(number)d") % {"number": number})


RULES = {
    "table_open": table_open,
    "table_close": table_close,
    "footnote_ref": footnote_ref,
    "footnote_block_open": lambda *_given: '<ol class="footnotes__list">',
    "footnote_block_close": lambda *_given: "</ol>",
    "footnote_open": footnote_open,
    "footnote_close": lambda *_given: "</li>",
    "footnote_anchor": footnote_anchor,
}
