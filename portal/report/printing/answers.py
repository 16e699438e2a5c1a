"""The answer with a file of the report, or that it cannot be made now."""

from urllib.parse import quote

from django.http import HttpResponse
from django.utils.translation import gettext as _

from portal.charts.pictures import DrawingError
from portal.exhibits.responses import RETRY_AFTER, logger
from portal.exhibits.suffixes import FORM_OF
from portal.labels import page_path
from portal.report.printing.files import report_file
from portal.report.printing.parts import report_title


def file_response(slug: str, suffix: str) -> HttpResponse:
    """Of one chapter, or of the whole report where the slug is empty; Http404 where it is not published."""
    try:
        body = report_file(slug, suffix)
    except DrawingError as error:
        logger.warning("the report cannot be made: %s", error)
        return HttpResponse(
            _("The report cannot be made at the moment."),
            status=503,
            content_type="text/plain; charset=utf-8",
            headers={"Retry-After": RETRY_AFTER},
        )
    way = "inline" if FORM_OF[suffix].is_shown else "attachment"
    plain = f"report-{slug}{suffix}" if slug else f"report{suffix}"
    titled = quote((f"{report_title()} {slug}" if slug else report_title())[:80] + suffix)
    page = page_path(f"report/{slug}" if slug else "report")
    return HttpResponse(
        body,
        content_type=FORM_OF[suffix].content_type,
        headers={
            "Content-Disposition": f"{way}; filename=\"{plain}\"; filename*=UTF-8''{titled}",
            "Link": f'<{page}>; rel="canonical"',
        },
    )
