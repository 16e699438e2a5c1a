"""Setting a chapter: its manuscript as pieces of a page, exhibits live between them, with contents and footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.http import Http404, QueryDict
from django.utils.safestring import SafeString, mark_safe
from markdown_it.token import Token

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.keeping import kept_as
from portal.exhibits.lookup import exhibit_at
from portal.exhibits.responses import shown
from portal.glossary.linking import with_terms
from portal.parameters import WrongParameters
from portal.report.manuscript import Passage, Place, line_of, read_manuscript
from portal.report.passages import Heading, HtmlWriter
from portal.report.place_tables import place_table
from portal.versions import current_version

BETWEEN = "<!--exhibit-->"  # stands for an exhibit while the terms of the whole text are marked


@dataclass(frozen=True)
class ShownPlace:
    """An exhibit in its place; `exhibit` is what `shown` gives, None where it is gone.

    `heading` is the element of its headline: before the first heading of the text there is no level above "h2".
    """

    place: Place
    exhibit: dict | None
    rows_left: int = 0
    heading: str = "h3"


@dataclass(frozen=True)
class SetChapter:
    """`pieces` are HTML or ShownPlace; `since` are those from the last heading on: what came after the report."""

    pieces: tuple[SafeString | ShownPlace, ...]
    since: tuple[SafeString | ShownPlace, ...]
    headings: tuple[Heading, ...]
    footnotes: SafeString

    @property
    def exhibits(self) -> list[dict]:
        """What was shown, for those who ask whether a chart is missing."""
        return [
            piece.exhibit
            for piece in (*self.pieces, *self.since)
            if isinstance(piece, ShownPlace) and piece.exhibit is not None
        ]


def set_chapter(markdown: str, language: str) -> SetChapter:
    manuscript = read_manuscript(markdown)
    writer = HtmlWriter(manuscript, language)
    blocks = list(parted(manuscript.blocks))
    written = [block if isinstance(block, Place) else writer.html(block.tokens) for block in blocks]
    texts = iter(explained([each for each in written if isinstance(each, str)], language))
    before = next((number for number, block in enumerate(blocks) if has_heading(block)), len(blocks))
    pieces = [
        mark_safe(next(texts))
        if isinstance(each, str)
        else show_place(each, language, heading="h2" if number < before else "h3")
        for number, each in enumerate(written)
    ]
    opening = last_heading(manuscript.blocks)
    begins = next(
        (place for place, block in enumerate(blocks) if isinstance(block, Passage) and block.tokens[0] is opening),
        len(blocks),
    )
    return SetChapter(
        pieces=tuple(pieces[:begins]),
        since=tuple(pieces[begins:]),
        headings=tuple(writer.headings),
        footnotes=mark_safe(writer.html(manuscript.footnotes)),
    )


def has_heading(block: Passage | Place) -> bool:
    return isinstance(block, Passage) and any(token.type == "heading_open" for token in block.tokens)


def parted(blocks: Sequence[Passage | Place]) -> Iterator[Passage | Place]:
    """With the last heading of the second level at the beginning of a passage of its own."""
    opening = last_heading(blocks)
    for block in blocks:
        cut = block.tokens.index(opening) if isinstance(block, Passage) and opening in block.tokens else 0
        if cut and isinstance(block, Passage):
            yield Passage(block.tokens[:cut], block.line)
            yield Passage(block.tokens[cut:], line_of(block.tokens[cut]))
        else:
            yield block


def last_heading(blocks: Sequence[Passage | Place]) -> Token | None:
    """The token that opens the last heading of the second level."""
    opening = [
        token
        for block in blocks
        if isinstance(block, Passage)
        for token in block.tokens
        if token.type == "heading_open" and token.tag == "h2"
    ]
    return opening[-1] if opening else None


def explained(passages: list[str], language: str) -> list[str]:
    """Each term is explained where the chapter first names it."""
    return with_terms(BETWEEN.join(passages), language).split(BETWEEN) if passages else []


def show_place(place: Place, language: str, *, heading: str) -> ShownPlace:
    exhibit = exhibit_of(place, language)
    if exhibit is None:
        return ShownPlace(place, None, heading=heading)
    found = shown(exhibit)
    if found["charts"] or exhibit.is_empty:
        return ShownPlace(place, found, heading=heading)
    table, rows_left = place_table(exhibit)
    return ShownPlace(place, {**found, "table": table}, rows_left, heading)


def exhibit_of(place: Place, language: str) -> Exhibit | None:
    """None where it is gone."""
    try:
        return kept_exhibit(place, language)
    except (Http404, WrongParameters, ValueError):  # the last for an address that none could have
        return None


def kept_exhibit(place: Place, language: str) -> Exhibit:
    """Made once for each data version: a chapter has up to seven, and each takes as long as its own page.

    Without its attachments, which only an archive needs.
    """

    def make() -> Exhibit:
        found = exhibit_at(place.address, QueryDict(place.query), language=language).exhibit
        return replace(found, attached=None)

    return kept_as("exhibit", f"{current_version().number} {language} {place.address}?{place.query}", make)
