"""Parameters of the pages: what is allowed, what is 400, how a form says itself, the one address of a view."""

import pytest
from django.http import QueryDict

from portal.parameters import WrongParameters
from vendors.filters.landscape import LandscapeForm
from vendors.filters.products import ProductsForm
from vendors.filters.tables import stored
from vendors.filters.taxonomy import TaxonomyForm
from vendors.filters.vendors import VendorsForm


def products_form(query=""):
    return ProductsForm.read(
        QueryDict(query), vendors={"aws": "AWS"}, countries=["CN", "US"], attributes=["max_memory_mb", "other"]
    )


def problems(call, *arguments, **options):
    with pytest.raises(WrongParameters) as raised:
        call(*arguments, **options)
    return {problem.parameter: problem for problem in raised.value.problems}


def test_products_form_gives_conditions_for_the_database():
    form = products_form("vendor=aws&country=CN~unknown&service_model=faas~caas")

    assert form.conditions() == {
        "service_model": ["faas", "caas"],
        "deployment": [],
        "status": [],
        "vendor__slug": ["aws"],
        "vendor__country": ["CN", ""],
    }


def test_form_says_its_filters_in_words():
    form = products_form("country=CN~unknown&q=lambda")

    assert form.words() == "Country of headquarters: China, unknown; “lambda”"
    assert form.is_filtered
    assert not products_form().is_filtered


def test_page_parameters_come_before_those_of_files():
    assert products_form("labels=both&q=x&vendor=aws").query() == "vendor=aws&q=x&labels=both"


def test_products_can_be_sorted_by_key_attributes_that_are_there():
    assert products_form("sort=-max_memory_mb").sort == "-max_memory_mb"
    assert products_form().sort == "product"
    assert "sort" in problems(products_form, "sort=other")


@pytest.mark.parametrize(
    ("query", "parameter", "nearest"),
    [("vendor=awz", "vendor", "aws"), ("service_model=fass", "service_model", "faas"), ("country=DE", "country", "")],
)
def test_wrong_values_are_refused_with_the_nearest(query, parameter, nearest):
    assert nearest in problems(products_form, query)[parameter].sentence


def test_unknown_parameter_is_refused_with_the_nearest_name():
    assert problems(products_form, "vendr=aws")["vendr"].nearest == ("vendor",)


def test_words_are_limited():
    assert "q" in problems(products_form, "q=" + "x" * 101)


def test_nul_in_words_is_refused():
    assert "q" in problems(products_form, "q=a%00b")


def test_controls_tell_what_is_chosen():
    form = TaxonomyForm.read(QueryDict("certainty=stated"), editions={}, categories={}, providers={}, countries=[])

    (certainty,) = [control for control in form.controls if control.name == "certainty"]
    assert [(choice.code, choice.is_chosen) for choice in certainty.choices] == [
        ("stated", True),
        ("inferred", False),
    ]


def test_landscape_form_knows_unknown_country_and_open_source():
    form = LandscapeForm.read(QueryDict("country=unknown&open_source=no~unknown"), categories={}, countries=["CN"])

    assert stored(form.chosen("country")) == [""]
    assert form.chosen("open_source") == ("no", "unknown")


def test_vendors_form_sorts_by_name_at_first():
    form = VendorsForm.read(QueryDict(""), countries=[], schemes={})

    assert form.sort == "vendor"
