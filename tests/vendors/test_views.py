"""Pages and files of the vendors app: status, what they show, how often they ask the database, what they refuse."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import make_product, make_scheme, make_vendor
from vendors.models import Scheme

pytestmark = pytest.mark.django_db

PAGES = (
    "vendors",
    "vendors/ali",
    "products",
    "products/lambda",
    "products/steps",
    "compare",
    "compare?products=fc~lambda&group=limits~pricing",
    "taxonomy/layers",
    "landscape/map/2020",
    "landscape/map/2021",
)
EXHIBITS = ("vendors", "vendors/ali", "products", "products/lambda", "compare", "taxonomy/layers", "landscape/map/2021")
DATA_FILES = (".csv", ".xlsx", ".json", ".md", ".zip", ".pptx")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_answer_in_both_languages(client, world, address, language, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        response = client.get(f"/{language}/{address}")

    assert response.status_code == 200
    assert response["Content-Language"] == language
    assert response.content.decode().count("<h1") == 1


@pytest.mark.parametrize("address", EXHIBITS)
@pytest.mark.parametrize("suffix", DATA_FILES)
def test_every_exhibit_has_its_data_files(client, world, address, suffix):
    response = client.get(f"/en/{address}{suffix}")

    assert response.status_code == 200
    assert response.content


@pytest.mark.parametrize("address", ["taxonomy/layers", "landscape/map/2021"])
def test_maps_have_pictures(client, world, address):
    response = client.get(f"/en/{address}.svg")

    assert response.status_code == 200
    assert b"Function Compute" in response.content


@pytest.mark.parametrize("address", ["vendors", "vendors/ali", "products", "products/lambda", "compare"])
def test_tables_have_no_picture(client, world, address):
    assert client.get(f"/en/{address}.png").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "vendors/nobody",
        "products/nothing",
        "taxonomy/none",
        "landscape/none",
        "landscape/layers",
        "landscape/map/1999",
        "landscape/layers/2026",
    ],
)
def test_what_is_not_there_is_404(client, world, address):
    assert client.get(f"/en/{address}").status_code == 404


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("vendors?kind=public_clod", "public_cloud"),
        ("vendors?knid=public_cloud", "kind"),
        ("products?vendor=lai", "ali"),
        ("products?sort=prise", "product"),
        ("products/lambda?group=limits", "group"),
        ("compare?products=lamda", "lambda"),
        ("compare?attributes=max_memory", "max_memory_mb"),
        ("compare?group=limit", "limits"),
        ("taxonomy/layers?certainty=state", "stated"),
        ("landscape/map/2021?maturity=sandbx", "sandbox"),
        ("landscape/map/2021?country=FR", "FR"),
        ("landscape/map?x=1", "x"),
        ("taxonomy?x=1", "x"),
        ("landscape/map/2021.csv?labels=all", "default"),
    ],
)
def test_wrong_parameters_are_400_with_what_is_near(client, world, address, named):
    response = client.get(f"/en/{address}")

    assert response.status_code == 400
    assert named in response.content.decode()


def test_form_with_repeated_names_leads_to_the_one_address(client, world):
    response = client.get("/en/compare?products=fc&products=lambda&group=limits&group=")

    assert (response.status_code, response["Location"]) == (302, "/en/compare?products=fc~lambda&group=limits")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("taxonomy", "/en/taxonomy/layers"),
        ("landscape", "/en/landscape/map"),
        ("landscape/map", "/en/landscape/map/2021"),
    ],
)
def test_schemes_lead_to_the_only_one_and_its_latest_edition(client, world, address, target):
    response = client.get(f"/en/{address}")

    assert (response.status_code, response["Location"]) == (302, target)


def test_several_schemes_are_listed(client, world):
    make_scheme(code="other", name_en="Another order", kind=Scheme.Kind.TAXONOMY)

    response = client.get("/en/taxonomy")

    assert response.status_code == 200
    assert "/en/taxonomy/other" in response.content.decode()


@pytest.mark.parametrize("address", ["vendors", "products", "compare", "taxonomy", "landscape"])
def test_pages_of_an_empty_portal_answer(client, address):
    assert client.get(f"/en/{address}").status_code == 200


def test_scheme_without_listings_answers(client):
    make_scheme(code="new", kind=Scheme.Kind.TAXONOMY)
    make_scheme(code="blank", kind=Scheme.Kind.LANDSCAPE)

    assert client.get("/en/taxonomy/new").status_code == 200
    assert client.get("/en/landscape/blank").status_code == 404


def test_product_page_shows_value_doubt_source_and_what_is_not_documented(client, world):
    page = client.get("/en/products/fc").content.decode()

    assert "32,768 MB" in page
    assert "Two pages differ." in page
    assert "Title of schema" not in page or "https://example.org/schema" not in page
    assert 'id="max_memory_mb"' in page


def test_product_page_groups_facts_with_earlier_ones(client, world):
    groups = client.get("/en/products/lambda").context["groups"]

    limits, pricing = groups
    assert (limits.label, limits.missing) == ("Limits", "GPU")
    assert [row["value_text"] for row in limits.lines[0].earlier] == ["3,008 MB"]
    assert pricing.lines[0].current["value_text"] == "0.20 USD per million requests"


def test_product_page_tells_places_and_years(client, world):
    schemes = client.get("/en/products/lambda").context["places"]

    places = [place for scheme in schemes for place in scheme.places]
    assert {(place.category, place.years, place.certainty_label) for place in places} == {
        ("Hosted", "2020–2021", ""),
        ("Tools", "2021", ""),
        ("Business logic", "2026", "Stated by the source"),
    }


def test_vendor_page_says_who_says_where_it_is(client, world):
    response = client.get("/en/vendors/ali")

    assert response.context["country"] == "China"
    assert response.context["exhibit"]["value"].citations[0].code == "flag"
    assert "Where Ali is" in response.content.decode()


def test_vendor_of_unknown_country_says_so(client):
    make_vendor(slug="nobody")

    assert "unknown: no source read says the country" in client.get("/en/vendors/nobody").content.decode()


def test_comparison_groups_lines_and_tells_not_documented_from_no(client, world):
    response = client.get("/en/compare?products=lambda~fc&group=limits")

    comparison = response.context["comparison"]
    assert [group.label for group in comparison.groups] == ["Limits"]
    assert [head.label for head in comparison.columns] == ["AWS Lambda", "Function Compute"]
    assert "not documented" in response.content.decode()


def test_comparison_picks_show_what_is_chosen(client, world):
    controls = client.get("/en/compare?products=lambda&group=pricing").context["controls"]

    assert [pick.code for group in controls.products for pick in group.choices if pick.is_chosen] == ["lambda"]
    assert [group.whole.code for group in controls.attributes if group.whole.is_chosen] == ["pricing"]


def test_headings_sort_and_turn_round(client, world):
    sorts = client.get("/en/products?vendor=aws&sort=vendor").context["sorts"]

    assert (sorts["vendor"].href, sorts["vendor"].direction) == ("?vendor=aws&sort=-vendor", "ascending")
    assert (sorts["status"].href, sorts["status"].direction) == ("?vendor=aws&sort=status", "")


def test_matrix_has_a_cell_for_each_layer(client, world):
    lines = client.get("/en/taxonomy/layers").context["matrix"].lines

    assert [(line.head.label, [len(place.cards) for place in line.places]) for line in lines] == [
        ("AWS", [1, 2]),
        ("Ali Cloud", [0, 1]),
    ]


def test_landscape_counts_countries_and_changes(client, world):
    context = client.get("/en/landscape/map/2021").context

    assert context["counts"] == {"china": 1, "elsewhere": 1, "unknown": 1}
    assert (context["changes"].since, context["changes"].entered, context["changes"].left) == (
        "2020",
        ("Function Compute", "Orphan"),
        ("Gone",),
    )
    assert client.get("/en/landscape/map/2020").context["changes"] is None


def test_landscape_marks_china_in_words_and_unknown_apart(client, world):
    page = client.get("/en/landscape/map/2021").content.decode()

    assert page.count('<span class="tag tag--china">HQ in China</span>') == 1
    assert "country unknown" in page


def test_pages_say_their_files(client, world):
    link = client.get("/en/landscape/map/2021?country=CN")["Link"]

    assert "</en/landscape/map/2021.csv?country=CN>" in link


def test_posting_is_refused(client, world):
    assert client.post("/en/vendors").status_code == 405


def test_named_addresses_are_those_of_the_pages():
    with translation.override("en"):
        assert reverse("vendors:compare") == "/en/compare"
        assert reverse("vendors:landscape_file", args=["map", "2021", ".csv"]) == "/en/landscape/map/2021.csv"


def test_number_of_queries_does_not_grow_with_products(client, world, django_assert_max_num_queries):
    for number in range(20):
        make_product(slug=f"more-{number}")

    with django_assert_max_num_queries(12):
        client.get("/en/products")


def test_vendor_page_numbers_all_its_values_by_one_list_of_sources(client, world):
    context = client.get("/en/vendors/aws").context

    numbered = [citation.code for citation in context["exhibit"]["value"].citations]
    cells = [
        cell for row in context["products"]["table"].rows for place in row.cells for cell in place if cell.citation
    ]
    assert [numbered[cell.citation - 1] for cell in cells] == ["quotas", "prices"]
