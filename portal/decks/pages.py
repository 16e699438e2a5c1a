"""A deck as PDF: cover, contents with links, a page for each chart or part of a table, every source once."""

import io
from collections.abc import Generator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.charts import drawing, pictures
from portal.charts.framing import framed
from portal.charts.layout import laid_out
from portal.charts.metadata import PRODUCER
from portal.charts.sizes import SIZES
from portal.decks.contents import Cover, cited_by, cover_of, sources_title
from portal.decks.deck import Deck
from portal.decks.gathering import Member
from portal.decks.sheets import (
    ENTRIES,
    SOURCES,
    TALL,
    Box,
    Sheet,
    contents_sheet,
    cover_sheet,
    sources_sheet,
    table_body,
)
from portal.decks.sizes import paged, too_large
from portal.exhibits.keeping import kept
from portal.exhibits.pictures import caption_of
from portal.exhibits.slide_tables import table_pages

SIZE = SIZES["slide"]


@dataclass
class Book:
    """Pages in their order, counted from 0; `starts` says what begins where; links lead to a page or an address."""

    pages: list[bytes] = field(default_factory=list)
    links: list[tuple[int, Box, int | str]] = field(default_factory=list)  # page, box, goal
    starts: list[tuple[str, int]] = field(default_factory=list)

    def add(self, pages: list[bytes], name: str) -> None:
        self.starts.append((name, len(self.pages)))
        self.pages += pages


def pages_of(deck: Deck, parts: dict[str, list[Member]]) -> Generator[int, None, bytes]:
    """Yields the number of exhibits done; returns the .pdf. `parts` are the exhibits by language."""
    book, done = Book(), 0
    for language, members in parts.items():
        with override(language):
            cover = cover_of(deck, members, language)
        charts: list[list[bytes]] = []
        for member in members:
            with override(language):
                charts.append(member_pages(member))
            too_large(deck, len(book.pages) + sum(map(len, charts)))
            done += 1
            yield done
        with override(language):
            _bind(book, cover, members, charts, language)
    language, members = next(iter(parts.items()))
    with override(language):
        cover, title = cover_of(deck, members, language), sources_title(parts)
        sources = [sources_sheet(part, title, language) for part in paged(cited_by(members), SOURCES)]
    _add_sheets(book, sources, title, {})
    first = members[0].exhibit
    about = {"/Keywords": f"{first.licence.code} {first.licence.url}", "/Subject": cover.lines[0]}
    return _merged(book, cover, about, language)


def member_pages(member: Member) -> list[bytes]:
    """The chart of an exhibit, or its table over as many pages as it needs, each as a PDF."""
    exhibit, theme = member.shown, member.options.theme
    name = f"deck page {theme} {member.item.title}"
    if exhibit.shape is None or exhibit.is_empty:
        return kept(exhibit, name, lambda: _table_pages(member))
    shape = exhibit.shape
    caption = caption_of(exhibit)
    return [kept(exhibit, name, lambda: pictures.pdf(exhibit.drawn, shape, caption, theme=theme, size=SIZE))]


def _table_pages(member: Member) -> list[bytes]:
    exhibit = member.shown
    caption = caption_of(exhibit).cleaned()
    pages, left_out = table_pages(exhibit)
    made = []
    for number, page in enumerate(pages, start=1):
        part = f"({number}/{len(pages)})" if len(pages) > 1 else ""
        own = replace(caption, subtitle=" ".join(filter(None, [caption.subtitle, part, left_out])))
        picture, _height = framed(table_body(page, exhibit.language), laid_out(own, SIZE), theme=member.options.theme)
        made.append(drawing.ask("pdf", picture))
    return made


def _bind(book: Book, cover: Cover, members: list[Member], charts: list[list[bytes]], language: str) -> None:
    """One language's pages behind those that are there."""
    count = len(paged(members, ENTRIES))
    firsts, page = [], len(book.pages) + 1 + count  # behind the cover and the contents
    for pages in charts:
        firsts.append(page)
        page += len(pages)
    places = {member.number: first for member, first in zip(members, firsts, strict=True)}
    numbered = [(member, first + 1) for member, first in zip(members, firsts, strict=True)]
    _add_sheets(book, [cover_sheet(cover, language)], cover.title, places)
    _add_sheets(book, [contents_sheet(part, language) for part in paged(numbered, ENTRIES)], _("Contents"), places)
    for member, pages in zip(members, charts, strict=True):
        book.add(pages, f"{member.number}. {member.headline}")


def _add_sheets(book: Book, sheets: list[Sheet], name: str, places: dict[int, int]) -> None:
    first = len(book.pages)
    book.add([drawing.ask("pdf", sheet.svg) for sheet in sheets], name)
    for number, sheet in enumerate(sheets, start=first):
        for link in sheet.links:
            goal = places[link.target] if isinstance(link.target, int) else link.target
            book.links.append((number, link.box, goal))


def _merged(book: Book, cover: Cover, about: dict[str, str], language: str) -> bytes:
    from pypdf import PdfReader, PdfWriter  # heavy, needed for files only
    from pypdf.annotations import Link
    from pypdf.generic import NameObject, RectangleObject, TextStringObject

    writer = PdfWriter()
    for body in book.pages:
        writer.append(PdfReader(io.BytesIO(body)), import_outline=False)
    for name, page in book.starts:
        writer.add_outline_item(title=name, page_number=page)
    for page, (left, top, right, bottom), target in book.links:
        box = RectangleObject((left, TALL - bottom, right, TALL - top))
        goal = {"url": target} if isinstance(target, str) else {"target_page_index": target}
        writer.add_annotation(page, Link(rect=box, border=[0, 0, 0], **goal))
    writer.add_metadata({"/Title": cover.title, "/Author": cover.credit, "/Producer": PRODUCER, **about})
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
