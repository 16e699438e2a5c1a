"""The report as slides: cover, contents, for each chapter a slide of its own, its key points and its exhibits."""

import io
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from portal.charts.lettering import fitted
from portal.decks.contents import cited_by
from portal.decks.sizes import paged
from portal.decks.slides import ENTRIES, FROM, POINTS, add_cover, add_sources, describe, fill_contents, listing, opening
from portal.exhibits.archive import repacked
from portal.exhibits.slide_texts import LEFT, TITLE, WIDTH, add_run, box, set_apart
from portal.exhibits.slides import add_slides, blank_presentation
from portal.report.printing.covers import cover_of
from portal.report.printing.lines import Setter
from portal.report.printing.parts import Part, Report
from portal.report.printing.points import Point, points_of

SUMMARY, POINT = 20.0, 17.0  # points of letters
LEADING, AFTER = 1.3, 12.0  # of the size; points behind a key point
ROOM = 5.4  # inches: what key points have
MOST_LINES = 5  # of one key point
SLACK = 0.85  # of the width: programs set text in fonts of their own
INSET = 0.2  # inches: what a box keeps free left and right


def slides_of(report: Report) -> bytes:
    """A .pptx file; the same report gives the same bytes."""
    presentation, language, said = blank_presentation(), report.language, cover_of(report)
    add_cover(presentation, said, language, link_words=_("This report in the portal"))
    listed = report.parts if report.is_whole else ()
    contents = [listing(presentation, _("Contents"), language) for _page in paged(listed, ENTRIES)]
    entries = [(part.heading, add_chapter(presentation, part, language)) for part in report.parts]
    if report.is_whole:
        fill_contents(presentation, contents, entries, language)
    if report.members:
        add_sources(presentation, cited_by(report.members), language, _("Sources"))
    describe(
        presentation,
        said,
        subject="; ".join(part.heading for part in report.parts),
        language=language,
        version=report.version,
        changed=report.updated,
    )
    out = io.BytesIO()
    presentation.save(out)
    return repacked(out.getvalue(), report.updated)


def add_chapter(presentation, part: Part, language: str):
    """The chapter's slides; returns the first."""
    first = opening(presentation, part.heading, language)
    box(first, (LEFT - 0.1, 3.65, WIDTH + 0.2, 2.4), [(part.summary, SUMMARY, "ink-2", False)], language)
    head = fitted(part.heading, (WIDTH - INSET) * POINTS * SLACK, TITLE, bold=True, language=language)
    for points in pages_of_points(points_of(part.manuscript, language), language):
        add_points(listing(presentation, head, language), points, language)
    for member in part.found:
        add_slides(presentation, member.exhibit)
    return first


def add_points(slide, points: list[Point], language: str) -> None:
    """A paragraph for each."""
    frame = box(slide, (LEFT - 0.1, FROM, WIDTH + 0.2, ROOM), [("", POINT, "ink", False)] * len(points), language)
    for paragraph, point in zip(frame.paragraphs, points, strict=True):
        paragraph.clear()
        set_apart(paragraph, line=POINT * LEADING, after=AFTER)
        for run in point:
            add_run(paragraph, run.text, size=POINT, tone="ink", language=language, bold=run.is_bold)


def pages_of_points(points: list[Point], language: str) -> Iterator[list[Point]]:
    """As many on each slide as have room, whatever font they are set in."""
    setter, page, used = Setter(POINT, language), list[Point](), 0.0
    for point in points:
        lines = setter.lines(point, (WIDTH - INSET) * POINTS * SLACK)
        kept = tuple(piece.run for line in lines[:MOST_LINES] for piece in line)
        tall = min(len(lines), MOST_LINES) * POINT * LEADING + AFTER
        if page and used + tall > ROOM * POINTS:
            yield page
            page, used = [], 0.0
        page.append(shortened(kept) if len(lines) > MOST_LINES else point)
        used += tall
    if page:
        yield page


def shortened(point: Point) -> Point:
    """With an ellipsis in place of what is left out."""
    *others, last = point
    return (*others, replace(last, text=f"{last.text.rstrip()[:-1]}…"))
