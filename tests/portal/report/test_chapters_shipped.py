"""The chapters that the portal ships: whole in both languages, and no share that stands nowhere else."""

import re
from collections import Counter
from dataclasses import dataclass

import pytest
import yaml
from django.conf import settings
from django.http import Http404, QueryDict
from django.urls import resolve

from portal.exhibits.lookup import exhibit_at
from portal.loading.run import load
from portal.models import ImportRun, Source, Term
from portal.report.manuscript import PAGE, SOURCE, TERM, Manuscript, read_manuscript

CHAPTERS = settings.FIXTURES_DIR / "chapters"
LANGUAGES = ("en", "zh-hans")
SLUGS = sorted(file.name.removesuffix(".en.md") for file in CHAPTERS.glob("*.en.md"))
KEYS = {"en": {"slug", "number", "order", "title", "summary", "published"}, "zh-hans": {"slug", "title", "summary"}}
SINCE = {"en": "What has changed since", "zh-hans": "此后的变化"}
CHINA = "surveys/china-cloud-native-user/2020"
EXHIBITS_OF_THE_REPORT = {
    **{f"report/exhibits/{code}": 7 for code in ("evolution-path", "composition")},
    "report/exhibits/application-architecture": 8,
    **{f"report/exhibits/{code}": 9 for code in ("requests", "event-driven")},
    **{f"report/exhibits/{code}": 10 for code in ("limits", "scenarios")},
    **{f"report/exhibits/{code}": 11 for code in ("containers", "infrastructure-evolution")},
    # The sample is one exhibit of two pictures.
    **{f"{CHINA}/{question}": 13 for question in ("industry", "company_size")},
    **{f"{CHINA}/serverless_{question}": 13 for question in ("stage", "considerations", "challenges")},
    "taxonomy/four-layers": 14,
    f"{CHINA}/serverless_public_cloud": 14,
    "landscape/cncf-serverless/2021": 15,
}
SHARE = re.compile(r"(\d+(?:\.\d+)?)%")
TARGET = re.compile(r"\]\([^)]*\)")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
FOOTNOTE = re.compile(r"^\[\^(\w+)\]:", re.MULTILINE)
FOOTNOTE_MARK = re.compile(r"\[\^(\w+)\](?!:)")


@dataclass(frozen=True)
class File:
    """One chapter in one language; `head` is its front matter."""

    head: dict
    body: str
    manuscript: Manuscript

    @property
    def shares(self) -> list[str]:
        return SHARE.findall(TARGET.sub("]", self.body))

    def targets(self, scheme: str) -> set[str]:
        return {link.target for link in self.manuscript.links if link.scheme == scheme}


def read_chapter(slug: str, language: str) -> File:
    _nothing, head, body = (CHAPTERS / f"{slug}.{language}.md").read_text(encoding="utf-8").split("---\n", 2)
    return File(yaml.safe_load(head), body, read_manuscript(body))


def both(slug: str) -> list[File]:
    return [read_chapter(slug, language) for language in LANGUAGES]


@pytest.fixture
def shipped(db) -> None:
    assert load([settings.FIXTURES_DIR]).outcome == ImportRun.Outcome.LOADED


@pytest.mark.parametrize("slug", SLUGS)
def test_a_chapter_says_what_it_is_in_both_languages(slug):
    for language in LANGUAGES:
        chapter = read_chapter(slug, language)

        assert set(chapter.head) == KEYS[language]
        assert chapter.head["slug"] == slug.partition("-")[2]
        assert all(chapter.head[key] for key in ("title", "summary"))
        assert HEADING.findall(chapter.body)[-1] == SINCE[language]


def test_file_names_begin_with_the_order_of_the_chapter():
    assert {int(slug.partition("-")[0]) for slug in SLUGS} == {read_chapter(slug, "en").head["order"] for slug in SLUGS}


def test_no_file_stands_alone():
    assert {file.name for file in CHAPTERS.iterdir()} == {f"{slug}.{each}.md" for slug in SLUGS for each in LANGUAGES}


