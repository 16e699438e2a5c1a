"""The products and attributes that are compared."""

from dataclasses import dataclass

from portal.exhibits.exhibit import Exhibit
from portal.models import Source
from vendors.comparing.selecting import (
    Chosen,
    Wishes,
    by_place,
    choose,
    chosen_attributes,
    differing,
    documented,
)
from vendors.exhibits.comparison import Layout, comparison_exhibit
from vendors.filters.comparison import CompareForm
from vendors.history.dates import day_shown, facts_as_of
from vendors.models import Attribute, Fact, Product
from vendors.selections.parts import mark_parts

# Compared where a reader names no product: the function services most asked about.
MAIN_PRODUCTS = ("alibaba-fc", "tencent-scf", "aws-lambda", "azure-functions", "google-cloud-run-functions")
MAIN_GROUPS = (Attribute.Group.LIMITS,)


@dataclass(frozen=True)
class Compared:
    """A comparison: its exhibit, the products that it shows and leaves out, the attributes shown, and the sources."""

    exhibit: Exhibit
    chosen: Chosen
    attributes: tuple[Attribute, ...]
    sources: tuple[Source, ...]


def comparison_with(product: Product) -> str:
    """Address of the comparison of a product with the main ones."""
    slugs = dict.fromkeys([product.slug, *[other.slug for other in Product.objects.in_order_of(MAIN_PRODUCTS)]])
    return f"compare?products={'~'.join(list(slugs)[: len(MAIN_PRODUCTS)])}"


def compared(form: CompareForm) -> Compared:
    """Attributes that none of the products documents are left out of whole groups, not where they are asked for."""
    codes, groups = form.values["attributes"], form.groups
    if not codes and not groups:
        groups = MAIN_GROUPS
    attributes = chosen_attributes(form.attributes, codes=codes, groups=groups, asked=form.asked)
    products = Product.objects.in_order_of(form.products or MAIN_PRODUCTS)
    facts = facts_of(products, attributes, form.values["as_of"])
    places = by_place(facts)
    chosen = choose(products, places, wishes_of(form))
    shown = documented(attributes, places, {*codes, *form.asked})
    if form.is_on("diff"):
        shown = differing(shown, chosen.products, places, form.asked)
    sources = {fact.source_id: fact.source for fact in facts}
    exhibit = comparison_exhibit(chosen, shown, facts, layout_of(form))
    return Compared(exhibit, chosen, tuple(shown), tuple(sources.values()))


def facts_of(products: list[Product], attributes: list[Attribute], as_of: str) -> list[Fact]:
    """The facts to show: those of today, or those known by a day."""
    facts = Fact.objects.of_products(products).about(attributes).with_sources()
    found = facts_as_of(facts, as_of) if as_of else list(facts.current())
    mark_parts(found)
    return found


def wishes_of(form: CompareForm) -> Wishes:
    sort = form.values["sort"]
    return Wishes(
        filters=form.filters,
        must=form.must,
        preferences=form.preferences,
        sort=(form.attributes[sort.removeprefix("-")], sort.startswith("-")) if sort else None,
        rates=form.values["rate"],
    )


def layout_of(form: CompareForm) -> Layout:
    return Layout(
        query=form.view_query,
        conditions=tuple(form.conditions),
        rates=form.values["rate"],
        on=day_shown(form.values["as_of"]),
        as_of=form.values["as_of"],
        is_transposed=form.is_on("transposed"),
    )
