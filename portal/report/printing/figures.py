"""Exhibits in the printed report: the chart as drawn, or the table, with its title, base and source."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from portal.charts import pictures
from portal.decks.gathering import Member
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.keeping import kept
from portal.exhibits.pictures import caption_of
from portal.exhibits.table_texts import texts_of
from portal.report.printing.runs import Run
from portal.report.printing.strips import LEFT, WIDTH, Block, Strip, Stroke, Words, plain
from portal.report.printing.tables import Table

DRAWN = 640  # pixels: the width in which a chart is drawn for the width of the text
TALLEST = 800  # pixels
SMALLER = 0.7  # so much smaller a chart may be to fit on the page at hand
MOST_ROWS = 60  # of a table; what is beyond is counted
HEAD, SMALL, FINE = 11.5, 8.5, 7.5  # points
BEHIND = 7.0  # points: the size of an empty line
ROOM_BELOW = 52  # points for the words below a chart


@dataclass(frozen=True)
class Chart:
    """A page of PDF with its size in pixels."""

    body: bytes
    wide: float
    tall: float

    def strips(self, first: float, full: float) -> list[Strip]:
        scale = WIDTH / self.wide
        room = (first if first >= self.tall * scale * SMALLER + ROOM_BELOW else full) - ROOM_BELOW
        scale = min(scale, room / self.tall)
        return [
            Strip(
                self.tall * scale,
                lambda canvas, top: canvas.put_in(self.body, LEFT, top, scale),
                above=8,
                is_kept=True,
            )
        ]


def figure(member: Member, words: str) -> Iterator[Block]:
    """Number and headline, what is measured and of whom, the chart or table, notes and source.

    `words` are what the chapter says of it, or nothing.
    """
    exhibit = member.exhibit
    language, caption = exhibit.language, caption_of(exhibit, has_table=exhibit.shape is None)
    label = " · ".join(filter(None, [_("Exhibit %(number)s") % {"number": member.number}, words]))
    yield Stroke()
    yield plain(label, language, size=SMALL, tone="ink-2", above=0, is_kept=True, anchors=(f"exhibit-{member.number}",))
    yield plain(caption.title, language, size=HEAD, is_bold=True, above=0, leading=1.35, is_kept=True)
    if caption.subtitle:
        yield plain(caption.subtitle, language, size=SMALL, tone="ink-2", above=2, leading=1.4, is_kept=True)
    left_out = ""
    if exhibit.shape is None or exhibit.is_empty:
        texts = texts_of(exhibit, is_cited=True)
        left_out = rows_left_out(len(texts.rows) - MOST_ROWS)
        yield Table(texts.first(MOST_ROWS), language, is_kept=True)
    else:
        yield chart_of(exhibit)
    below = [text for text in (left_out, caption.note, caption.source) if text]
    for place, text in enumerate(below):
        above = 2 if place else 8
        yield plain(text, language, size=FINE, tone="ink-2", above=above, leading=1.4, is_kept=True)
    live = _("In the portal, with its data: %(address)s") % {"address": shown_address(exhibit)}
    yield Words((Run(live, goal=goal_of(exhibit)),), language, size=FINE, tone="ink-2", above=2, leading=1.4)
    yield plain(" ", language, size=BEHIND, above=0)


def chart_of(exhibit: Exhibit) -> Chart:
    """Drawn once for each view and data version."""
    shape = exhibit.shape
    if shape is None:
        raise ValueError(f"exhibit {exhibit.address} has no chart")

    def make() -> tuple[bytes, float, float]:
        return pictures.body_pdf(exhibit.drawn, shape, language=exhibit.language, width=DRAWN, tallest=TALLEST)

    return Chart(*kept(exhibit, f"report chart {DRAWN} {TALLEST}", make))


def rows_left_out(count: int) -> str:
    return (
        _("Left to the workbook: %(parts)s.") % {"parts": _("rows: %(count)s") % {"count": count}} if count > 0 else ""
    )


def shown_address(exhibit: Exhibit) -> str:
    """Without its view, which the link has: a line has no room for it."""
    return f"{settings.PUBLIC_URL.partition('://')[2]}/{exhibit.language}/{exhibit.address}"


def goal_of(exhibit: Exhibit) -> str:
    """The address of its page, where readers elsewhere can follow it."""
    return exhibit.url() if settings.PUBLIC_URL else ""
