"""Which products and attributes a comparison shows, and in which order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vendors.comparing.ranking import arranged, places, ranked
from vendors.comparing.requirements import Preference, Requirement
from vendors.comparing.verdicts import MEETS, FactsByPlace, Verdict, judged, losers_last
from vendors.models import Attribute, Fact, Product
from vendors.rates import Rates


@dataclass(frozen=True)
class Wishes:
    """What the reader asks of the products; `sort` is an attribute and whether the largest comes first."""

    filters: tuple[Requirement, ...] = ()
    must: tuple[Requirement, ...] = ()
    preferences: tuple[Preference, ...] = ()
    sort: tuple[Attribute, bool] | None = None
    rates: Rates = Rates()


@dataclass(frozen=True)
class Chosen:
    """Products in the order to show, with their verdicts and ranks by primary key; and those that filters left out."""

    products: tuple[Product, ...]
    verdicts: Mapping[int, Verdict]
    ranks: Mapping[int, int]
    left_out: tuple[tuple[Product, Verdict], ...] = ()

    def count(self, code: str) -> int:
        """How many of the products shown have this verdict."""
        return sum(verdict.code == code for verdict in self.verdicts.values())


def by_place(facts: Iterable[Fact]) -> FactsByPlace:
    found: dict[int, dict[int, Fact]] = {}
    for fact in facts:
        found.setdefault(fact.attribute_id, {})[fact.product_id] = fact
    return found


def choose(products: list[Product], facts: FactsByPlace, wishes: Wishes) -> Chosen:
    """Filters leave out what does not surely meet them; then by `sort`, by preferences, losers last.

    Ranks are those among the products that meet all requirements.
    """
    filtered = judged(products, wishes.filters, facts, wishes.rates)
    left_out = tuple((each, filtered[each.pk]) for each in products if filtered[each.pk].code != MEETS)
    kept = [each for each in products if filtered[each.pk].code == MEETS]
    if wishes.sort:
        attribute, is_descending = wishes.sort
        found = places(facts.get(attribute.pk, {}), kept, wishes.rates)
        kept = arranged(kept, found, is_descending=is_descending)
    verdicts = judged(kept, wishes.must, facts, wishes.rates) if wishes.must else {}
    ranks: dict[int, int] = {}
    if wishes.preferences:
        able = [each for each in kept if not verdicts or verdicts[each.pk].code == MEETS]
        _order, ranks = ranked(able, wishes.preferences, facts, wishes.rates)
        kept, _ranks = ranked(kept, wishes.preferences, facts, wishes.rates)
    if verdicts:
        kept = losers_last(kept, verdicts)
    return Chosen(tuple(kept), verdicts, ranks, left_out)


def chosen_attributes(
    attributes: Mapping[str, Attribute], *, codes: Iterable[str], groups: Iterable[str], asked: Iterable[str]
) -> list[Attribute]:
    """Those named in the reader's order, then those of the groups and those that requirements name.

    Attributes of one group stand together, where the first of them stands.
    """
    groups, asked = set(groups), set(asked)
    others = [code for code, each in attributes.items() if each.group in groups or code in asked]
    in_order = [attributes[code] for code in dict.fromkeys([*codes, *others])]
    first: dict[str, int] = {}
    for place, attribute in enumerate(in_order):
        first.setdefault(attribute.group, place)
    return sorted(in_order, key=lambda attribute: first[attribute.group])


def documented(attributes: Iterable[Attribute], facts: FactsByPlace, named: Iterable[str]) -> list[Attribute]:
    """Those that any product documents, and those that the reader named."""
    named = set(named)
    return [each for each in attributes if facts.get(each.pk) or each.code in named]


def differing(
    attributes: Iterable[Attribute], products: Iterable[Product], facts: FactsByPlace, asked: Iterable[str]
) -> list[Attribute]:
    """Those in which the products are not all alike; those that requirements name stay."""
    asked, products = set(asked), list(products)
    return [
        each
        for each in attributes
        if each.code in asked or len({_likeness(facts.get(each.pk, {}).get(product.pk)) for product in products}) > 1
    ]


def _likeness(fact: Fact | None) -> tuple:
    """What is equal for two facts that say the same; what is not documented may be anything, so it is no value."""
    if fact is None:
        return ("not documented",)
    value = tuple(sorted(map(str, fact.items))) if fact.items is not None else fact.value
    return fact.state, value, fact.currency
