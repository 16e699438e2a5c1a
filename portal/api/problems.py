"""Errors as RFC 9457 problems: what is wrong, which parameter, and the names that come nearest."""

import logging
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from urllib.parse import urljoin

import orjson
from django.http import HttpRequest, HttpResponse

from portal.api.links import absolute

SHOWN = 60  # characters of a wrong value that are repeated

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kind:
    """A kind of problem; its page is /api/v1/problems/<code>."""

    code: str
    status: int
    title: str
    explanation: str


INVALID = Kind(
    "invalid-parameters",
    400,
    "Invalid parameters",
    "A parameter is unknown, or its value cannot be used. Each entry of `errors` names one, "
    "says what was expected and offers the nearest names.",
)
UNREADABLE = Kind(
    "unreadable-request",
    400,
    "Unreadable request",
    "The request cannot be understood: its Host is none of this site's, or it is malformed.",
)
FORBIDDEN = Kind("forbidden", 403, "Forbidden", "This is open to the research team only.")
NOT_FOUND = Kind(
    "not-found", 404, "Not found", "Nothing stands at this address. Where a name comes near, `errors` offers it."
)
NOT_ALLOWED = Kind(
    "method-not-allowed", 405, "Method not allowed", "The API is read only: use GET or HEAD, OPTIONS for a preflight."
)
NOT_ACCEPTABLE = Kind(
    "not-acceptable",
    406,
    "Not acceptable",
    "The Accept header excludes what this address answers. Lists also answer as CSV at the same address with .csv.",
)
TOO_LONG = Kind(
    "address-too-long",
    414,
    "Address too long",
    "The address is longer than 8,000 characters. Use fewer values, or filter what you get.",
)
IMPOSSIBLE = Kind(
    "impossible-selection",
    422,
    "Impossible selection",
    "Each parameter can be understood, but together they ask for what is not published: a wave without answers of "
    "respondents, or a table of so few people that it could tell who they are.",
)
NOT_IMPLEMENTED = Kind(
    "not-implemented", 501, "Not implemented", "This address answers in another format than the one that was asked for."
)
BROKEN = Kind("internal-error", 500, "Internal error", "The portal failed to answer. Tell its keepers the request_id.")
BUSY = Kind(
    "busy",
    503,
    "Busy",
    "As many files are being sent as may be at once. Ask again after as many seconds as `Retry-After` says.",
)
REFUSED_FILE = Kind(
    "refused-file", 400, "File refused", "The file that was sent cannot be refreshed; `detail` says why and what to do."
)
TOO_LARGE = Kind("file-too-large", 413, "File too large", "The file that was sent is larger than this address takes.")
KINDS = (
    *(INVALID, UNREADABLE, FORBIDDEN, NOT_FOUND, NOT_ALLOWED, NOT_ACCEPTABLE, TOO_LONG, NOT_IMPLEMENTED, BROKEN, BUSY),
    *(REFUSED_FILE, TOO_LARGE, IMPOSSIBLE),
)


@dataclass(frozen=True)
class Wrong:
    """One parameter that cannot be used; `href` is the address with the nearest name put right.

    `position` is the character, from 0, at which an expression goes wrong; it is sent only where there is one.
    """

    parameter: str
    detail: str
    nearest: list[str] = field(default_factory=list)
    href: str | None = None
    position: int | None = None


class ProblemError(Exception):
    """Ends the request with a problem."""

    def __init__(self, kind: Kind, detail: str, errors: Iterable[Wrong] = ()):
        super().__init__(detail)
        self.kind, self.detail, self.errors = kind, detail, tuple(errors)


def refuse(errors: list[Wrong]) -> ProblemError:
    """The problem for wrong parameters."""
    detail = " ".join(f"{wrong.parameter}: {wrong.detail}" for wrong in errors)
    return ProblemError(INVALID, detail, errors)


def problem_response(
    request: HttpRequest, kind: Kind, detail: str = "", errors: Iterable[Wrong] = (), *, title: str = ""
) -> HttpResponse:
    """The answer for every error under /api/, and for machines everywhere; pages give its title in their language."""
    written = [asdict(wrong) for wrong in errors]
    for each in written:
        if each["href"]:
            each["href"] = absolute(request, urljoin(request.path, each["href"]))
        if each["position"] is None:
            del each["position"]
    body = {
        "type": absolute(request, f"/api/v1/problems/{kind.code}"),
        "title": title or kind.title,
        "status": kind.status,
        "detail": detail or kind.explanation,
        "instance": request.get_full_path(),
        "errors": written,
        "request_id": uuid.uuid4().hex,
    }
    if kind is BROKEN:
        logger.error("request_id %s: %s", body["request_id"], body["instance"])
    return HttpResponse(orjson.dumps(body), status=kind.status, content_type="application/problem+json")


def clean(text: str) -> str:
    """What a client wrote as it is repeated: short, without control characters."""
    printable = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:SHOWN])
    return f"{printable}…" if len(text) > SHOWN else printable


def shown(value: str) -> str:
    """A wrong value in quotes."""
    return f"“{clean(value)}”"
