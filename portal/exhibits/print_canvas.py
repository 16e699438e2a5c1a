"""Pages to print: a canvas that writes PDF with text that can be selected, links and bookmarks."""

import logging
from dataclasses import dataclass
from datetime import datetime

from portal.charts.lettering import FONT_FOLDER, family, width
from portal.charts.markup import clean
from portal.charts.metadata import PRODUCER
from portal.charts.palette import THEMES
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.pictures import caption_of
from portal.exhibits.table_drawing import language_of

logging.getLogger("fontTools.subset").setLevel(logging.WARNING)  # it tells each letter that it embeds

WIDE, TALL = 842, 595  # points: A4, landscape
SLANT = 12  # degrees


@dataclass(frozen=True)
class About:
    """What a document says of itself; `address` is that of its page, `updated` when its data changed."""

    title: str
    author: str
    subject: str
    keywords: str
    address: str
    updated: datetime


class PrintCanvas:
    """One document of pages of one size in points; fonts are embedded as far as they are used."""

    def __init__(self, about: About, language: str, theme: str = "light", *, size: tuple[float, float] = (WIDE, TALL)):
        from fpdf import FPDF  # heavy, needed for files only

        self.language, self.colours, self.size = language, THEMES[theme], size
        self.fonts: set[str] = set()
        self.document = FPDF("landscape" if size[0] > size[1] else "portrait", "pt", (min(size), max(size)))
        self.document.set_auto_page_break(False)
        self.document.set_margin(0)
        self._describe(about)

    def add_page(self, section: str = "") -> None:
        """A new page on which all that follows is drawn; a section has a bookmark."""
        self.document.add_page()
        self.rect(0, 0, *self.size, "paper")
        if section:
            self.add_bookmark(section)

    def add_bookmark(self, name: str, *, level: int = 0, y: float = 0) -> None:
        """A line of the outline that leads to this height of the page."""
        self.document.set_xy(0, y)
        self.document.start_section(clean(name), level)

    def rect(self, x: float, y: float, wide: float, tall: float, tone: str) -> None:
        self.document.set_fill_color(self.colours[tone])
        self.document.rect(x, y, wide, tall, style="F")

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        tone: str = "ink",
        bold: bool = False,
        right: bool = False,
    ) -> None:
        text = clean(text)
        if not text:
            return
        language = language_of(text, self.language)
        self.document.set_font(self._font(family(language), bold=bold), size=size)
        self.document.set_text_color(self.colours[tone])
        self.document.text(x - width(text, size, bold=bold, language=language) if right else x, y, text)

    def slanted(self, text: str, x: float, y: float, size: float, *, tone: str = "ink") -> None:
        """One line that leans, for which the fonts have no cut of their own."""
        with self.document.skew(ax=SLANT, x=x, y=y):
            self.text(text, x, y, size, tone=tone)

    def link(self, box: tuple[float, float, float, float], goal: str | int) -> None:
        """`box` is left, top, right, bottom; the goal an address or what `document.add_link` gave."""
        left, top, right, bottom = box
        self.document.link(left, top, right - left, bottom - top, goal)

    def bytes(self) -> bytes:
        return bytes(self.document.output())

    def _font(self, name: str, *, bold: bool) -> str:
        face = f"{name.replace(' ', '')}-{'Bold' if bold else 'Regular'}"
        if face not in self.fonts:
            self.document.add_font(face, fname=FONT_FOLDER / f"{face}.ttf")
            self.fonts.add(face)
        return face

    def _describe(self, about: About) -> None:
        document = self.document
        document.set_title(about.title)
        document.set_author(about.author)
        document.set_subject(about.subject)
        document.set_keywords(about.keywords)
        document.set_producer(PRODUCER)
        document.set_creator(about.address)
        document.set_lang(self.language)
        document.set_creation_date(about.updated)  # the same data give the same bytes


def about(exhibit: Exhibit) -> About:
    """What the document of an exhibit says of itself."""
    caption = caption_of(exhibit).cleaned()
    return About(
        title=caption.title,
        author=caption.credit,
        subject=caption.source,
        keywords=f"{exhibit.licence.code} {exhibit.licence.url}",
        address=exhibit.url(),
        updated=exhibit.updated,
    )
