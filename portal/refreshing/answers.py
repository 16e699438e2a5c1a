"""Answers to a file: what became of its charts as a page or JSON, the refreshed file, or why it is refused."""

from base64 import b64encode

import orjson
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from portal.api.problems import BUSY, REFUSED_FILE, TOO_LARGE, problem_response
from portal.exhibits.suffixes import FORM_OF
from portal.refreshing.guards import MEGABYTE, MOST_BYTES
from portal.refreshing.refreshing import Refreshed
from portal.refreshing.refused import RefusedFile
from portal.refreshing.reports import Report, change_words
from portal.refreshing.uploads import Upload
from portal.refusals import prefers_json

TEMPLATE = "portal/refreshing/refresh.html"
MOST_IN_PAGE = 12 * MEGABYTE  # of a file that goes back inside the page of its report
RETRY_AFTER = "10"  # seconds
MOST_CHANGES = 12  # of a chart that the page names


def form_page(request: HttpRequest, *, status: int = 200, **context) -> HttpResponse:
    context |= {"most": MOST_BYTES // MEGABYTE}
    response = render(request, TEMPLATE, context, status=status)
    if context.keys() != {"most"}:
        response["Cache-Control"] = "no-store"  # what is said of somebody's file is nobody else's
    return response


def refreshed_response(request: HttpRequest, upload: Upload, refreshed: Refreshed) -> HttpResponse:
    name = upload.name_with(refreshed.suffix)
    content_type = FORM_OF[refreshed.suffix].content_type
    if upload.wants_file:
        headers = {"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "no-store"}
        return HttpResponse(refreshed.document, content_type=content_type, headers=headers)
    if prefers_json(request):
        body = orjson.dumps(as_data(refreshed.report))
        return HttpResponse(body, content_type="application/json", headers={"Cache-Control": "no-store"})
    href = ""
    if refreshed.report.is_changed and len(refreshed.document) <= MOST_IN_PAGE:
        href = f"data:{content_type};base64,{b64encode(refreshed.document).decode()}"
    return form_page(request, report=shown(refreshed.report), name=name, href=href)


def refused_response(request: HttpRequest, refused: RefusedFile) -> HttpResponse:
    kind = TOO_LARGE if refused.code == "too-large" else REFUSED_FILE
    if prefers_json(request):
        return problem_response(request, kind, refused.text, title=_("The file is refused"))
    return form_page(request, status=kind.status, refused=refused.text)


def busy_response(request: HttpRequest) -> HttpResponse:
    text = _("Several files are being refreshed at the moment. Please try again in a few seconds.")
    if prefers_json(request):
        response = problem_response(request, BUSY, text)
    else:
        response = form_page(request, status=BUSY.status, refused=text)
    response["Retry-After"] = RETRY_AFTER
    return response


def shown(report: Report) -> dict:
    """What the template part of a report needs."""
    charts = [
        {
            "chart": chart,
            "changes": [change_words(change) for change in chart.changes[:MOST_CHANGES]],
            "more": max(len(chart.changes) - MOST_CHANGES, 0),
        }
        for chart in report.charts
    ]
    return {"charts": charts, "summary": report.summary, "is_changed": report.is_changed}


def as_data(report: Report) -> dict:
    """The report for programs; outcomes keep their English names."""
    return {
        "is_changed": report.is_changed,
        "counts": {str(outcome): count for outcome, count in report.counts.items()},
        "charts": [
            {
                "place": chart.place,
                "title": chart.title,
                "href": chart.href,
                "outcome": str(chart.outcome),
                "version_before": chart.version_before,
                "version_now": chart.version_now or None,
                "changes": [
                    {"row": change.row, "column": change.column, "before": change.before, "after": change.after or None}
                    for change in chart.changes
                ],
                "added": chart.added,
                "remarks": list(chart.remarks),
            }
            for chart in report.charts
        ],
    }
