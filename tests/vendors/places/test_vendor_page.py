"""The page of a vendor, and the list of vendors by scheme and day."""

import csv
import io

import pytest

from tests import factories as make
from vendors.models import Listing, Product, Vendor

pytestmark = pytest.mark.django_db


def page_of(client, slug: str):
    response = client.get(f"/en/vendors/{slug}")
    assert response.status_code == 200
    return response


def listed(client, query: str = "") -> list[dict]:
    response = client.get(f"/en/vendors.csv?{query}")
    assert response.status_code == 200, response.content
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def test_headquarters_stand_with_their_source(client, world):
    response = page_of(client, "ali")

    assert response.context["country"] == "China"
    assert response.context["country_citation"] == 1
    assert 'href="#source-1"' in response.content.decode()


def test_vendor_of_unknown_country_cites_nothing_for_it(client, world):
    make.make_vendor(slug="nobody")

    response = page_of(client, "nobody")

    assert response.context["country_citation"] is None
    assert "unknown: no source read says the country" in response.content.decode()


def test_contents_leave_out_what_there_is_nothing_of(client, world):
    make.make_vendor(slug="nobody")

    assert [entry.anchor for entry in page_of(client, "nobody").context["contents"]] == [
        "key-facts",
        "places",
        "data-title",
    ]
    assert [entry.anchor for entry in page_of(client, "aws").context["contents"]] == [
        "key-facts",
        "products",
        "places",
        "changes",
        "data-title",
    ]


def test_places_of_all_its_items_stand_by_scheme(client, world):
    layers, landscape = page_of(client, "aws").context["places"]

    assert [place.item for place in layers.places] == ["Fargate", "AWS Lambda", "Step Functions"]
    assert {(place.item, place.category) for place in landscape.places} == {("Lambda", "Hosted"), ("Lambda", "Tools")}


def test_news_are_those_of_its_products(client, world):
    response = page_of(client, "aws")

    products = {change["product"] for day in response.context["days"] for change in day.changes}
    assert products == {"lambda", "steps"}
    assert 'href="/en/changes?product=lambda~steps"' in response.content.decode()


def test_products_can_be_compared_at_once(client, world):
    assert "/en/compare?products=lambda~steps" in page_of(client, "aws").content.decode()
    assert "Compare these products" not in page_of(client, "ali").content.decode()


def test_figures_name_the_vendor_or_its_products(client, world):
    question = make.make_question(topic="providers")
    wave = make.make_wave(survey=question.survey)
    for code, percent, named in (
        ("own", 61, {"name_en": "AWS"}),
        ("product", 62, {"product": Product.objects.get(slug="lambda")}),
        ("other", 63, {"name_en": "Somebody"}),
    ):
        make.make_figure(wave=wave, option=make.make_option(question=question, code=code, **named), percent=percent)

    mentions = page_of(client, "aws").context["mentions"]

    assert [shown.mention.value for shown in mentions] == ["61%", "62%"]


@pytest.mark.parametrize(
    ("query", "vendors"),
    [
        ("scheme=layers", ["ali", "aws"]),
        ("scheme=map", ["ali", "aws"]),
        ("scheme=only", ["orphan"]),
        ("scheme=layers~only", ["ali", "aws", "orphan"]),
        ("scheme=only&country=CN", []),
    ],
)
def test_list_narrows_to_those_that_stand_in_a_scheme(client, world, query, vendors):
    only = make.make_category(scheme=make.make_scheme(code="only"))
    product = make.make_product(vendor=make.make_vendor(slug="orphan"))
    make.make_listing(category=only, product=product)

    assert [row["vendor"] for row in listed(client, query)] == vendors


def test_list_as_of_a_day_counts_what_was_there(client, world):
    Product.objects.filter(slug="steps").update(launched="2021")
    today = {row["vendor"]: (row["products"], row["items"], row["last_year"]) for row in listed(client)}
    then = {
        row["vendor"]: (row["products"], row["items"], row["last_year"]) for row in listed(client, "as_of=2020-06-30")
    }

    assert today == {"ali": ("1", "1", "2021"), "aws": ("2", "1", "2021")}
    assert then == {"ali": ("1", "0", ""), "aws": ("1", "1", "2020")}


def test_list_counts_products_whose_launch_is_not_dated(client, world):
    Product.objects.filter(slug="fc").update(launched="")

    assert {row["vendor"]: row["products"] for row in listed(client, "as_of=1999-01-01")} == {"ali": "1", "aws": "0"}


def test_list_as_of_a_day_says_so_on_the_page(client, world):
    page = client.get("/en/vendors?as_of=2020-06-30").content.decode()

    assert "as of 2020-06-30" in page
    assert "whose launch no source dates is counted" in page


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("scheme=layer", "layers"),
        ("as_of=2020", "YYYY-MM-DD"),
        ("as_of=2999-01-01", "2999-01-01"),
        ("as_off=1", "as_of"),
    ],
)
def test_wrong_parameters_are_400(client, world, query, named):
    for suffix in ("", ".csv"):
        response = client.get(f"/en/vendors{suffix}?{query}")
        assert response.status_code == 400
    assert named in client.get(f"/en/vendors?{query}").content.decode()


def test_number_of_queries_does_not_grow(client, world, django_assert_max_num_queries):
    scheme = Listing.objects.first().category.scheme
    for number in range(12):
        vendor = Vendor.objects.get(slug="aws")
        product = make.make_product(slug=f"more-{number}", vendor=vendor)
        make.make_listing(category=scheme.categories.first(), vendor=vendor, product=product)

    with django_assert_max_num_queries(25):
        page_of(client, "aws")
    with django_assert_max_num_queries(15):
        client.get("/en/vendors?as_of=2021-06-30")


@pytest.mark.usefixtures("shipped")
def test_shipped_alibaba_cloud_joins_what_is_known(client):
    found = page_of(client, "alibaba-cloud").context

    assert (found["country"], found["country_citation"]) == ("China", 1)
    assert {scheme.label for scheme in found["places"]} == {
        "Four layers of serverless platforms",
        "Serverless in the CNCF Cloud Native Landscape",
    }
    assert "1.76%" in [shown.mention.value for shown in found["mentions"]]


@pytest.mark.usefixtures("shipped")
def test_shipped_vendor_with_nothing_says_what_is_not_known(client):
    page = page_of(client, "algorithmia").content.decode()

    assert "unknown: no source read says the country" in page
    assert page.count("not documented") >= 2
