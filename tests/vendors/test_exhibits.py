"""Exhibits of the vendors app: findings by rule, citations, columns and shapes; the same numbers in every file."""

import csv
import io
import json

import pytest
from django.http import QueryDict
from django.utils import translation

from portal.charts.shapes import CardMap, CardMatrix
from portal.exhibits.data_files import csv_file, json_file
from portal.exhibits.markdown import markdown_file
from tests.factories import make_category, make_listing, make_scheme, make_vendor
from vendors.exhibits.vendors import vendor_exhibit
from vendors.filters.comparison import CompareForm
from vendors.filters.landscape import LandscapeForm
from vendors.filters.products import ProductsForm
from vendors.filters.vendors import VendorsForm
from vendors.frames.listings import listing_table
from vendors.models import Attribute, Listing, Product, Scheme, Vendor
from vendors.selections.comparison import compared, comparison_with
from vendors.selections.landscape import mapped
from vendors.selections.products import chosen_products, facts_of
from vendors.selections.taxonomy import placed, taxonomy_form
from vendors.selections.vendors import chosen_vendors

pytestmark = pytest.mark.django_db


def rows_of(exhibit):
    return list(csv.DictReader(io.StringIO(csv_file(exhibit).decode())))


def comparison(query=""):
    known = {"products": Product.objects.labels(), "attributes": Attribute.objects.all()}
    return compared(CompareForm.read(QueryDict(query), **known)).exhibit


def vendors(query=""):
    return chosen_vendors(VendorsForm.read(QueryDict(query), countries=Vendor.objects.countries(), schemes={}))


def products(query=""):
    options = {"vendors": Vendor.objects.labels(), "countries": ["CN", "US"], "attributes": Attribute.objects.labels()}
    return chosen_products(ProductsForm.read(QueryDict(query), **options))


def landscape(edition="2021", query=""):
    scheme = Scheme.objects.with_categories().get(code="map")
    return mapped(
        scheme,
        edition,
        LandscapeForm.read(QueryDict(query), categories=scheme.category_labels(), countries=["CN", "US"]),
    )


def taxonomy(query=""):
    scheme = Scheme.objects.with_categories().get(code="layers")
    return placed(scheme, taxonomy_form(scheme, QueryDict(query)))


@pytest.mark.parametrize(
    ("make", "english", "chinese"),
    [
        (
            vendors,
            "2 vendors and projects; 1 with headquarters in China, 0 of unknown country",
            "共 2 家厂商与项目；1 家总部在中国，0 家国家/地区未知",
        ),
        (
            products,
            "3 products of 2 vendors: Functions (FaaS) 2, Workflow 1",
            "2 家厂商的 3 个产品：函数（FaaS） 2 个、工作流 1 个",
        ),
        (
            lambda: facts_of(Product.objects.with_owners().get(slug="fc")),
            "Function Compute: 2 documented facts from 2 sources; 1 in doubt",
            "函数计算：2 项有据可查的数据，出自 2 个来源；其中 1 项存疑",
        ),
        (
            lambda: comparison("products=fc~lambda&group=limits"),
            "3 of 4 values are documented for 2 products and 2 attributes",
            "2 个产品、2 项指标，4 个数值中有 3 个有据可查",
        ),
        (
            lambda: comparison("products=fc~lambda&attributes=gpu_support"),
            "The value of 1 of 2 products is documented",
            "2 个产品中有 1 个的数值有据可查",
        ),
        (
            taxonomy,
            "AWS covers all 2 layers; 3 placements are stated by the source, 1 inferred",
            "亚马逊云科技覆盖全部 2 个层次；3 处归类由来源明示，1 处为推断",
        ),
        (
            landscape,
            "3 items in 2021; 1 from organisations with headquarters in China, 1 of unknown country",
            "2021 年共 3 个条目；1 个来自总部在中国的机构，1 个国家/地区未知",
        ),
    ],
    ids=["vendors", "products", "product", "comparison", "comparison of one attribute", "taxonomy", "landscape"],
)
def test_findings_are_made_by_rule_in_both_languages(world, make, english, chinese):
    with translation.override("en"):
        assert make().finding == english
    with translation.override("zh-hans"):
        assert make().finding == chinese


