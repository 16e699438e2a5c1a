"""What exhibits of the shipped data say of themselves: known sentences in both languages, no number of their own."""

import re
from itertools import combinations

import pytest
from django.conf import settings
from django.http import Http404, QueryDict
from django.utils.translation import override

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.lookup import exhibit_at
from portal.labels import LANGUAGES
from portal.loading.run import load
from portal.site.sitemap import PagesSitemap
from portal.words import spaced, write_count, write_number
from surveys.frames.figures import LEAST_BASE
from surveys.models import Figure
from tests.known_descriptions import KNOWN
from vendors.models import Product

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
CONFIDENCE = "95"  # per cent, of every interval
MOST_NAMED = 4  # rows that a list names before it counts the rest
ONE_IN = 25  # of pages of which there are very many
MANY = re.compile(r"(n|attributes|products/[^/]+|landscape/[^/]+/items)/")  # numbers, facts, items
PLAIN_LISTS = {"sources", "glossary"}  # of names and addresses: title and subtitle say all

pytestmark = pytest.mark.django_db


@pytest.fixture
def _shipped():
    run = load([settings.FIXTURES_DIR])
    assert run.outcome == "loaded", run.problems[:3]


def exhibit_of(address: str, language: str) -> Exhibit:
    path, _, query = address.partition("?")
    return exhibit_at(path, QueryDict(query), language=language).exhibit


@pytest.mark.usefixtures("_shipped")
def test_known_exhibits_say_what_they_show():
    said = {address: tuple(exhibit_of(address, language).description for language in LANGUAGES) for address in KNOWN}

    assert said == KNOWN


@pytest.mark.usefixtures("_shipped")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_description_has_a_number_of_its_own(language):
    wrong, seen = [], 0
    with override(language):
        for address in addresses():
            try:
                exhibit = exhibit_of(address, language)
            except Http404:  # a page that is no exhibit
                continue
            seen += 1
            if not exhibit.description and not exhibit.is_empty:
                wrong.append(f"{address} says nothing")
            wrong += [f"{address} says {number}" for number in numbers_in(exhibit) - known_to(exhibit)]

    assert "\n".join(wrong) == ""
    assert seen > 300


def addresses() -> list[str]:
    """Every page, each question by each of its dimensions; of kinds that have very many pages some."""
    found = PagesSitemap().items()
    many = sorted(address for address in found if MANY.match(address))
    parts = {
        f"{_question(figure)}?by={figure.segment.dimension}"
        for figure in Figure.objects.with_context()
        if figure.segment
    }
    products = list(Product.objects.order_by("slug").values_list("slug", flat=True))
    pairs = [f"compare?products={first}~{second}" for first, second in combinations(products[:4], 2)]
    return [*sorted(set(found) - set(many) - PLAIN_LISTS), *many[::ONE_IN], *sorted(parts), *pairs]


def _question(figure: Figure) -> str:
    return f"surveys/{figure.wave.survey.slug}/{figure.wave.slug}/{figure.option.question.code}"


def numbers_in(exhibit: Exhibit) -> set[str]:
    """The numbers of its description that stand in no name of its title or rows."""
    names = sorted((text for text in texts_of(exhibit) if not NUMBER.fullmatch(text)), key=len, reverse=True)
    told = exhibit.description
    for name in names:
        told = told.replace(name, " ") if name else told
    return set(NUMBER.findall(told))


def texts_of(exhibit: Exhibit) -> set[str]:
    """Texts of title, subtitle and rows, also with the spaces that Chinese sentences have."""
    texts = {value for key in exhibit.frame for value in exhibit.frame[key] if isinstance(value, str)}
    texts |= {exhibit.title, exhibit.subtitle}
    return texts | {spaced(text) for text in texts}


def known_to(exhibit: Exhibit) -> set[str]:
    """Its numbers as they are written, and how many rows there are of each kind, or of two kinds together."""
    frame = exhibit.frame
    written = {write_number(value, 2) for key in frame.select_dtypes("number") for value in frame[key].dropna()}
    kinds = [key for key in KINDS if key in frame]
    counts = {len(frame), 0}
    for first, second in combinations([None, *kinds], 2):
        rows = frame.groupby([key for key in (first, second) if key], sort=False)
        sizes = {*rows.size(), rows.ngroups, *(frame.groupby(first)[second].nunique() if first else ())}
        counts |= sizes | {size - MOST_NAMED for size in sizes}
    named = {frame.loc[frame[key] != "", key].nunique() for key in kinds}  # without the rows that have none
    counts |= named | {size - MOST_NAMED for size in named}
    said = NUMBER.findall(f"{exhibit.title} {exhibit.subtitle}")  # who was asked, when, how many
    return {CONFIDENCE, str(LEAST_BASE), *said, *texts_of(exhibit), *written, *map(write_count, counts)}


KINDS = (
    *("survey", "wave", "question", "option", "segment", "vendor", "product", "service_model", "kind", "country"),
    *("state", "group", "category", "provider", "item", "value_type"),
)
