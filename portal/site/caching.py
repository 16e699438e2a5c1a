"""Answers for readers are kept by data version: ETag, 304 without touching rows, compressed bodies from memory."""

import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from portal.release import release
from portal.site.validators import conditioned, known_etags, not_modified, set_validators
from portal.versions import Version, one_version

PUBLIC_PREFIXES = ("/en/", "/zh-hans/", "/embed/", "/oembed", "/api/", "/sitemap")
NEGOTIATED_PREFIXES = ("/api/", "/sitemap")  # no language in the address
MAX_KEPT = 64 * 1024 * 1024  # bytes of bodies, in each process
MAX_BODY = 2 * 1024 * 1024  # bytes; larger answers are made anew
MIN_COMPRESSED = 500  # bytes
COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/problem+json",
    "application/atom+xml",
    "application/xml",
    "image/svg+xml",
    "application/vnd.oai",
)


@dataclass(frozen=True)
class Answer:
    """A response as it is kept."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class AnswerStore:
    """The least recently used answers go first when the bodies outgrow MAX_KEPT."""

    def __init__(self, room: int = MAX_KEPT):
        self.room, self.size = room, 0
        self.answers: OrderedDict[str, Answer] = OrderedDict()
        self.lock = Lock()

    def get(self, key: str) -> Answer | None:
        with self.lock:
            if key in self.answers:
                self.answers.move_to_end(key)
            return self.answers.get(key)

    def put(self, key: str, answer: Answer) -> None:
        with self.lock:
            if key in self.answers:
                return
            self.answers[key] = answer
            self.size += len(answer.body)
            while self.size > self.room:
                self.size -= len(self.answers.popitem(last=False)[1].body)


class VersionedAnswersMiddleware:
    """Only GET and HEAD of public addresses, only status 200, only without cookies, only what may be kept."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.store = AnswerStore()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or not request.path.startswith(PUBLIC_PREFIXES):
            return self.get_response(request)
        with one_version() as version:
            return self.answer(request, version)

    def answer(self, request: HttpRequest, version: Version) -> HttpResponse:
        encoding = accepted_encoding(request)
        key = answer_key(request, version, encoding)
        etag = f'"{key}"'
        if etag in known_etags(request):
            return not_modified(request, etag, version)
        kept = None if settings.DEBUG else self.store.get(key)
        if kept:
            response = HttpResponse(kept.body, status=kept.status, headers=dict(kept.headers))
            return conditioned(request, response, etag, version)
        response = self.get_response(request)
        if response.status_code != 200:
            patch_vary_headers(response, ["Accept"])  # refusals are pages or problem documents
        if response.status_code != 200 or response.cookies or "no-store" in response.get("Cache-Control", ""):
            return response
        set_validators(response, etag, version)
        if not response.streaming:
            compress(response, encoding)
            if len(response.content) <= MAX_BODY:
                self.store.put(key, Answer(200, tuple(response.items()), response.content))
        return conditioned(request, response, etag, version)


def answer_key(request: HttpRequest, version: Version, encoding: str) -> str:
    """All that an answer depends on, hashed; the host counts because answers name full addresses."""
    parts = [release(), str(version.number), request.get_full_path(), encoding]
    parts += [request.headers.get(name, "") for name in ("Accept", "Host", "X-Forwarded-Proto")]
    if request.path.startswith(NEGOTIATED_PREFIXES):
        parts.append(request.headers.get("Accept-Language", ""))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def accepted_encoding(request: HttpRequest) -> str:
    """The best of br and gzip that the client takes, or "" for plain bytes."""
    offered = {}
    for part in request.headers.get("Accept-Encoding", "").split(","):
        name, _, quality = part.strip().partition(";")
        offered[name.strip().lower()] = quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in ("br", "gzip") if offered.get(name)), "")


def compress(response: HttpResponse, encoding: str) -> None:
    """Compresses text bodies in place."""
    if not encoding or response.has_header("Content-Encoding") or len(response.content) < MIN_COMPRESSED:
        return
    if not response.get("Content-Type", "").startswith(COMPRESSIBLE):
        return
    if encoding == "br":
        response.content = brotli.compress(response.content, quality=5)
    else:
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
    response["Content-Encoding"] = encoding
    response["Content-Length"] = str(len(response.content))
