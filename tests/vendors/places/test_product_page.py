"""The page of a product joins what is known of it; what is not known is said to be so and never reads like "no"."""

import pytest
from django.utils import translation

from portal.site.sections import Point
from surveys.models import Survey
from tests import factories as make
from vendors.layouts.mentions import line_of
from vendors.models import Attribute, Fact, Listing, Product

pytestmark = pytest.mark.django_db


def context(client, address: str) -> dict:
    response = client.get(f"/en/{address}")
    assert response.status_code == 200
    return response.context


def keys_of(client, slug: str) -> dict[str, tuple]:
    return {key.label: (key.value, key.is_missing) for key in context(client, f"products/{slug}")["keys"]}


def test_key_facts_stand_first_and_what_is_missing_says_so(client, world):
    make.make_fact(
        product=make.make_product(slug="other"),
        attribute=make.make_attribute(code="scale_to_zero", name_en="Scales to zero", value_type="boolean"),
        value=False,
    )

    assert keys_of(client, "lambda") == {
        "Maximum memory": ("10,240 MB", False),
        "Scales to zero": ("not documented", True),
        "Price per million requests": ("0.20 USD per million requests", False),
    }
    assert keys_of(client, "other")["Scales to zero"] == ("no", False)


def test_key_facts_lead_to_the_page_of_the_fact(client, world):
    page = client.get("/en/products/lambda").content.decode()

    assert 'href="/en/products/lambda/max_memory_mb"' in page
    assert 'href="/en/products/lambda/max_memory_mb#correct"' in page


def test_old_sources_are_marked(client, world):
    fact = Fact.objects.get(product__slug="fc", attribute__code="max_memory_mb")
    fact.observed_on = "2020-01"
    fact.save()

    groups = context(client, "products/fc")["groups"]

    assert {line.code: line.current["is_old"] for group in groups for line in group.lines} == {
        "max_memory_mb": True,
        "gpu_support": False,
    }
    assert "old source" in client.get("/en/products/fc").content.decode()


def test_fact_without_a_date_is_not_called_old(client, world):
    lines = {line.code: line for group in context(client, "products/lambda")["groups"] for line in group.lines}

    assert lines["max_memory_mb"].current["observed_on"] == ""
    assert lines["max_memory_mb"].current["is_old"] is False


def test_places_stand_by_scheme_with_the_editions_in_which_it_stood(client, world):
    layers, landscape = context(client, "products/fc")["places"]

    assert (layers.label, layers.is_landscape) == ("Layers", False)
    assert [(place.category, place.certainty_label, place.editions) for place in layers.places] == [
        ("Business logic", "Stated by the source", ())
    ]
    (place,) = landscape.places
    assert [(each.edition, each.is_there) for each in place.editions] == [("2020", False), ("2021", True)]
    assert place.history == "landscape/map/items/fc"


def test_names_of_each_edition_are_as_written_then(client, world):
    landscape = context(client, "products/lambda")["places"][1]

    hosted = next(place for place in landscape.places if place.category == "Hosted")
    assert [each.name for each in hosted.editions] == ["AWS Lambda", "Lambda"]


def test_history_has_launch_values_and_landscape_events_newest_first(client, world):
    scheme = Listing.objects.filter(key="lambda", edition="2020").get().category.scheme
    make.make_listing_event(scheme=scheme, key="lambda", name="Lambda", previous_name="AWS Lambda", kind="renamed")

    days = context(client, "products/lambda")["days"]

    found = [(change["date"], change["kind"]) for day in days for change in day.changes]
    assert ("2014-11", "launched") in found
    assert ("2020-03-02", "renamed") in found
    assert found == sorted(found, reverse=True)
    assert "documented" not in {kind for _date, kind in found}  # that tells of reading, not of the product


def test_first_values_are_news_only_where_nothing_else_happened(client, world):
    Product.objects.filter(slug="fc").update(launched="")

    days = context(client, "products/fc")["days"]

    assert [change["kind"] for day in days for change in day.changes] == ["documented", "documented"]


def test_product_of_which_nothing_happened_has_no_history(client, world):
    Product.objects.filter(slug="steps").update(launched="")

    page = client.get("/en/products/steps").content.decode()

    assert 'id="changes"' not in page
    assert "not documented" in page  # its launch


def test_contents_name_what_the_page_has(client, world):
    response = client.get("/en/products/lambda")
    page = response.content.decode()
    anchors = [entry.anchor for entry in response.context["contents"]]

    assert anchors == ["key-facts", "facts", "places", "changes", "data-title"]
    assert [each.anchor for each in response.context["contents"][1].below] == ["group-limits", "group-pricing"]
    for anchor in anchors:
        assert f'id="{anchor}"' in page


def test_survey_figures_stand_with_their_waves(client, world):
    question = make.make_question(topic="providers")
    option = make.make_option(question=question, product=Product.objects.get(slug="lambda"))
    for year, percent in (("2020", 20), ("2021", 40)):
        wave = make.make_wave(survey=question.survey, slug=year, name_en=year)
        make.make_wording(question=question, wave=wave)
        make.make_figure(wave=wave, option=option, percent=percent)

    response = client.get("/en/products/lambda")
    (shown,) = response.context["mentions"]

    assert shown.mention.value == "40%"
    assert shown.line.dots == ((4, 14.0), (92.0, 4.0))
    points = '">2020 <strong>20%</strong></span> → <span class="mention__point">2021 <strong>40%</strong></span>'
    assert points in response.content.decode()
    assert Survey.objects.count() == 1


