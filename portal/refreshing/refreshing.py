"""A file goes in, what became of each of its charts comes out, and the file itself, refreshed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.refreshing.fresh import Portal
from portal.refreshing.guards import checked
from portal.refreshing.refused import RefusedFile
from portal.refreshing.reports import WRITTEN, Report
from portal.refreshing.slides import refresh_slides
from portal.refreshing.workbooks import refresh_workbook

SUFFIX_OF = {"slides": ".pptx", "workbook": ".xlsx"}


@dataclass(frozen=True)
class Refreshed:
    """`document` is the file that was given, byte for byte, where nothing in it is to change."""

    document: bytes
    report: Report
    suffix: str


def refresh(document: bytes) -> Refreshed:
    """The file with the numbers of now, or RefusedFile with the reason; nothing is kept of it."""
    package = checked(document)
    portal = Portal()
    if package.kind == "slides":
        fresh, charts = refresh_slides(document, portal)
    else:
        fresh, charts = refresh_workbook(document, package.parts, portal)
    if not charts:
        text = _(
            "The file has no chart or table with a mark of this portal. Only what was exported here can be refreshed."
        )
        raise RefusedFile("not-ours", text)
    return Refreshed(fresh, Report(charts, any(chart.outcome in WRITTEN for chart in charts)), SUFFIX_OF[package.kind])
