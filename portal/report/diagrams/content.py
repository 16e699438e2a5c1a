"""What one exhibit of the report holds: its words, which are the team's own, and where they come from."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise  # translated when read


@dataclass(frozen=True)
class Part:
    """One part of a diagram, as the template places its kind."""

    code: str
    kind: str
    label: Text
    text: Text = ""
    within: str = ""
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class DiagramContent:
    """A diagram; `original` is whom the report names as the source of its picture."""

    code: str
    page: int
    template: str
    original: Text
    title: Text
    finding: Text
    description: Text
    parts: tuple[Part, ...]
    note: Text = ""


@dataclass(frozen=True)
class TableContent:
    """A table of words: rows are (code, label, one text for each heading)."""

    code: str
    page: int
    original: Text
    title: Text
    finding: Text
    headings: tuple[tuple[str, Text], ...]
    rows: tuple[tuple[str, Text, tuple[Text, ...]], ...]
    first: Text


Content = DiagramContent | TableContent