@pytest.mark.parametrize(
    ("wide", "narrow", "finding"),
    [
        (2, 0, "All 2 providers cover all 2 layers"),
        (2, 1, "v0 and v1 cover all 2 layers"),
        (5, 1, "5 of 6 providers cover all 2 layers"),
        (0, 2, "2 placements are stated"),
    ],
)
def test_taxonomy_finding_names_few_and_counts_many(wide, narrow, finding):
    scheme = make_scheme()
    layers = [make_category(scheme=scheme) for _ in range(2)]
    for number in range(wide + narrow):
        vendor = make_vendor(slug=f"v{number}", name_en=f"v{number}")
        for layer in layers if number < wide else layers[number % 2 : number % 2 + 1]:
            make_listing(category=layer, vendor=vendor, edition="2026")

    assert placed(scheme).finding.startswith(finding)


def test_files_of_a_comparison_agree(world):
    exhibit = comparison("products=lambda~fc&attributes=max_memory_mb~gpu_support")
    body = json.loads(json_file(exhibit))

    assert [(row["product"], row["attribute"], row["value"], row["state"]) for row in rows_of(exhibit)] == [
        ("lambda", "max_memory_mb", "10240", "documented"),
        ("fc", "max_memory_mb", "32768", "documented"),
        ("lambda", "gpu_support", "", "not_documented"),
        ("fc", "gpu_support", "true", "documented"),
    ]
    assert [row["value"] for row in body["rows"]] == [10240, 32768, None, True]
    assert "32,768 MB (in doubt)" in markdown_file(exhibit).decode()
    assert "not documented" in markdown_file(exhibit).decode()


def test_comparison_columns_are_those_promised(world):
    assert list(rows_of(comparison("products=fc"))[0]) == [
        *("product", "product_label", "attribute", "attribute_label", "group", "group_label", "value", "unit"),
        *("state", "state_label", "note", "observed_on", "basis", "basis_label", "doubt"),
        *("source", "source_title", "source_url", "stale"),
    ]


def test_comparison_leaves_out_undocumented_attributes_of_a_group_but_not_those_asked_for(world):
    assert set(comparison("products=lambda&group=limits").frame["attribute"]) == {"max_memory_mb"}
    assert set(comparison("products=lambda&attributes=gpu_support").frame["attribute"]) == {"gpu_support"}


def test_comparison_without_products_of_its_own_is_empty_and_still_an_exhibit(world):
    exhibit = comparison()

    assert exhibit.is_empty
    assert [citation.code for citation in exhibit.citations] == ["serverless-market-watch"]


def test_comparison_with_a_product_puts_it_first(world):
    assert comparison_with(Product.objects.get(slug="lambda")) == "compare?products=lambda"


def test_product_shows_earlier_values_and_gaps_that_others_of_its_kind_fill(world):
    rows = rows_of(facts_of(Product.objects.with_owners().get(slug="lambda")))

    assert [(row["attribute"], row["state"], row["value"]) for row in rows] == [
        ("max_memory_mb", "documented", "10240"),
        ("max_memory_mb", "superseded", "3008"),
        ("gpu_support", "not_documented", ""),
        ("price_per_million_requests", "documented", "0.2"),
    ]


def test_product_without_facts_cites_its_own_source(world):
    exhibit = facts_of(Product.objects.with_owners().get(slug="steps"))

    assert exhibit.is_empty
    assert len(exhibit.citations) == 1


def test_copy_sites_are_cited_without_an_address(world):
    exhibit = facts_of(Product.objects.with_owners().get(slug="fc"))

    assert {citation.code: citation.url for citation in exhibit.citations}["schema"] == ""


def test_products_narrow_and_sort(world):
    assert products("vendor=aws&sort=-product").frame["product"].tolist() == ["steps", "lambda"]
    assert products("country=CN").frame["product"].tolist() == ["fc"]
    assert products("q=compute").frame["product"].tolist() == ["fc"]
    assert products("service_model=workflow").subtitle == "With a few key facts · Service model: Workflow"


def test_products_give_key_facts_with_currency_and_source(world):
    row = rows_of(products("vendor=aws"))[0]

    assert (row["price_per_million_requests"], row["price_per_million_requests_currency"]) == ("0.2", "USD")
    assert row["price_per_million_requests_source"] == "prices"


