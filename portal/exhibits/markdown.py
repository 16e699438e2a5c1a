"""An exhibit as Markdown: title, the table as on the page, notes and sources."""

import re

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.table_texts import Texts, texts_of
from portal.exhibits.tables import MISSING

MARKUP = re.compile(r"[\\*_`<~]|&(?=#?\w+;)|\](?=[(\[:])")


def markdown_file(exhibit: Exhibit, *, labels: str = "default") -> bytes:
    """Groups stand as bold rows; what nobody knows stands in italics. `labels` as in tables.table_of."""
    lines = [f"# {escape(exhibit.headline)}", ""]
    for text in (exhibit.title if exhibit.finding else "", exhibit.subtitle, exhibit.description):
        lines += [escape(text), ""] if text else []
    lines += [*_table(texts_of(exhibit, labels=labels, is_cited=True)), ""]
    lines += [*[f"- {escape(note.text)}" for note in exhibit.notes], ""]
    for number, citation in enumerate(exhibit.citations, start=1):
        link = f" <{citation.url}>" if citation.url else ""
        lines.append(f"[{number}] {escape(citation.words)}{link}  ")
    lines += ["", f"{exhibit.licence.code} {exhibit.licence.url}", exhibit.url(), ""]
    return "\n".join(lines).encode()


def _table(texts: Texts) -> list[str]:
    columns = len(texts.heads)
    lines = [
        markdown_line(list(texts.heads)),
        markdown_line(["---:" if column in texts.numbers else "---" for column in range(columns)], raw=True),
    ]
    group = ""
    for line, (row, of) in enumerate(zip(texts.rows, texts.groups, strict=True)):
        if of and of != group:
            lines.append(markdown_line([f"**{_cell(of)}**", *[""] * (columns - 1)], raw=True))
        group = of
        cells = [_cell(text, is_unknown=(line, column) in texts.unknown) for column, text in enumerate(row)]
        lines.append(markdown_line(cells, raw=True))
    return lines


def _cell(text: str, *, is_unknown: bool = False) -> str:
    words = escape(text).replace("|", "\\|")
    return f"*{words}*" if is_unknown and text != MISSING else words


def markdown_line(texts: list[str], *, raw: bool = False) -> str:
    return "| " + " | ".join(texts if raw else [escape(text).replace("|", "\\|") for text in texts]) + " |"


def escape(text: str) -> str:
    """Text that Markdown would read as markup, a link or an entity, made plain; "[1]" stays a number of a source."""
    return MARKUP.sub(r"\\\g<0>", text).replace("\n", " ")
