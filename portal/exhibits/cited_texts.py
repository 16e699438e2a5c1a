"""The forms of a citation as texts: fields written as BibTeX, RIS and CSL-JSON."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import orjson

# What BibTeX and LaTeX read as markup; Unicode is left to them as it is (biber, or BibTeX with inputenc).
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
BETWEEN_LINES = re.compile(r"\s+")  # RIS ends a field with its line
LANGUAGE_NAMES = {"en": "english", "zh-hans": "chinese"}
CSL_LANGUAGES = {"en": "en", "zh-hans": "zh-Hans"}


@dataclass(frozen=True)
class Citations:
    """The same citation in four forms; `retrieved` is the day of the reader that they name, where they name one."""

    text: str
    bibtex: str
    ris: str
    csl: str
    retrieved: date | None


def bibtex_text(key: str, fields: dict[str, str]) -> str:
    """@misc, which BibTeX and biblatex both know; fields without a value are left out."""
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n"


def latex(text: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in BETWEEN_LINES.sub(" ", text))


def verbatim(address: str) -> str:
    """An address for \\url, which takes all but braces as they are."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def ris_text(fields: Iterable[tuple[str, str]]) -> str:
    """Lines end with CR and LF, as the format asks; fields without a value are left out."""
    held = [(tag, value) for tag, value in fields if value]
    return "".join(f"{tag}  - {BETWEEN_LINES.sub(' ', value)}\r\n" for tag, value in [*held, ("ER", "")])


def csl_text(item: dict) -> str:
    """A list of one item, as Zotero, pandoc and citeproc read it; what is empty is left out."""
    return orjson.dumps([{name: value for name, value in item.items() if value}]).decode() + "\n"