def test_vendors_narrow_and_count(world):
    row = rows_of(vendors("country=CN"))[0]

    assert (row["vendor"], row["country_label"], row["in_china"], row["products"], row["items"]) == (
        "ali",
        "China",
        "yes",
        "1",
        "1",
    )
    assert (row["first_year"], row["last_year"], row["country_source"]) == ("2021", "2021", "flag")
    assert vendors("kind=foundation").is_empty


def test_vendor_lists_its_places_year_by_year(world):
    aws = Vendor.objects.with_presence().get(slug="aws")
    listings = list(Listing.objects.of_vendor(aws).with_everything().in_order())

    exhibit = vendor_exhibit(aws, listings)

    assert exhibit.finding == "AWS: 2 products; 1 item in the landscape, 2020–2021"
    assert len(exhibit.frame) == 6


def test_vendor_that_nothing_is_known_of_is_still_an_exhibit():
    nobody = make_vendor(slug="nobody", source=None)

    exhibit = vendor_exhibit(Vendor.objects.with_presence().get(pk=nobody.pk), [])

    assert (exhibit.finding, exhibit.is_empty) == ("", True)


def test_taxonomy_draws_stated_and_inferred_apart(world):
    exhibit = taxonomy()

    assert exhibit.shape == CardMatrix("provider_label_en", "category_label_en", "item_label_en", mark="certainty")
    assert sorted(zip(exhibit.frame["item"], exhibit.frame["certainty"], strict=True)) == [
        ("fargate", "stated"),
        ("fc", "stated"),
        ("lambda", "stated"),
        ("steps", "inferred"),
    ]


def test_taxonomy_narrowed_to_stated_says_so(world):
    exhibit = taxonomy("certainty=stated")

    assert len(exhibit.frame) == 3
    assert exhibit.subtitle == "3 products of 2 providers · 2026 · Certainty: Stated by the source"
    assert exhibit.query == "certainty=stated"


def test_landscape_marks_china_and_cites_who_says_so(world):
    exhibit = landscape()
    marks = dict(zip(exhibit.frame["item"], exhibit.frame["china_mark"], strict=True))

    assert isinstance(exhibit.shape, CardMap)
    assert marks == {"lambda": "", "fc": "CN", "orphan": ""}
    assert "flag" in [citation.code for citation in exhibit.citations]


@pytest.mark.parametrize(
    ("query", "items"),
    [
        ("country=CN", {"fc"}),
        ("country=unknown", {"orphan"}),
        ("country=CN~unknown", {"fc", "orphan"}),
        ("open_source=yes", {"orphan"}),
        ("open_source=no", {"lambda"}),
        ("open_source=unknown", {"fc", "lambda"}),
        ("maturity=sandbox", {"orphan"}),
        ("category=tools", {"orphan", "lambda"}),
        ("q=nobody", {"orphan"}),
        ("q=fUNCTION", {"fc"}),
        ("country=CN&open_source=yes", set()),
    ],
)
def test_landscape_narrows(world, query, items):
    assert set(landscape(query=query).frame["item"]) == items


def test_landscape_counts_a_second_place_once(world):
    frame = landscape().frame

    assert len(frame) == 4
    assert frame["item"].nunique() == 3


def test_chinese_exhibits_use_chinese_labels(world):
    with translation.override("zh-hans"):
        exhibit = taxonomy()

    assert exhibit.title == "层次"
    assert exhibit.shape.row == "provider_label_zh"
    assert set(listing_table(Listing.objects.with_everything())["category_label_zh"]) == {
        "容器",
        "业务逻辑",
        "托管",
        "工具",
    }


def test_citations_are_numbered_as_the_table_names_them(world):
    exhibit = comparison("products=lambda~fc&group=limits~pricing")

    codes = [citation.code for citation in exhibit.citations]
    assert codes == list(dict.fromkeys(code for code in exhibit.frame["source"] if code))
    assert codes[:2] == ["quotas", "schema"]


def test_products_number_citations_in_the_order_shown(world):
    exhibit = products("sort=-product")

    assert [citation.code for citation in exhibit.citations][:2] == ["schema", "quotas"]
