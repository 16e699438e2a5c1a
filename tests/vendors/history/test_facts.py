"""The page of one fact: what counts, its history and chart, as of a day; and the correction that a reader prepares."""

import csv
import io
import re

import pytest
from django.conf import settings as django_settings

from portal.charts.line_shapes import TrendLines
from portal.loading.files import InputFile
from portal.loading.run import load
from tests.factories import make_attribute, make_fact, make_product
from vendors.models import Attribute, Fact, Product
from vendors.selections.facts import history_of

pytestmark = pytest.mark.usefixtures("story")

MEMORY = "/en/products/lambda/memory"
RIGHT = {"value": "20480", "source": "https://example.org/new?a=1", "observed_on": "2025-03", "remark": "See table 2"}


def history(slug: str = "lambda", code: str = "memory", **parts):
    return history_of(Product.objects.get(slug=slug), Attribute.objects.get(code=code), **parts)


def test_all_values_newest_first():
    frame = history().frame

    assert list(zip(frame["observed_on"], frame["value"], frame["state"], strict=True)) == [
        ("2024", 10240, "documented"),
        ("2020-06", 3008, "superseded"),
        ("2019-12", 3008, "superseded"),
        ("2017-11", 1536, "superseded"),
    ]


def test_the_chart_stands_at_years_where_each_has_one():
    exhibit = history()

    assert isinstance(exhibit.shape, TrendLines)
    assert exhibit.shape.unit == "MB"
    assert list(zip(exhibit.drawn["date"], exhibit.drawn["number"], strict=True)) == [
        ("2017", 1536),
        ("2019", 3008),
        ("2020", 3008),
        ("2024", 10240),
    ]


def test_two_values_of_one_year_stand_at_their_dates():
    attribute = Attribute.objects.get(code="memory")
    make_fact(
        product=Product.objects.get(slug="old"), attribute=attribute, value=256, observed_on="2018-01", is_current=False
    )

    assert list(history("old").drawn["date"]) == ["2018-01", "2018-03-01"]


def test_one_value_is_no_chart():
    assert history("old").shape is None
    assert history(code="price").shape is None


def test_money_of_two_currencies_is_two_lines():
    price = Attribute.objects.get(code="price")
    product = make_product()
    make_fact(product=product, attribute=price, value="0.2", observed_on="2020", is_current=False)
    make_fact(product=product, attribute=price, value="1.3", currency="CNY", observed_on="2021")

    assert list(history(product.slug, "price").drawn["series"]) == ["USD/million requests", "CNY/million requests"]


def test_as_of_a_day_the_value_of_then_counts():
    frame = history(as_of="2020-12-31").frame

    assert list(zip(frame["value"], frame["state"], strict=True)) == [
        (3008, "documented"),
        (3008, "superseded"),
        (1536, "superseded"),
    ]


def test_before_all_sources_nothing_is_documented(client):
    page = client.get(f"{MEMORY}?as_of=2010-01-01").content.decode()

    assert "not documented" in page
    assert "As known on 2010-01-01" in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("AWS Lambda: Maximum memory", "10,240 MB", "Values by date", "What is wrong here?", "2019-12")),
        ("zh-hans", ("AWS Lambda：最大内存", "10,240 MB", "各日期的数值", "这里有误？", "2019-12")),
    ],
)
def test_the_page_in_both_languages(client, language, words):
    page = client.get(f"/{language}/products/lambda/memory").content.decode()

    assert all(word in page for word in words)
    assert f'href="/{language}/products/lambda.atom"' in page
    assert f'href="/{language}/attributes/memory"' in page


def test_what_is_older_than_two_years_on_the_day_is_marked(client):
    page = client.get(f"{MEMORY}?as_of=2022-07-01").content.decode()
    fresh = client.get(f"{MEMORY}?as_of=2022-06-30").content.decode()

    assert "older than two years" in page
    assert "older than two years" not in fresh


def test_a_doubt_stands_with_its_reason(client):
    page = client.get("/en/products/old/memory").content.decode()

    assert "in doubt" in page
    assert "A copy." in page


def test_what_nobody_documents_has_a_page_that_asks(client):
    answer = client.get("/en/products/old/price")

    assert answer.status_code == 200
    assert "That does not mean “no”." in answer.content.decode()


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx", ".md", ".pptx", ".png", ".svg", ".zip"])
def test_files(client, suffix):
    assert client.get(f"{MEMORY}{suffix}").status_code == 200


@pytest.mark.parametrize("address", ["products/none/memory", "products/lambda/none", "products/lambda/none.csv"])
def test_unknown_names_are_404(client, address):
    assert client.get(f"/en/{address}").status_code == 404


def test_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(MEMORY)


def test_a_correction_is_a_text_with_old_and_new_value(client):
    page = client.get(MEMORY, RIGHT).content.decode()

    text = re.search(r'<pre class="correct__text".*?>(.*?)</pre>', page, re.DOTALL)[1]
    assert text.splitlines() == [
        "Correction for Serverless Market Watch",
        "Fact: AWS Lambda · Maximum memory",
        "Address of the page: http://testserver/en/products/lambda/memory",
        text.splitlines()[3],
        "Shown value: 10,240 MB",
        "Right value: 20480",
        "Address of the source: https://example.org/new?a=1",
        "Date that the source shows: 2025-03",
        "Remark: See table 2",
    ]
    assert text.splitlines()[3].startswith("Data version: ")
    assert "mailto:" not in page  # nobody is named
    assert not client.cookies


