"""Whatever a client sends, pages answer 200, a redirect, 400 or 404 with the reason; never 500."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext, override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.exhibits import suffixes
from portal.loading.run import load
from surveys.models import Wave
from tests.surveys.api.conftest import small_answers
from tests.surveys.microdata.stored import make_dataset

ADDRESSES = (
    "",
    "search",
    "sources",
    "sources/linuxfoundation-org-cncf-2023-annual-survey",
    "surveys",
    "surveys/cncf-annual",
    "surveys/cncf-annual/2020",
    "surveys/cncf-annual/2021-part2/serverless_use",
    "surveys/cncf-annual/2020/crosstab",
    "surveys/cncf-annual/2020/toplines",
    "surveys/cncf-annual/2020/book.xlsx",
    "surveys/china-cloud-native-user/2020/industry",
    "surveys/cncf-annual/trend/serverless_use",
    "n/cncf-annual/2021-part2/serverless_use/production",
    "n/cncf-annual/2021-part2/serverless_use/production/region/africa",
    "topics",
    "topics/adoption",
    "vendors",
    "vendors/aws",
    "products",
    "products/aws-lambda",
    "compare",
    "cost",
    "cost/over-requests",
    "cost/break-even",
    "taxonomy/four-layers",
    "taxonomy/four-layers/coverage",
    "taxonomy/cncf-serverless",
    "landscape/cncf-serverless/2021",
    "landscape/cncf-serverless/changes",
    "landscape/cncf-serverless/over-time",
    "landscape/cncf-serverless/items/knative",
    "landscape/cncf-serverless/2021.yml",
    "landscape/cncf-serverless/2021.items.json",
    "products/aws-lambda/max_memory_mb",
    "attributes",
    "attributes/max_memory_mb",
    "changes",
    "changes.atom",
    "products/aws-lambda.atom",
    "attributes/max_memory_mb.atom",
    "landscape/cncf-serverless/changes.atom",
    "refresh",
    "deck",
    "glossary",
    "glossary/cold-start",
    "method",
    "licence",
    "cite",
    "report/exhibits",
    "report/exhibits/requests",
    "report/exhibits/limits",
    "report",
    "report/definition",
    "data",
    "news",
    "news.atom",
    "news.feed.json",
)
TAKES_FILES = "refresh"  # the one page that readers send something to
# For other sites and for machines.
FOR_OTHERS = (
    "/oembed",
    "/embed/en/surveys/cncf-annual/2021-part2/serverless_use",
    "/embed/frozen/zh-hans/surveys/cncf-annual/2021-part2/serverless_use",
    "/en/deck.pptx",
    "/en/deck/progress.zip",
    "/en/report.pdf",
    "/zh-hans/report/structure.pptx",
)
PARAMETERS = (
    "q",
    "by",
    "sort",
    "only",
    "except",
    "chart",
    "value",
    "ci",
    "products",
    "attributes",
    "group",
    "kind",
    "country",
    "category",
    "certainty",
    "maturity",
    "open_source",
    "labels",
    "excel",
    "theme",
    "size",
    "width",
    "height",
    "scale",
    "page",
    "wave",
    "as_of",
    "from",
    "to",
    "classify",
    "view",
    "service_model",
    "deployment",
    "status",
    "vendor",
    "product",
    "add",
    "exhibit",
    "title",
    "title.1",
    "languages",
    "up",
    "remove",
    "show",
    "url",
    "maxwidth",
    "format",
    "rows",
    "columns",
    "filter",
    "weight",
    "adjust",
    "question",
    "keep",
    "cell",
    "must",
    "prefer",
    "f.max_memory_mb",
    "f.runtimes",
    "rate",
    "diff",
    "transposed",
    "is",
    "as",
    "nonsense",
    "__all__",
    "q[]",
)
NASTY = (
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "NaN",
    "\x00",
    "\ud7ff",
    "'",
    '"',
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%",
    "%00",
    "~",
    "~~~",
    "a~b",
    "aws-lambda~",
    "云",
    "函数计算",
    "１２",
    "\u202e",
    "x" * 3000,
    "true",
    "null",
    "-value",
    "SELECT 1; --",
    "{{7*7}}",
    "🦄",
    "CN",
    "unknown",
)
SUFFIXES = ("", *suffixes.SUFFIXES, ".exe", ".html", ".xx.json", "/", "//", ".csv.csv", "%00")
CALM = {200, 301, 302, 400, 404}
CALM_FOR_OTHERS = CALM | {414, 501}  # too long; no XML

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped_data(settings):
    run = load([settings.FIXTURES_DIR])
    assert run.outcome == "loaded", run.problems[:3]
    make_dataset(small_answers(), wave=Wave.objects.get(survey__slug="cncf-annual", slug="2020"))


def trouble(client, address: str, data: dict, calm: set[int] = CALM) -> list[str]:
    return trouble_with(client.get(address, data), f"{address} {data}", calm)


def trouble_with(answer, asked: str, calm: set[int] = CALM) -> list[str]:
    if answer.status_code not in calm:
        return [f"{asked}: {answer.status_code}"]
    if answer.status_code == 400 and not answer.content:
        return [f"{asked}: 400 without a reason"]
    return []


def test_nasty_values_in_every_parameter(client, shipped_data):
    found, known = [], 0
    for number, address in enumerate(ADDRESSES):
        language = ("en", "zh-hans")[number % 2]
        with override(language):
            unknown = gettext("There is no such parameter here.").encode()
        for name in PARAMETERS:
            # The values take turns: each parameter meets each value on a few pages.
            for value in NASTY[number % 4 :: 4]:
                answer = client.get(f"/{language}/{address}", {name: value})
                found += trouble_with(answer, f"{language}/{address} {name}={value!r}")
                if unknown in answer.content:
                    break  # refused by its name, whatever its value
                known += 1

    assert found == []
    assert known > 1000


def test_nasty_values_where_other_sites_ask(client, shipped_data):
    found = [
        line
        for number, address in enumerate(FOR_OTHERS)
        for name in PARAMETERS
        for value in NASTY[number % 4 :: 4]
        for line in trouble(client, address, {name: value}, CALM_FOR_OTHERS)
    ]

    assert found == []


def test_every_suffix_on_every_page(client, shipped_data):
    found = [
        line for address in ADDRESSES for suffix in SUFFIXES for line in trouble(client, f"/en/{address}{suffix}", {})
    ]

    assert found == []


def test_unknown_codes_in_addresses_are_404_and_say_so(client, shipped_data):
    for address in (
        "surveys/nothing",
        "surveys/cncf-annual/1999",
        "surveys/cncf-annual/2020/nothing",
        "topics/nothing",
        "vendors/nothing",
        "products/nothing",
        "taxonomy/nothing",
        "landscape/cncf-serverless/1999",
        "surveys/cncf-annual/trend/nothing",
        "nothing/at/all",
    ):
        for language in ("en", "zh-hans"):
            answer = client.get(f"/{language}/{address}")

            assert answer.status_code == 404, address
            assert "<h1" in answer.content.decode(), address


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    address=st.sampled_from(ADDRESSES),
    suffix=st.sampled_from(SUFFIXES),
    data=st.dictionaries(
        st.sampled_from(PARAMETERS)
        | st.text(min_size=1, max_size=8).filter(lambda text: text < "\ud800" or text > "\udfff"),
        st.sampled_from(NASTY)
        | st.text(max_size=30).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)),
        max_size=4,
    ),
)
def test_anything_at_all(client, shipped_data, address, suffix, data):
    assert trouble(client, f"/en/{address}{suffix}", data) == []


def test_wrong_methods_are_refused(client, shipped_data):
    for address in set(ADDRESSES) - {TAKES_FILES}:
        assert client.post(f"/en/{address}").status_code == 405, address
        assert client.delete(f"/en/{address}").status_code == 405, address


def readers_patterns(resolver=None):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from readers_patterns(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern


def test_every_named_page_is_tried_here():
    """A page added to urls.py must be added to ADDRESSES."""
    names = {
        pattern.name
        for pattern in readers_patterns()
        if pattern.lookup_str.startswith(("surveys.", "vendors.", "portal.site.views"))
        and ".admin." not in pattern.lookup_str  # the team's own pages are no readers'
    }
    tried = {get_resolver().resolve(f"/en/{address}").url_name for address in ADDRESSES}
    also = {"landscape_latest", "taxonomies", "landscapes", "style-guide", "compare_pick"}

    assert {name for name in names if name and not name.endswith("_file")} - tried - also == set()
