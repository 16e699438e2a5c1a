"""Pages of text in a deck's PDF as SVG, in the fonts and colours of charts: cover, contents, sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.charts.framing import NAMESPACES
from portal.charts.lettering import fitted, width
from portal.charts.palette import in_theme, stand_in
from portal.charts.sizes import SIZES
from portal.charts.wrapping import wrap
from portal.decks.binding import Box
from portal.decks.contents import Cited, Cover
from portal.decks.gathering import Member
from portal.exhibits.table_drawing import SvgCanvas

WIDE, TALL = SIZES["slide"].width, SIZES["slide"].height or 0  # pixels
MARGIN, TOP = 96, 290
TITLE, LARGE, TEXT, SMALL = 52, 76, 30, 24  # pixels
ENTRY, SOURCE = 54, 62  # pixels from one entry to the next
ENTRIES, SOURCES = 13, 12  # on one page


@dataclass(frozen=True)
class Link:
    """A box of a page (left, top, right, bottom in pixels) that leads to an exhibit's number or an address."""

    box: Box
    target: int | str


@dataclass(frozen=True)
class Sheet:
    svg: str
    links: tuple[Link, ...] = ()


def cover_sheet(cover: Cover, language: str) -> Sheet:
    lines = wrap(cover.title, WIDE - 2 * MARGIN, LARGE, bold=True, language=language, max_lines=4)
    y = 480 - (len(lines) - 1) * LARGE * 1.3
    parts = [_bar(y - LARGE * 1.6)]
    for line in lines:
        parts.append(_line(line, y, LARGE, language, bold=True))
        y += LARGE * 1.3
    for line in cover.lines:
        parts.append(_line(line, y, TEXT, language, tone="ink-2"))
        y += TEXT * 1.6
    parts.append(_line(cover.credit, TALL - 140, TEXT, language, tone="ink-2", bold=True))
    if not cover.link:
        return Sheet(_page(parts))
    parts.append(_line(_("This deck in the portal"), TALL - 92, SMALL, language, tone="brand"))
    return Sheet(_page(parts), (Link((MARGIN, TALL - 122, MARGIN + 500, TALL - 80), cover.link),))


def contents_sheet(page: Sequence[tuple[Member, int]], language: str) -> Sheet:
    """`page` are exhibits with the numbers of the pages on which they begin."""
    parts, links = [], []
    for place, (member, number) in enumerate(page):
        y = TOP + place * ENTRY
        text = fitted(f"{member.number}. {member.headline}", WIDE - 2 * MARGIN - 120, TEXT, language=language)
        parts += [
            _line(text, y, TEXT, language),
            _line(str(number), y, TEXT, language, x=WIDE - MARGIN, right=True, tone="ink-2"),
        ]
        links.append(Link((MARGIN, y - TEXT, WIDE - MARGIN, y + 14), member.number))
    return Sheet(_titled(_("Contents"), parts, language), tuple(links))


def sources_sheet(page: Sequence[Cited], title: str, language: str) -> Sheet:
    parts, links = [], []
    for place, each in enumerate(page):
        y = TOP + place * SOURCE
        parts.append(_line(fitted(each.words, WIDE - 2 * MARGIN, SMALL, language=language), y, SMALL, language))
        if url := each.citation.url:
            shown = fitted(url, WIDE - 2 * MARGIN, SMALL - 4, language=language)
            parts.append(_line(shown, y + SMALL + 4, SMALL - 4, language, tone="brand"))
            links.append(
                Link((MARGIN, y + 6, MARGIN + width(shown, SMALL - 4, language=language), y + SMALL + 10), url)
            )
    return Sheet(_titled(title, parts, language), tuple(links))


def _line(text: str, y: float, size: float, language: str, *, x: float = MARGIN, **looks) -> str:
    canvas = SvgCanvas(language)
    canvas.text(text, x, y, size, **looks)
    return canvas.parts[0]


def _bar(y: float) -> str:
    """The stroke above a title, as over every chart."""
    return f'<rect x="{MARGIN}" y="{y:g}" width="100" height="11" fill="{stand_in("brand")}"/>'


def _titled(title: str, parts: list[str], language: str) -> str:
    head = [_bar(88), _line(title, 180, TITLE, language, bold=True)]
    return _page([*head, *parts])


def _page(parts: list[str]) -> str:
    size = f'width="{WIDE}" height="{TALL}" viewBox="0 0 {WIDE} {TALL}"'
    ground = f'<rect width="{WIDE}" height="{TALL}" fill="{stand_in("paper")}"/>'
    return in_theme(f"<svg {NAMESPACES} {size}>{ground}{''.join(parts)}</svg>", "light")