def test_a_letter_is_offered_where_somebody_reads_it(client, settings):
    settings.CONTACT_EMAIL = "data@example.org"

    page = client.get(MEMORY, RIGHT).content.decode()

    link = re.search(r'href="(mailto:[^"]+)"', page)[1]
    assert link.startswith("mailto:data@example.org?subject=Correction%20for%20Serverless%20Market%20Watch&amp;body=")
    assert "Right%20value%3A%2020480" in link


def line_of(client, name: str, given: dict) -> dict[str, str]:
    answer = client.get(f"{MEMORY}/{name}", given)
    assert answer.status_code == 200, answer.content
    (line,) = csv.DictReader(io.StringIO(answer.content.decode()))
    return line


def test_the_lines_load_as_they_are(client):
    files = [
        InputFile(name, client.get(f"{MEMORY}/{address}", RIGHT).content)
        for name, address in (("sources.csv", "correction-source.csv"), ("facts.csv", "correction.csv"))
    ]

    run = load(files)

    assert (run.outcome, run.problems) == ("loaded", [])
    fact = Fact.objects.current().get(product__slug="lambda", attribute__code="memory")
    assert (int(fact.number), fact.observed_on, fact.source.url) == (20480, "2025-03", RIGHT["source"])


def test_a_source_without_latin_letters_has_a_code_too(client):
    given = {**RIGHT, "source": "https://例子.中国/限制"}

    code = line_of(client, "correction.csv", given)["source"]

    assert re.fullmatch("source-[0-9a-f]{8}", code)
    assert line_of(client, "correction-source.csv", given)["code"] == code


def test_a_source_that_is_known_keeps_its_code(client):
    given = {**RIGHT, "source": "https://example.org/quotas"}

    assert line_of(client, "correction.csv", given)["source"] == "quotas"
    assert "sources.csv" not in client.get(MEMORY, given).content.decode()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value": "ten"}, "number in plain digits"),
        ({"value": "10,240"}, "number in plain digits"),
        ({"value": "1e5"}, "number in plain digits"),
        ({"value": "=1+1"}, "formula"),
        ({"value": "1\u202e2"}, "control characters"),
        ({"value": "9" * 16}, "15 digits"),
        ({"value": ""}, "needs the right value"),
        ({"value": "1" * 301}, "at most 300"),
        ({"source": ""}, "address of its source"),
        ({"source": "javascript:alert(1)"}, "valid URL"),
        ({"source": "https://"}, "valid URL"),
        ({"source": "data:text/html,x"}, "valid URL"),
        ({"observed_on": "May 2025"}, "date of the calendar"),
        ({"observed_on": "2025-13"}, "date of the calendar"),
        ({"remark": "=cmd()"}, "formula"),
        ({"remark": "x" * 501}, "at most 500"),
        ({"note": "x"}, "no such parameter"),
    ],
)
@pytest.mark.parametrize("address", [MEMORY, f"{MEMORY}/correction.csv"])
def test_a_wrong_correction_is_refused_with_the_reason(client, address, changes, reason):
    answer = client.get(address, {**RIGHT, **changes})

    assert answer.status_code == 400
    assert reason in answer.content.decode()


def test_money_is_corrected_with_its_currency(client):
    given = {**RIGHT, "value": "0.25"}
    assert client.get("/en/products/lambda/price", given).status_code == 400

    assert client.get("/en/products/lambda/price", {**given, "value": "0.25 USD"}).status_code == 200


@pytest.mark.parametrize("word", ["unlimited", "not_applicable"])
def test_the_words_of_the_files_count_too(client, word):
    assert line_of(client, "correction.csv", {**RIGHT, "value": word})["value"] == word


def test_markup_stays_text(client):
    attribute = make_attribute(code="words", value_type=Attribute.ValueType.TEXT)
    given = {**RIGHT, "value": "<script>alert(1)</script>", "remark": "</pre><b>"}

    page = client.get(f"/en/products/lambda/{attribute.code}", given).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "</pre><b>" not in page


@pytest.mark.parametrize("suffix", [".csv", ".json", ".png"])
def test_files_of_the_fact_take_no_correction(client, suffix):
    assert client.get(f"{MEMORY}{suffix}", {"value": "1"}).status_code == 400


def test_a_file_without_a_correction_is_refused(client):
    assert client.get(f"{MEMORY}/correction.csv").status_code == 400


def test_the_canonical_address_is_that_of_the_fact(client):
    page = client.get(MEMORY, RIGHT).content.decode()

    assert '<link rel="canonical" href="http://testserver/en/products/lambda/memory">' in page


def test_a_fact_of_the_shipped_data(client):
    assert load([django_settings.FIXTURES_DIR]).outcome == "loaded"

    page = client.get("/en/products/aws-lambda/max_memory_mb").content.decode()

    assert "10,240 MB" in page
