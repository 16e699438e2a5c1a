"""One answer for the page of an exhibit and for each of its files."""

import logging
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from portal.charts.pictures import DrawingError
from portal.exhibits.browser_charts import specification_addresses
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.files import FileOptions, exhibit_file
from portal.exhibits.lookup import ITSELF, Found, FoundResponse
from portal.exhibits.options import ExhibitForm
from portal.exhibits.pictures import page_charts
from portal.exhibits.suffixes import CUBE_SUFFIXES, FORM_OF, PLOT_SUFFIXES, TABLE_SUFFIXES
from portal.exhibits.tables import table_of
from portal.parameters import ParameterProblem, WrongParameters

RETRY_AFTER = "5"  # seconds

logger = logging.getLogger(__name__)


def exhibit_response(
    request: HttpRequest,
    exhibit: Exhibit,
    form: ExhibitForm,
    suffix: str,
    template: str,
    context: dict | None = None,
    *,
    with_chart: bool = True,
) -> HttpResponse:
    """The page for an empty suffix, else the file; 404 for a form the exhibit does not have.

    `with_chart=False` is for pages that lay the same rows out themselves; the files still have the chart.
    """
    if suffix == ITSELF:
        return FoundResponse(Found(exhibit, options_of(form)))
    if suffix:
        return file_response(exhibit, form, suffix, root=root_of(request))
    page = {"exhibit": shown(exhibit, with_chart=with_chart), "form": form, **(context or {})}
    response = unless_chartless(render(request, template, page), page["exhibit"])
    response["Link"] = ", ".join(
        f'<{exhibit.href(suffix)}>; rel="alternate"; type="{FORM_OF[suffix].content_type.partition(";")[0]}"'
        for suffix in exhibit.suffixes
    )
    return response


def shown(exhibit: Exhibit, *, with_chart: bool = True) -> dict:
    """What the template part portal/_exhibit.html needs: the exhibit, its table and its inline charts."""
    try:
        charts, failed = page_charts(exhibit) if with_chart else {}, False
    except DrawingError as error:
        logger.warning("%s has no chart: %s", exhibit.href(), error)
        charts, failed = {}, True  # the page still has its table
    return {
        "value": exhibit,
        "table": SimpleLazyObject(lambda: table_of(exhibit)),  # pages that lay the rows out themselves need none
        "charts": charts,
        "specifications": specification_addresses(exhibit) if charts else {},
        "chart_failed": failed,
    }


def unless_chartless(response: HttpResponse, *exhibits: dict) -> HttpResponse:
    """The page of what `shown` gave; one that lacks a chart for now is kept nowhere: the next request tries again."""
    if any(exhibit["chart_failed"] for exhibit in exhibits):
        response["Cache-Control"] = "no-store"
    return response


def file_response(exhibit: Exhibit, form: ExhibitForm, suffix: str, *, root: str = "") -> HttpResponse:
    if suffix not in exhibit.suffixes:
        raise Http404(why_not(exhibit, suffix))
    require_whole(form, suffix)
    require_one_language(form, suffix)
    try:
        body = exhibit_file(exhibit, suffix, options_of(form, root=root))
    except DrawingError as error:
        logger.warning("%s cannot be drawn: %s", exhibit.href(suffix), error)
        response = HttpResponse(
            _("The chart cannot be drawn at the moment."), status=503, content_type="text/plain; charset=utf-8"
        )
        response["Retry-After"] = RETRY_AFTER
        return response
    response = HttpResponse(body, content_type=FORM_OF[suffix].content_type)
    response["Content-Disposition"] = content_disposition(exhibit, suffix)
    response["Link"] = f'<{exhibit.href()}>; rel="canonical"'
    return response


def require_whole(form: ExhibitForm, suffix: str) -> None:
    """Refuses a part of a file that has no parts."""
    if form.values.get("part") and suffix not in PLOT_SUFFIXES:
        wanted = _("Only %(suffix)s files have parts.") % {"suffix": ", ".join(PLOT_SUFFIXES)}
        raise WrongParameters([ParameterProblem("part", wanted)])


def require_one_language(form: ExhibitForm, suffix: str) -> None:
    """Refuses labels in both languages in a file that has room for one."""
    if form.values.get("labels") == "both" and suffix in CUBE_SUFFIXES:
        wanted = _("%(suffix)s files have labels in one language: leave out labels, or give labels=code.")
        raise WrongParameters([ParameterProblem("labels", wanted % {"suffix": suffix}, ("code", "default"))])


def root_of(request: HttpRequest) -> str:
    """Scheme and host in files that read from the portal; none for a request that the portal made itself."""
    if settings.PUBLIC_URL or not request.META:
        return settings.PUBLIC_URL
    return f"{request.scheme}://{request.get_host()}"


def options_of(form: ExhibitForm, *, root: str = "") -> FileOptions:
    """What the parameters of a page ask of its files."""
    values = form.values
    return FileOptions(
        labels=values.get("labels") or "default",
        excel=values.get("excel") == "1",
        theme=values.get("theme") or "light",
        size=values["picture_size"],
        part=values.get("part") or "",
        root=root,
    )


def why_not(exhibit: Exhibit, suffix: str) -> str:
    """Why an exhibit has no file of this form."""
    if suffix in PLOT_SUFFIXES and exhibit.shape is not None:
        return _("This exhibit is drawn as cards, not as a plot, so there is no %(suffix)s file.") % {"suffix": suffix}
    if suffix in CUBE_SUFFIXES:
        return _("This table is no cube of codes and numbers, or too sparse, so there is no %(suffix)s file.") % {
            "suffix": suffix
        }
    if suffix in TABLE_SUFFIXES and exhibit.shape is None:
        return _("This table has no rows, so there is no %(suffix)s file.") % {"suffix": suffix}
    return _("This exhibit has no chart, so there is no %(suffix)s file.") % {"suffix": suffix}


def content_disposition(exhibit: Exhibit, suffix: str) -> str:
    """A plain file name for every client, and one in the reader's language."""
    way = "inline" if FORM_OF[suffix].is_shown else "attachment"
    plain = exhibit.address.replace("/", "-") + suffix
    titled = exhibit.title.replace("/", "-")[:80] + suffix
    return f"{way}; filename=\"{plain}\"; filename*=UTF-8''{quote(titled)}"
