"""oEmbed 1.0: from the address of an exhibit's page to the code that embeds it. https://oembed.com

Parameters that we do not know are ignored, as the standard asks of providers, unlike everywhere else in the portal.
"""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import Http404, HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.api.problems import NOT_FOUND, NOT_IMPLEMENTED, ProblemError, Wrong, refuse
from portal.exhibits.exhibit import ADDRESS, Exhibit
from portal.exhibits.lookup import exhibit_at
from portal.exhibits.responses import shown
from portal.labels import LANGUAGES
from portal.parameters import WrongParameters
from portal.sharing.codes import FRAME_WIDTH, frame_code, height_of, share_image

FORMAT = "json"
MOST_DIGITS = 6  # of a size in pixels
THUMBNAIL = (1200, 628)  # pixels of the share image
CACHE_AGE = 24 * 3600  # seconds for which other sites may keep the code; the frame itself stays live


@dataclass(frozen=True)
class Wanted:
    """What a consumer asked for; sizes are the most it has room for, None where it does not say."""

    url: str
    max_width: int | None
    max_height: int | None


def read_wanted(query: QueryDict) -> Wanted:
    """The request, or ProblemError: 501 for another format than JSON, 400 for what cannot be used."""
    form = query.get("format") or FORMAT
    if form != FORMAT:
        raise ProblemError(NOT_IMPLEMENTED, "This provider answers format=json only.")
    sizes, wrong = {}, []
    if not query.get("url"):
        wrong.append(Wrong("url", "is missing: give the address of an exhibit's page."))
    for name in ("maxwidth", "maxheight"):
        text = query.get(name, "")
        if text and not is_size(text):
            wrong.append(Wrong(name, "must be a whole number of pixels from 1 to 999999."))
        sizes[name] = int(text) if text and is_size(text) else None
    if wrong:
        raise refuse(wrong)
    return Wanted(query["url"], sizes["maxwidth"], sizes["maxheight"])


def is_size(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text) > 0


def exhibit_of(request: HttpRequest, url: str) -> Exhibit:
    """The exhibit whose page (or embed) has this address, or ProblemError: 404."""
    parts = split(url)
    own = {request.get_host(), urlsplit(settings.PUBLIC_URL).netloc} - {""}
    if parts is None or parts.scheme not in ("http", "https") or parts.netloc.lower() not in own:
        raise ProblemError(NOT_FOUND, "url: this address is none of this site's.")
    language, _slash, address = parts.path.removeprefix("/embed").strip("/").partition("/")
    if language not in LANGUAGES or not ADDRESS.fullmatch(address):
        raise ProblemError(NOT_FOUND, "url: no exhibit has this address.")
    try:
        return exhibit_at(address, QueryDict(parts.query), language=language).exhibit
    except (Http404, TooManyFieldsSent) as error:
        raise ProblemError(NOT_FOUND, "url: no exhibit has this address.") from error
    except WrongParameters as error:
        raise ProblemError(NOT_FOUND, f"url: no exhibit has this address; {error}") from error


def split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:  # such as half an IPv6 address
        return None


def oembed_answer(exhibit: Exhibit, wanted: Wanted, root: str) -> dict:
    """The document, in the language of the exhibit."""
    with override(exhibit.language):
        width = min(FRAME_WIDTH, wanted.max_width or FRAME_WIDTH)
        height = height_of(shown(exhibit)["charts"], width)
        height = min(height, wanted.max_height or height)
        return {
            "version": "1.0",
            "type": "rich",
            "title": exhibit.headline,
            "provider_name": _("Serverless Market Watch"),
            "provider_url": f"{root}/",
            "cache_age": CACHE_AGE,
            "width": width,
            "height": height,
            "html": frame_code(exhibit, root, height=height, width=width),
            **thumbnail(exhibit, wanted, root),
        }


def thumbnail(exhibit: Exhibit, wanted: Wanted, root: str) -> dict:
    """The share image, where there is a chart and the consumer has room for it."""
    width, height = THUMBNAIL
    has_room = (wanted.max_width or width) >= width and (wanted.max_height or height) >= height
    if exhibit.shape is None or exhibit.is_empty or not has_room:
        return {}
    return {
        "thumbnail_url": f"{root}{share_image(exhibit)}",
        "thumbnail_width": width,
        "thumbnail_height": height,
    }
