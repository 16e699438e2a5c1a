"""What a chapter may name: exhibits by the address of their page, pages, terms and sources that exist."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.labels import LANGUAGES, language_now
from portal.loading.problems import with_nearest
from portal.report.manuscript import EXHIBIT, SOURCE, TERM, Manuscript, Place


@dataclass(frozen=True)
class Known:
    """Codes of terms and sources, and slugs of chapters."""

    terms: Collection[str]
    sources: Collection[str]
    chapters: Collection[str]


@dataclass(frozen=True)
class WrongTarget:
    """What is named on a line of the Markdown, and what was expected."""

    line: int
    value: str
    expected: str


def wrong_targets(manuscript: Manuscript, known: Known) -> Iterator[WrongTarget]:
    for place in manuscript.places:
        if expected := wrong_exhibit(place):
            yield WrongTarget(place.line, f"{EXHIBIT}{place.address}", expected)
    for link in manuscript.links:
        if link.scheme == TERM:
            expected = wrong_code(link.target, known.terms, _("there is no term of this code"))
        elif link.scheme == SOURCE:
            expected = wrong_code(link.target, known.sources, _("there is no source of this code"))
        else:
            expected = wrong_page(link.target, known.chapters)
        if expected:
            yield WrongTarget(link.line, f"{link.scheme}{link.target}", expected)


def wrong_code(code: str, known: Collection[str], expected: str) -> str:
    return "" if code in known else with_nearest(expected, code, known)


def wrong_exhibit(place: Place) -> str:
    """What is wrong with the address of an exhibit, or nothing; whether its data are loaded is not asked."""
    address = place.address
    if address.startswith("/") or address.partition("/")[0] in LANGUAGES:
        return _("expected the address of a page without a language, such as surveys/cncf-annual/2020/serverless_use")
    match = match_of(address)
    if match is None:
        return _("no page of the portal has this address")
    if match.kwargs.get("suffix"):
        return _("expected the address of the page, without %(suffix)s") % {"suffix": match.kwargs["suffix"]}
    return "" if "suffix" in match.kwargs else _("this page holds no exhibit of its own")


def wrong_page(target: str, chapters: Collection[str]) -> str:
    match = match_of(target.partition("#")[0].partition("?")[0])
    if match is None:
        return _("no page of the portal has this address")
    if match.view_name == "report:chapter":
        return wrong_code(match.kwargs["slug"], chapters, _("there is no chapter of this slug"))
    return ""


def match_of(address: str) -> ResolverMatch | None:
    language = language_now()
    try:
        with override(language):
            return resolve(f"/{language}/{address}")
    except Resolver404:
        return None
