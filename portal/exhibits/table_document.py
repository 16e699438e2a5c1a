"""The table of an exhibit as PDF: A4 pages with the heads repeated, then notes, sources with links and licence."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from portal.charts.lettering import fitted
from portal.charts.lettering import width as width_of
from portal.charts.markup import clean
from portal.charts.wrapping import wrap
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.keeping import kept
from portal.exhibits.paragraphs import MARGIN, Lines, Paragraph, pages_of_text
from portal.exhibits.print_canvas import TALL, WIDE, PrintCanvas, about
from portal.exhibits.table_drawing import TableDrawing, Type
from portal.exhibits.table_pages import Room, pages_of_table
from portal.exhibits.table_texts import texts_of

HEAD, FOOT = 62, 44  # points above and below the table on pages behind the first
LEAST_TABLE = 150  # points of the first page
SIZE = 7.5  # points: letters of the table
TYPE = Type(unit=1, size=SIZE, line=10, gap=3, rule=0.5)
MOST_ROWS = 2000  # what is beyond is counted, not dropped in silence


def table_document(exhibit: Exhibit, *, theme: str = "light", labels: str = "default") -> bytes:
    """A .pdf file, kept like a picture; the same exhibit gives the same bytes."""
    return kept(exhibit, f"table.pdf {theme} {labels}", lambda: _made(exhibit, theme, labels))


def _made(exhibit: Exhibit, theme: str, labels: str) -> bytes:
    texts = texts_of(exhibit, labels=labels, is_cited=True)
    opening = _opening(exhibit, left_out=len(texts.rows) - MOST_ROWS)
    first = TALL - FOOT - opening.end
    room = room_of(exhibit.language, width=WIDE - 2 * MARGIN, height=TALL - HEAD - FOOT, first=first, columns=9)
    pages = pages_of_table(texts.first(MOST_ROWS), room)
    closing = pages_of_text(_closing(exhibit), exhibit.language, top=HEAD, bottom=TALL - FOOT)
    frame = Frame(exhibit, PrintCanvas(about(exhibit), exhibit.language, theme), opening, len(pages) + len(closing))
    for place, page in enumerate(pages):
        frame.add_page(section="" if place else exhibit.headline, part=page.part_words)
        drawing = TableDrawing(page, exhibit.language, TYPE)
        drawing.draw(frame.canvas, left=MARGIN, top=HEAD if place else opening.end)
    for place, lines in enumerate(closing):
        frame.add_page(section="" if place else _("Sources"))
        lines.draw(frame.canvas)
    return frame.canvas.bytes()


@dataclass
class Frame:
    """What stands round the contents of each page."""

    exhibit: Exhibit
    canvas: PrintCanvas
    opening: Lines
    count: int
    number: int = 0

    def add_page(self, *, section: str, part: str = "") -> None:
        canvas, self.number = self.canvas, self.number + 1
        canvas.add_page(section)
        canvas.rect(MARGIN, 24, 34, 4, "brand")  # the stroke above a title, as over every chart
        canvas.text(part, WIDE - MARGIN, 30, SIZE, tone="ink-2", right=True)
        if self.number == 1:
            self.opening.draw(canvas)
        else:
            room = WIDE - 2 * MARGIN
            title = fitted(clean(self.exhibit.headline), room, 9, bold=True, language=self.exhibit.language)
            canvas.text(title, MARGIN, 48, 9, bold=True)
        self._foot(TALL - 22)

    def _foot(self, y: float) -> None:
        exhibit, canvas = self.exhibit, self.canvas
        page = _("Page %(number)s of %(count)s") % {"number": self.number, "count": self.count}
        room = WIDE - 2 * MARGIN - width_of(page, SIZE, language=exhibit.language) - 20
        credit = f"{_('Serverless Market Watch')} · {exhibit.licence.code} · {exhibit.url()}"
        canvas.rect(MARGIN, y - 14, WIDE - 2 * MARGIN, 0.5, "rule")
        canvas.text(fitted(clean(credit), room, SIZE, language=exhibit.language), MARGIN, y, SIZE, tone="ink-2")
        canvas.text(page, WIDE - MARGIN, y, SIZE, tone="ink-2", right=True)


def _opening(exhibit: Exhibit, *, left_out: int) -> Lines:
    """Title, what is measured and the description, above the table of the first page."""
    version = _("Data version %(version)s of %(date)s") % {
        "version": exhibit.version,
        "date": f"{exhibit.updated:%Y-%m-%d}",
    }
    rows = _("Left to the workbook: %(parts)s.") % {"parts": _("rows: %(count)s") % {"count": left_out}}
    paragraphs = [
        Paragraph(exhibit.headline, 16, is_bold=True),
        Paragraph(exhibit.title if exhibit.finding else "", 9.5, tone="ink-2"),
        Paragraph(exhibit.subtitle, 9.5, tone="ink-2"),
        Paragraph(exhibit.description, 8.5, tone="ink-2"),
        Paragraph(rows if left_out > 0 else "", 8.5, tone="ink-2"),
        Paragraph(version, SIZE, tone="ink-3"),
    ]
    return pages_of_text(paragraphs, exhibit.language, top=36, bottom=TALL - FOOT - LEAST_TABLE)[0]


def _closing(exhibit: Exhibit) -> list[Paragraph]:
    """Notes, every source under its number, and the licence."""
    notes = [Paragraph(note.text, 8.5) for note in exhibit.notes]
    sources = [
        paragraph
        for number, citation in enumerate(exhibit.citations, start=1)
        for paragraph in (
            Paragraph(f"[{number}] {citation.words}", 8.5),
            Paragraph(citation.url, SIZE, tone="brand", url=citation.url),
        )
    ]
    return [
        *([Paragraph(_("What to know"), 12, is_bold=True), *notes] if notes else []),
        Paragraph(_("Sources"), 12, is_bold=True),
        *sources,
        Paragraph(_("Licence"), 12, is_bold=True),
        Paragraph(exhibit.licence.code, 8.5),
        Paragraph(exhibit.licence.url, SIZE, tone="brand", url=exhibit.licence.url),
    ]


def room_of(language: str, *, width: float, height: float, first: float, columns: int) -> Room:
    """What pages of this size hold; on the first of them the table has less room."""

    @cache
    def measure(text: str) -> float:
        return width_of(text, SIZE, bold=True, language=language)

    @cache
    def count_lines(text: str, wide: float) -> int:
        inner = wide - 2 * TYPE.gap
        return 1 if measure(text) <= inner else len(wrap(text, inner, SIZE, bold=True, language=language))

    return Room(
        width=width,
        height=height,
        columns=columns,
        line=TYPE.line,
        above=2 * TYPE.gap + TYPE.rule,
        beside=2 * TYPE.gap + 2,
        longest=600,
        word=90,
        text=220,
        measure=measure,
        count_lines=count_lines,
        first=first,
        is_even=False,
    )
