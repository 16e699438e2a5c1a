"""Embeds, live and frozen; oEmbed; the script for sites that embed."""

import logging
from functools import partial

import orjson
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from portal.api.links import absolute
from portal.api.public import public
from portal.charts.pictures import DrawingError
from portal.exhibits.lookup import exhibit_at
from portal.exhibits.responses import RETRY_AFTER, shown, unless_chartless
from portal.labels import language_now
from portal.parameters import WrongParameters
from portal.sharing.codes import frozen_code
from portal.sharing.oembed import exhibit_of, oembed_answer, read_wanted

DAY = 24 * 3600  # seconds
OEMBED_TYPE = "application/json+oembed"
PLAIN = "text/plain; charset=utf-8"

logger = logging.getLogger(__name__)


@require_safe
def embed(request: HttpRequest, language: str, address: str) -> HttpResponse:
    """An exhibit bare, for frames of other sites; what is wrong is said in the same bare way."""
    with override(language):
        try:
            found = exhibit_at(address, request.GET, language=language)
        except Http404:
            return bare_refusal(request, 404, _("This exhibit is no longer here"))
        except WrongParameters as error:
            return bare_refusal(request, 400, _("This address cannot be understood"), str(error))
        exhibit = found.exhibit
        notes = [note for note in exhibit.notes if note.is_mandatory]
        context = {"exhibit": shown(exhibit), "notes": notes, "page": absolute(request, exhibit.href())}
        return unless_chartless(unlisted(render(request, "portal/sharing/embed.html", context)), context["exhibit"])


def bare_refusal(request: HttpRequest, status: int, title: str, detail: str = "") -> HttpResponse:
    context = {"title": title, "detail": detail, "home": absolute(request, "/")}
    return unlisted(render(request, "portal/sharing/refusal.html", context, status=status))


def unlisted(response: HttpResponse) -> HttpResponse:
    """The page of the exhibit is what search engines should find; the language is that of the address."""
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = language_now()
    return response


@require_safe
def frozen(request: HttpRequest, language: str, address: str) -> HttpResponse:
    """The frozen code as text to copy."""
    with override(language):
        found = exhibit_at(address, request.GET, language=language)
        try:
            code = frozen_code(found.exhibit, found.options, absolute(request, "/").rstrip("/"))
        except DrawingError as error:
            logger.warning("%s cannot be drawn: %s", found.exhibit.href(), error)
            words = _("The chart cannot be drawn at the moment.")
            return HttpResponse(words, status=503, content_type=PLAIN, headers={"Retry-After": RETRY_AFTER})
        return unlisted(HttpResponse(code, content_type=PLAIN))


@partial(public, media_type=OEMBED_TYPE)
def oembed(request: HttpRequest) -> HttpResponse:
    """What other sites ask when one of our addresses is pasted into them; errors are problem documents."""
    wanted = read_wanted(request.GET)
    answer = oembed_answer(exhibit_of(request, wanted.url), wanted, absolute(request, "/").rstrip("/"))
    return HttpResponse(orjson.dumps(answer), content_type="application/json")


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """Other sites name one address for good; the file behind it has a name of its own in each release."""
    return HttpResponseRedirect(static("portal/js/embed-host.js"), headers={"Cache-Control": f"public, max-age={DAY}"})
