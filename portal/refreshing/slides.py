"""A presentation brought up to date: each marked chart and table, and those texts of ours that nobody has changed."""

import io
from collections import defaultdict
from dataclasses import replace
from itertools import islice

from django.utils.translation import gettext as _

from portal.exhibits.slide_marks import contents_of, contents_print, only_ends, without_ends
from portal.refreshing.comparing import Comparison, compare
from portal.refreshing.frames import hindrance, put_contents
from portal.refreshing.fresh import FreshSlide, Portal
from portal.refreshing.marked import Marked, marked_frames
from portal.refreshing.refused import RefusedFile, reading_what_others_wrote
from portal.refreshing.reports import WRITTEN, ChartReport, Outcome
from portal.refreshing.words import refresh_words, sign_anew

MOST_MARKED = 250  # charts and tables; each that has an address of its own is made anew
MOST_LETTERS = 250  # of an address in the properties of a file


def refresh_slides(document: bytes, portal: Portal) -> tuple[bytes, tuple[ChartReport, ...]]:
    """(the file, the same bytes where nothing is to change; what is said of each chart)."""
    from pptx import Presentation

    with reading_what_others_wrote():
        presentation = Presentation(io.BytesIO(document))
        found = list(
            islice(marked_frames(presentation), MOST_MARKED + 1)
        )  # all of it before anything is written: copies may share a chart
    if len(found) > MOST_MARKED:
        text = _("The file has more than %(most)s charts and tables of this portal. Please split it.")
        raise RefusedFile("too-many", text % {"most": MOST_MARKED})
    for each in found:
        portal.count(each.mark)  # makes its slides
    with reading_what_others_wrote():
        reports = tuple(_refreshed(each, portal) for each in found)
        if any(report.outcome in WRITTEN for report in reports):
            document = _saved(presentation, found, reports)
    return document, tuple(
        _with_parts_elsewhere(each, report, found, portal) for each, report in zip(found, reports, strict=True)
    )


def _saved(presentation, found: list[Marked], reports: tuple[ChartReport, ...]) -> bytes:
    """The file; its own version follows where it is that of one of its exhibits."""
    properties = presentation.core_properties
    for each, report in zip(found, reports, strict=True):
        if properties.identifier and properties.identifier == each.mark.url[:MOST_LETTERS] and report.version_now:
            properties.version = str(report.version_now)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _refreshed(marked: Marked, portal: Portal) -> ChartReport:
    """Refreshes one chart or table and says what came of it."""
    mark, found = marked.mark, portal.exhibit(marked.mark)
    heading = marked.slide.shapes.title
    report = ChartReport(
        place=_("Slide %(number)s") % {"number": marked.number},
        title=found.exhibit.title if found else (heading.text_frame.text if heading is not None else ""),
        href=mark.href,
        outcome=Outcome.WITHDRAWN,
        version_before=mark.version,
        version_now=found.exhibit.version if found else 0,
    )
    if found is None:
        return replace(report, remarks=(_("The portal shows nothing at this address any more."),))
    fresh = portal.slide(mark)
    if fresh is None:
        return replace(report, remarks=(_("The exhibit takes fewer slides now; this one is not needed any more."),))
    now, everywhere = contents_of(fresh.frame), portal.contents(mark)
    if not only_ends(marked.contents):  # lost by the program that saved the file, or taken away by its author
        now, everywhere = without_ends(now), without_ends(everywhere)
    return _brought_up(marked, fresh, compare(marked.contents, now, everywhere), report)


def _brought_up(marked: Marked, fresh: FreshSlide, comparison: Comparison, report: ChartReport) -> ChartReport:
    before, now = ([mark.print_of(role) for role in ("data", "ends")] for mark in (marked.mark, fresh.mark))
    is_by_hand = contents_print(without_ends(marked.contents)) != before[0]
    is_same = before == now or not comparison.differs
    remarks = []
    if is_same:
        report = replace(report, outcome=Outcome.UNCHANGED)
        if is_by_hand and comparison.differs:
            remarks.append(_("Its numbers were changed by hand and are left alone: those of the portal are the same."))
    else:
        if why := hindrance(marked.frame, fresh.frame):
            return replace(
                report, outcome=Outcome.KEPT, changes=comparison.changes, added=comparison.added, remarks=(why,)
            )
        put_contents(marked.frame, fresh.frame)
        outcome = Outcome.CORRECTED if comparison.changes else Outcome.UPDATED
        report = replace(report, outcome=outcome, changes=comparison.changes, added=comparison.added)
        if is_by_hand:
            remarks.append(_("Its numbers had been changed by hand; those of the portal stand there now."))
    words = refresh_words(marked, fresh)
    if words.replaced and is_same:
        report = replace(report, outcome=Outcome.UPDATED)
    if report.outcome in WRITTEN:
        sign_anew(marked, fresh, words)
    return replace(report, remarks=(*remarks, *words.remarks))


def _with_parts_elsewhere(marked: Marked, report: ChartReport, found: list[Marked], portal: Portal) -> ChartReport:
    """Says which slides of an exhibit the file lacks: more rows may have come than its slides have room for."""
    present = defaultdict(set)
    for each in found:
        present[each.mark.href].add(each.mark.part)
    lacking = [part for part in range(1, portal.count(marked.mark) + 1) if part not in present[marked.mark.href]]
    if not lacking or report.outcome is Outcome.WITHDRAWN:
        return report
    remark = _("The exhibit takes %(count)s slides; this file lacks: %(parts)s.") % {
        "count": portal.count(marked.mark),
        "parts": ", ".join(map(str, lacking)),
    }
    return replace(report, remarks=(*report.remarks, remark))
