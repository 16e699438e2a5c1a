"""One fact with its history, as of a day."""

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.facts import fact_exhibit
from vendors.history.dates import facts_as_of, known_by
from vendors.models import Attribute, Fact, Product
from vendors.querysets.facts import FactQuerySet


def history_of(product: Product, attribute: Attribute, *, as_of: str = "", query: str = "") -> Exhibit:
    facts = list(Fact.objects.of_products([product]).about([attribute]).with_sources())
    shown = known_by(facts, as_of) if as_of else facts
    return fact_exhibit(product, attribute, shown, as_of=as_of, query=query)


def facts_on(rows: FactQuerySet, day: str) -> FactQuerySet:
    """Those of `rows` that count on a day."""
    return rows.among(facts_as_of(Fact.objects.with_sources(), day))
