"""This app's parts in the style guide, filled from the newest landscape and the first products there are."""

from dataclasses import replace

from django.http import QueryDict

from portal.site.sections import GuidePart
from vendors.filters.comparison import CompareForm
from vendors.history.dates import day_shown
from vendors.layouts.comparison import comparison
from vendors.layouts.comparison_forms import compare_controls
from vendors.layouts.cost_page import cost_guide
from vendors.layouts.facts import fact_groups
from vendors.layouts.landscape import groups_of, map_ways
from vendors.layouts.listings import country_counts
from vendors.layouts.mentions import shown_mentions
from vendors.layouts.places import places_by_scheme
from vendors.layouts.products import key_facts
from vendors.layouts.taxonomy import matrix
from vendors.models import Attribute, Listing, Product, Scheme
from vendors.selections.around import around_product
from vendors.selections.comparison import MAIN_PRODUCTS, compared
from vendors.selections.landscape import changes_of, landscape_form, legend_of, mapped
from vendors.selections.products import facts_of
from vendors.selections.taxonomy import matrix_of, placements, taxonomy_form

MOST_CARDS = 5
MOST_LINES = 3
MOST_PRODUCTS = 2


def guide() -> GuidePart | None:
    """None where nothing is loaded."""
    context = {**landscape_parts(), **taxonomy_parts(), **product_parts(), **cost_guide()}
    return GuidePart("vendors/_guide.html", context) if context else None


def landscape_parts() -> dict:
    """Editions, tally, filters, cards and changes of the newest edition."""
    scheme = Scheme.objects.landscapes().with_categories().smallest_first().first()
    editions = Listing.objects.in_scheme(scheme).editions() if scheme else []
    if not editions:
        return {}
    form = landscape_form(QueryDict("classify=country"), scheme, editions[-1])
    exhibit = mapped(scheme, editions[-1], form)
    parts = [part for group in groups_of(exhibit, scheme) for part in group.parts]
    cards = {card.css: card for part in parts for card in reversed(part.cards)}
    return {
        "page": exhibit.address,
        "form": form,
        "scheme": scheme,
        "editions": editions,
        "edition": editions[-1],
        "counts": country_counts(exhibit),
        "cards": list(cards.values())[:MOST_CARDS],
        "ways": map_ways(form, exhibit),
        "legend": legend_of(exhibit, form),
        "changes": changes_of(scheme, editions[-1], editions),
    }


def taxonomy_parts() -> dict:
    """The first line of the matrix."""
    scheme = Scheme.objects.taxonomies().with_categories().first()
    if scheme is None:
        return {}
    form = taxonomy_form(scheme, QueryDict())
    chosen = placements(scheme, form)
    whole = matrix(matrix_of(chosen), scheme, chosen.columns, by=form.by)
    return {"matrix": replace(whole, lines=whole.lines[:1]), "matrix_page": f"taxonomy/{scheme.code}"}


def product_parts() -> dict:
    """Facts and places of the first product compared by default, and its comparison with the next."""
    products = list(Product.objects.in_order_of(MAIN_PRODUCTS) or Product.objects.all())[:MOST_PRODUCTS]
    if not products:
        return {}
    given = QueryDict(f"products={'~'.join(product.slug for product in products)}")
    form = CompareForm.read(given, products=Product.objects.labels(), attributes=Attribute.objects.all())
    around = around_product(products[0])
    side_by_side, facts = compared(form), facts_of(products[0])
    return {
        "controls": compare_controls(form, side_by_side, products),
        "comparison": comparison(side_by_side, form),
        "comparison_title": side_by_side.exhibit.title,
        "lines": [line for group in fact_groups(facts) for line in group.lines][:MOST_LINES],
        "places": places_by_scheme(around.listings, around.editions),
        "keys": key_facts(facts, day_shown()),
        "product_page": f"products/{products[0].slug}",
        "mentions": shown_mentions(around.mentions)[:MOST_LINES],
    }
