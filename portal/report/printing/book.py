"""The printed report as PDF: cover and contents where it is the whole, chapters, and every source once."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from portal.charts.lettering import fitted, width
from portal.charts.markup import clean
from portal.decks.contents import Cover, cited_by
from portal.exhibits.citations import CC_BY_4
from portal.exhibits.print_canvas import About
from portal.report.printing.canvas import TALL, BookCanvas, Spot
from portal.report.printing.covers import contents, cover, cover_of
from portal.report.printing.paging import Sheet, set_sheets
from portal.report.printing.parts import Report
from portal.report.printing.reading import ChapterReader
from portal.report.printing.runs import Run
from portal.report.printing.strips import LEFT, WIDTH, Block, Stroke, Words, plain

TOP, BOTTOM = 76.0, TALL - 74.0  # points: where text begins and ends
FINE = 7.5  # points: heads and feet


def book_of(report: Report) -> bytes:
    """A .pdf file; the same report gives the same bytes."""
    said = cover_of(report)
    opening = [*cover(said, report)] if report.is_whole else []
    chapters = [set_chapter(ChapterReader(report, part).blocks(), part.heading) for part in report.parts]
    chapters.append(set_chapter(sources(report), _("Sources")))
    listed = set_chapter(contents(report), _("Contents")) if report.is_whole else []
    sheets = [*opening, *listed, *chain.from_iterable(chapters)]
    canvas = BookCanvas(about(report, said), report.language, spots_of(sheets))
    for number, sheet in enumerate(sheets, start=1):
        canvas.add_page()
        if sheet.head:
            frame(canvas, sheet, number, len(sheets), said)
        for top, strip in sheet.placed:
            if strip.bookmark:
                canvas.add_bookmark(strip.bookmark[0], level=strip.bookmark[1], y=top)
            strip.draw(canvas, top)
    return canvas.bytes()


def set_chapter(blocks: Iterator[Block], head: str) -> list[Sheet]:
    return set_sheets(blocks, head, top=TOP, bottom=BOTTOM)


def spots_of(sheets: list[Sheet]) -> dict[str, Spot]:
    """Where each name stands."""
    return {
        name: Spot(number, top)
        for number, sheet in enumerate(sheets, start=1)
        for top, strip in sheet.placed
        for name in strip.anchors
    }


def frame(canvas: BookCanvas, sheet: Sheet, number: int, count: int, said: Cover) -> None:
    """What stands round the text of a page."""
    language, right = canvas.language, LEFT + WIDTH
    head = fitted(clean(sheet.head), WIDTH, FINE, language=language)
    canvas.text(head, LEFT, TOP - 32, FINE, tone="ink-2")
    page = _("Page %(number)s of %(count)s") % {"number": number, "count": count}
    room = WIDTH - width(page, FINE, language=language) - 20
    credit = clean(" · ".join(filter(None, [said.credit, CC_BY_4.code, said.link])))
    canvas.rect(LEFT, TALL - 50, WIDTH, 0.5, "rule")
    canvas.text(fitted(credit, room, FINE, language=language), LEFT, TALL - 36, FINE, tone="ink-2")
    canvas.text(page, right, TALL - 36, FINE, tone="ink-2", right=True)


def sources(report: Report) -> Iterator[Block]:
    """What the exhibits rest on, each source once with the numbers of its exhibits."""
    cited = cited_by(report.members)
    if not cited:
        return
    language = report.language
    yield Stroke()
    yield plain(
        _("Sources"), language, size=24, is_bold=True, is_kept=True, above=0, leading=1.25, bookmark=(_("Sources"), 0)
    )
    for each in cited:
        yield plain(each.words, language, size=8.5, above=6, is_kept=bool(each.citation.url))
        if url := each.citation.url:
            yield Words((Run(url, goal=url),), language, size=FINE, above=1)


def about(report: Report, said: Cover) -> About:
    return About(
        title=said.title,
        author=said.credit,
        subject=said.lines[0],
        keywords=f"{CC_BY_4.code} {CC_BY_4.url}",
        address=said.link or report.path,
        updated=report.updated,
    )
