"""The API of vendors, products, attributes, facts, schemes and categories, and what is listed in them."""

from typing import Any

from django.db.models import Q
from ninja import Router

from portal.api.columns import Column, Computed, SourceColumn, Words, present
from portal.api.operations import publish
from portal.api.resources import Address, Resource
from vendors import schemas
from vendors.api.listing_resources import EVENTS, LISTINGS
from vendors.models import Attribute, Category, Fact, Product, Scheme, Vendor
from vendors.selections.facts import facts_on

router = Router()


def one_value(*kept: Any) -> Any:
    """The typed value of a fact, whichever field holds it."""
    return present(next((value for value in kept if value is not None), None))


VENDORS = Resource(
    name="vendors",
    row=schemas.Vendor,
    rows=Vendor.objects.all,
    columns=(
        Column("slug", known=True),
        Words("name", is_label=True),
        Column("kind"),
        Column("country"),
        Column("city"),
        Words("country_note"),
        SourceColumn("country_source", known=True),
        Column("founded"),
        Column("homepage"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("slug",), "get_vendor"),),
    search=("slug", "name_en", "name_zh"),
    order=("slug",),
)

PRODUCTS = Resource(
    name="products",
    row=schemas.Product,
    rows=Product.objects.all,
    columns=(
        Column("slug", known=True),
        Words("name", is_label=True),
        Column("vendor", "vendor__slug", known=True),
        Words("vendor_name", "vendor__name", is_label=True),
        Column("service_model"),
        Column("deployment"),
        Column("status"),
        Column("launched"),
        Column("retired"),
        Column("homepage"),
        Words("summary"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("slug",), "get_product"),),
    search=("slug", "name_en", "name_zh", "summary_en", "summary_zh", "vendor__name_en", "vendor__name_zh"),
    order=("slug",),
)

ATTRIBUTES = Resource(
    name="attributes",
    row=schemas.Attribute,
    rows=Attribute.objects.all,
    columns=(
        Column("code", known=True),
        Words("name", is_label=True),
        Column("group"),
        Column("order"),
        Column("value_type"),
        Column("unit"),
        Column("better"),
        Words("definition"),
    ),
    addresses=(Address(("code",), "get_attribute"),),
    search=("code", "name_en", "name_zh", "definition_en", "definition_zh"),
    order=("order", "code"),
)

FACTS = Resource(
    name="facts",
    row=schemas.Fact,
    rows=Fact.objects.all,
    columns=(
        Column("product", "product__slug", known=True),
        Words("product_name", "product__name", is_label=True),
        Column("attribute", "attribute__code", known=True),
        Words("attribute_name", "attribute__name", is_label=True),
        Column("group", "attribute__group"),
        Column("value_type", "attribute__value_type"),
        Computed("value", paths=("number", "boolean", "words", "items"), make=one_value),
        Column("number"),
        Column("boolean"),
        Column("text", "words"),
        Column("items"),
        Column("state"),
        Column("unit", "attribute__unit"),
        Column("currency"),
        Column("observed_on"),
        Column("is_current"),
        Words("note"),
        Words("doubt"),
        Column("basis"),
        SourceColumn("source", known=True),
    ),
    addresses=(
        Address(("product", "attribute"), "get_fact", where=Q(is_current=True)),
        Address(("product", "attribute", "observed_on"), "get_fact_on_date"),
    ),
    search=(
        "product__slug",
        "product__name_en",
        "product__name_zh",
        "attribute__code",
        "attribute__name_en",
        "attribute__name_zh",
        "words",
        "note_en",
        "note_zh",
    ),
    as_of=facts_on,
)

SCHEMES = Resource(
    name="schemes",
    row=schemas.Scheme,
    rows=Scheme.objects.all,
    columns=(
        Column("code", known=True),
        Column("kind"),
        Words("name", is_label=True),
        Words("description"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("code",), "get_scheme"),),
    search=("code", "name_en", "name_zh", "description_en", "description_zh"),
    order=("code",),
)

CATEGORIES = Resource(
    name="categories",
    row=schemas.Category,
    rows=Category.objects.all,
    columns=(
        Column("scheme", "scheme__code", known=True),
        Words("scheme_name", "scheme__name", is_label=True),
        Column("code", known=True),
        Words("name", is_label=True),
        Column("parent", "parent__code", known=True),
        Column("order"),
        Words("definition"),
    ),
    addresses=(Address(("scheme", "code"), "get_category"),),
    search=("code", "name_en", "name_zh", "definition_en", "definition_zh"),
    order=("scheme", "order", "code"),
)

publish(router, VENDORS, PRODUCTS, ATTRIBUTES, FACTS, SCHEMES, CATEGORIES, LISTINGS, EVENTS)
