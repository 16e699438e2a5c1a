"""A deck as PDF: cover, contents with links, a page for each chart or part of a table, every source once."""

from collections.abc import Generator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.charts import drawing, pictures
from portal.charts.framing import framed
from portal.charts.layout import laid_out
from portal.charts.sizes import SIZES
from portal.charts.space import Body
from portal.decks.binding import Book, bound
from portal.decks.contents import Cover, cited_by, cover_of, sources_title
from portal.decks.deck import Deck
from portal.decks.gathering import Member
from portal.decks.sheets import (
    ENTRIES,
    SOURCES,
    TALL,
    Sheet,
    contents_sheet,
    cover_sheet,
    sources_sheet,
)
from portal.decks.sizes import paged, too_large
from portal.exhibits.keeping import kept
from portal.exhibits.pictures import caption_of
from portal.exhibits.slide_tables import part_words, table_pages
from portal.exhibits.table_drawing import SvgCanvas, TableDrawing, Type
from portal.exhibits.table_pages import Page

SIZE = SIZES["slide"]
TYPE = Type(unit=96, size=14, line=18, gap=5)  # a table is laid out in inches; its frame makes it as large as fits


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
    about |= {"/Title": cover.title, "/Author": cover.credit}
    return bound(book, tall=TALL, about=about, language=language)


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
        part = part_words(number, len(pages), page)
        own = replace(caption, subtitle=" ".join(filter(None, [caption.subtitle, part, left_out])))
        picture, _height = framed(table_body(page, exhibit.language), laid_out(own, SIZE), theme=member.options.theme)
        made.append(drawing.ask("pdf", picture))
    return made


def table_body(page: Page, language: str) -> Body:
    """A page of a table without its frame."""
    canvas, table = SvgCanvas(language), TableDrawing(page, language, TYPE)
    tall = table.draw(canvas)
    return Body("".join(canvas.parts), table.width, tall)


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