@pytest.mark.parametrize("slug", SLUGS)
def test_both_languages_hold_the_same(slug):
    """Headings, exhibits with their views, links, footnotes and shares."""
    english, chinese = both(slug)

    assert len(HEADING.findall(english.body)) == len(HEADING.findall(chinese.body))
    views = [[(place.address, place.query) for place in each.manuscript.places] for each in (english, chinese)]
    assert views[0] == views[1]
    links = [Counter((link.scheme, link.target) for link in each.manuscript.links) for each in (english, chinese)]
    assert links[0] == links[1]
    assert FOOTNOTE.findall(english.body) == FOOTNOTE.findall(chinese.body)
    assert Counter(english.shares) == Counter(chinese.shares)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exhibit_is_introduced_and_every_footnote_is_called(slug, language):
    chapter = read_chapter(slug, language)

    assert all(place.words for place in chapter.manuscript.places)
    assert len(chapter.manuscript.places) == chapter.body.count("](exhibit:")
    assert set(FOOTNOTE.findall(chapter.body)) == set(FOOTNOTE_MARK.findall(chapter.body))


def test_all_exhibits_of_the_report_have_their_place():
    """Sixteen, of which the sample is two pictures."""
    placed = {place.address for slug in SLUGS for place in read_chapter(slug, "en").manuscript.places}

    assert len(EXHIBITS_OF_THE_REPORT) == 16 + 1
    assert EXHIBITS_OF_THE_REPORT.keys() - placed == set()


def test_sources_and_terms_that_are_linked_exist(shipped):
    chapters = [read_chapter(slug, "en") for slug in SLUGS]
    sources = set().union(*(chapter.targets(SOURCE) for chapter in chapters))
    terms = set().union(*(chapter.targets(TERM) for chapter in chapters))

    assert sources - set(Source.objects.values_list("code", flat=True)) == set()
    assert terms - set(Term.objects.values_list("code", flat=True)) == set()


def test_pages_that_are_linked_exist():
    pages = set().union(*(read_chapter(slug, "en").targets(PAGE) for slug in SLUGS))
    chapters = {f"report/{slug.partition('-')[2]}" for slug in SLUGS}

    assert {page for page in pages if page.count("/") == 1 and page.startswith("report/")} <= chapters
    for page in pages:
        resolve(f"/en/{page.partition('?')[0]}")  # raises Resolver404


def test_every_exhibit_answers_in_both_languages(shipped):
    for slug in SLUGS:
        for place in read_chapter(slug, "en").manuscript.places:
            for language in LANGUAGES:
                exhibit_at(place.address, QueryDict(place.query), language=language)  # raises where it is none


def test_both_languages_lead_to_the_same_pages(client, shipped):
    """Also where a table is cut, whose rows go by their names. Terms are explained where each language names them."""
    for slug in SLUGS:
        led_to = []
        for language in LANGUAGES:
            text = client.get(f"/{language}/report/{slug.partition('-')[2]}").text
            main = text[text.index("<main") : text.index("</main>")]
            led_to.append(set(re.findall(rf'<a [^>]*href="/{language}/(?!glossary/)([^"?#]*)', main)))

        assert led_to[0] == led_to[1], slug
        assert len(led_to[0]) > 5


def test_every_share_stands_in_an_exhibit_that_the_chapter_shows_or_links(shipped):
    """ "38.4%" may stand for 38.37."""
    strays = {}

    for slug in SLUGS:
        chapter = read_chapter(slug, "en")
        views = [(place.address, place.query) for place in chapter.manuscript.places]
        values = shares_of([*views, *(tuple(page.split("?")) for page in chapter.targets(PAGE))])
        if stray := [share for share in chapter.shares if not stands_in(share, values)]:
            strays[slug] = stray

    assert strays == {}


def shares_of(views: list[tuple[str, ...]]) -> set[float]:
    """The values in per cent of all rows of the exhibits; pages that are none have no values."""
    values = set()
    for address, *query in views:
        try:
            exhibit = exhibit_at(address, QueryDict(*query), language="en").exhibit
        except Http404:
            continue
        values |= {row["value"] for row in exhibit.rows if row.get("unit") == "%"}
    return values


def stands_in(share: str, values: set[float]) -> bool:
    decimals = len(share.partition(".")[2])
    return any(abs(value - float(share)) <= 0.5 * 10**-decimals + 1e-9 for value in values)