def test_lines_are_not_drawn_over_waves_that_do_not_compare():
    points = [Point("a", 10, "10%"), Point("b", 5, "5%"), Point("c", 10, "10%", is_break=True), Point("d", 0, "0%")]

    line = line_of(points)

    assert len(line.dots) == 4
    assert line.runs == ("4.0,4.0 33.3,14.0", "62.7,4.0 92.0,24.0")


def test_line_of_nothing_but_zeros_lies_on_the_ground():
    assert line_of([Point("a", 0, "0%"), Point("b", 0, "0%")]).dots == ((4.0, 24.0), (92.0, 24.0))


def test_page_leads_to_comparison_feed_and_api(client, world):
    page = client.get("/en/products/lambda").content.decode()

    assert 'href="/en/compare?products=lambda' in page
    assert 'type="application/atom+xml"' in page
    assert "/en/products/lambda.atom" in page
    for address in ("/api/v1/products/lambda", "/api/v1/facts?product=lambda", "/en/products/lambda.atom"):
        assert address in page
        assert client.get(address).status_code == 200


def test_product_without_anything_is_still_a_page(client):
    make.make_product(slug="bare", launched="", homepage="")

    for language in ("en", "zh-hans"):
        response = client.get(f"/{language}/products/bare")
        assert response.status_code == 200
    assert response.context["keys"] == []
    assert response.context["costs"] == []


def test_not_applicable_and_unlimited_are_neither_no_nor_missing(client, world):
    attribute = make.make_attribute(code="max_timeout_sync_s", name_en="Timeout")
    Fact.objects.create(
        product=Product.objects.get(slug="fc"),
        attribute=attribute,
        state=Fact.State.UNLIMITED,
        basis="quoted",
        source=make.make_source(),
    )

    assert keys_of(client, "fc")["Timeout"] == ("No limit", False)


def test_chinese_page_is_chinese(client, world):
    page = client.get("/zh-hans/products/lambda").content.decode()

    for words in ("概览", "有据可查的事实", "历史与动态", "本页内容"):
        assert words in page
    with translation.override("en"):
        assert "At a glance" not in page


@pytest.mark.parametrize("slug", ["aws-lambda", "alibaba-fc", "knative", "huawei-functiongraph", "aws-step-functions"])
@pytest.mark.usefixtures("shipped")
def test_shipped_products_join_what_is_known(client, slug, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        response = client.get(f"/en/products/{slug}")

    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1
    assert Attribute.objects.count() > 80


@pytest.mark.usefixtures("shipped")
def test_shipped_lambda_has_cost_history_years_and_waves(client):
    found = context(client, "products/aws-lambda")

    # 3 M requests: 2 M billed at 0.20 USD a million; 3 M × 0.12 s × 0.5 GB = 180,000 GB-s, within 400,000 free ones
    assert [cost.total for cost in found["costs"]][0] == "0.40 USD a month"
    landscape = next(scheme for scheme in found["places"] if scheme.is_landscape)
    assert [each.edition for each in landscape.places[0].editions if each.is_there] == [
        str(year) for year in range(2018, 2027)
    ]
    assert [point.text for point in found["mentions"][0].mention.points] == ["33.39%", "27.72%", "26.39%"]
    assert found["mentions"][0].mention.points[-1].is_break


def test_page_as_of_a_day_shows_what_stood_then(client, world):
    found = context(client, "products/lambda?as_of=2020-12-31")

    places = {place.category: [each.edition for each in place.editions] for s in found["places"] for place in s.places}
    assert places == {"Hosted": []}  # one edition stood by then, so there is no choice
    assert {key.label: key.value for key in found["keys"]}["Maximum memory"] == "3,008 MB"
    assert not found["is_later"]


def test_page_as_of_a_day_before_the_launch_says_so(client, world):
    response = client.get("/en/products/lambda?as_of=2013-01-01")

    assert response.context["is_later"]
    assert response.context["places"] == []
    assert "it was launched after 2013-01-01" in response.content.decode()


def test_status_of_another_day_is_unknown_where_no_source_says_it(client, world):
    assert context(client, "products/lambda?as_of=2018-01-01")["status"] == "unknown"
    assert context(client, "products/lambda")["status"] == "Generally available"


@pytest.mark.parametrize(
    ("query", "named"), [("as_of=2020", "YYYY-MM-DD"), ("as_of=nonsense", "YYYY-MM-DD"), ("day=1", "day")]
)
def test_wrong_parameters_are_400(client, world, query, named):
    response = client.get(f"/en/products/lambda?{query}")

    assert response.status_code == 400
    assert named in response.content.decode()


@pytest.mark.parametrize(
    ("query", "products"),
    [
        ("scheme=map", {"lambda", "fc"}),
        ("scheme=layers", {"lambda", "fc", "steps"}),
        ("scheme=only", {"steps"}),
        ("scheme=only~map", {"lambda", "fc", "steps"}),
        ("scheme=map&country=CN", {"fc"}),
        ("scheme=map&as_of=2020-01-01", {"lambda", "fc"}),
    ],
)
def test_list_narrows_to_products_that_stand_in_a_scheme(client, world, query, products):
    only = make.make_category(scheme=make.make_scheme(code="only", name_en="Only"))
    make.make_listing(category=only, product=Product.objects.get(slug="steps"))

    response = client.get(f"/en/products?{query}")

    assert set(response.context["exhibit"]["value"].frame["product"]) == products


def test_list_says_in_which_scheme_its_products_stand(client, world):
    assert "Stands in: Layers" in client.get("/en/products?scheme=layers").content.decode()
    assert client.get("/en/products?scheme=layer").status_code == 400
