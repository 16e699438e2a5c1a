"""This app's parts in the style guide, filled from the newest landscape and the first products there are."""

from django.http import QueryDict

from portal.site.sections import GuidePart
from vendors import selections
from vendors.filters import CompareForm, LandscapeForm
from vendors.layouts.facts import compare_pickers, comparison, fact_groups
from vendors.layouts.listings import blocks, country_counts, matrix, places
from vendors.models import Attribute, Listing, Product, Scheme

MOST_CARDS = 5
MOST_LINES = 3
MOST_PRODUCTS = 2


def guide() -> GuidePart | None:
    """None where nothing is loaded."""
    context = {**landscape_parts(), **taxonomy_parts(), **product_parts()}
    return GuidePart("vendors/_guide.html", context) if context else None


def landscape_parts() -> dict:
    """Editions, tally, filters, cards and changes of the newest edition."""
    scheme = Scheme.objects.landscapes().with_categories().first()
    editions = Listing.objects.in_scheme(scheme).editions() if scheme else []
    if not editions:
        return {}
    listings = Listing.objects.in_edition(scheme, editions[-1])
    form = LandscapeForm.read(QueryDict(), categories=scheme.category_labels(), countries=listings.countries())
    exhibit = selections.mapped(scheme, editions[-1], form)
    cards = {card["in_china"]: card for block in blocks(exhibit, scheme) for card in reversed(block.cards)}
    return {
        "form": form,
        "scheme": scheme,
        "editions": editions,
        "edition": editions[-1],
        "counts": country_counts(exhibit),
        "cards": list(cards.values())[:MOST_CARDS],
        "changes": selections.changes_of(scheme, editions[-1], editions),
    }


def taxonomy_parts() -> dict:
    """The first line of the matrix."""
    scheme = Scheme.objects.taxonomies().with_categories().first()
    if scheme is None:
        return {}
    exhibit = selections.placed(scheme)
    return {"categories": blocks(exhibit, scheme), "providers": matrix(exhibit, scheme)[:1]}


def product_parts() -> dict:
    """Facts and places of the first product compared by default, and its comparison with the next."""
    products = list(Product.objects.in_order_of(selections.MAIN_PRODUCTS) or Product.objects.all())[:MOST_PRODUCTS]
    if not products:
        return {}
    given = QueryDict(f"products={'~'.join(product.slug for product in products)}")
    form = CompareForm.read(given, products=Product.objects.labels(), attributes=Attribute.objects.labels())
    compared, facts = selections.compared(form), selections.facts_of(products[0])
    return {
        "pickers": compare_pickers(form, compared),
        "comparison": comparison(compared),
        "comparison_title": compared.title,
        "lines": [line for group in fact_groups(facts) for line in group.lines][:MOST_LINES],
        "places": places(list(Listing.objects.of_product(products[0]).with_everything().in_order())),
    }
