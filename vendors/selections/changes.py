"""The changes that a form asks for, and those of one product, attribute or landscape."""

from collections.abc import Iterable

from portal.dates import last_today
from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.changes import changes_exhibit
from vendors.filters.changes import ChangesForm
from vendors.history.change import Change, Span, event_changes, fact_changes, newest_first, product_changes
from vendors.models import Attribute, Fact, Listing, ListingEvent, Product, Scheme


def labels_of_changes() -> dict[str, dict[str, str]]:
    """What the filters of changes name: products, attributes and landscapes."""
    return {
        "products": Product.objects.labels(),
        "attributes": Attribute.objects.labels(),
        "schemes": {scheme.code: scheme.label for scheme in Scheme.objects.landscapes()},
    }


def chosen_changes(form: ChangesForm, query: str) -> Exhibit:
    found = changes_of(
        form.span,
        products=form.chosen("product"),
        attributes=form.chosen("attribute"),
        schemes=form.chosen("scheme"),
    )
    kinds = form.chosen("kind")
    return changes_exhibit(
        [change for change in found if not kinds or change.kind in kinds],
        days=form.day_words(),
        filters=form.words(),
        query=query,
    )


def changes_of(
    span: Span | None = None,
    *,
    products: Iterable[str] = (),
    attributes: Iterable[str] = (),
    schemes: Iterable[str] = (),
) -> list[Change]:
    """Newest first. A product brings its launch, its facts and what happened to it in landscapes; an attribute its
    facts only, a landscape its events only."""
    span = span or Span(until=last_today())
    products, attributes, schemes = list(products), list(attributes), list(schemes)
    found: list[Change] = []
    if not schemes:
        facts = Fact.objects.with_everything().of_slugs(products).about_codes(attributes)
        found += fact_changes(facts, span)
    if not schemes and not attributes:
        found += product_changes(Product.objects.with_owners().of_slugs(products), span)
    if not attributes:
        events = ListingEvent.objects.with_everything().in_schemes(schemes)
        if products:
            events = events.of_items(Listing.objects.of_slugs(products).items())
        found += event_changes(events, span)
    return newest_first(found)
