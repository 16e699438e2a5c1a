"""Products in the order of their values of an attribute.

Values first, in either direction; then prices that cover a part only, where others cover the whole; then what does
not apply, then what is not documented. No limit is beyond every
number. Money is compared within its currency; a reader's rate brings others to the currency that most prices have.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from vendors.comparing.requirements import Preference
from vendors.models import Attribute, Fact, Product
from vendors.rates import Rates

FactsByProduct = Mapping[int, Fact]  # primary key of the product → its fact about one attribute
WITH_VALUE, IN_PART, WITHOUT_SENSE, UNKNOWN = range(4)


@dataclass(frozen=True)
class Place:
    """Where a product stands; `group` keeps amounts apart that cannot be compared."""

    known: int
    group: int = 0
    value: tuple = ()


def places(facts: FactsByProduct, products: Iterable[Product], rates: Rates) -> dict[int, Place]:
    """Primary key of each product → its place."""
    groups = currency_groups(facts.values(), rates)
    found = {product.pk: _place(facts.get(product.pk), groups, rates) for product in products}
    for key in parts_among_wholes(facts):
        if key in found:
            found[key] = replace(found[key], known=IN_PART)
    return found


def parts_among_wholes(facts: FactsByProduct) -> list[int]:
    """The products whose price of this attribute covers a part only, where that of another covers the whole."""
    parts = [key for key, fact in facts.items() if fact.is_part]
    return parts if len(parts) < len(facts) else []


def currency_groups(facts: Iterable[Fact], rates: Rates) -> dict[str, tuple[int, str]]:
    """Currency → (number of its group, currency to which it is brought); the most frequent one is group 0."""
    counts = Counter(fact.currency for fact in facts if fact.currency)
    targets: list[str] = []
    found = {}
    for currency in sorted(counts, key=lambda each: (-counts[each], each)):
        target = next((each for each in targets if rates.converted(Decimal(1), currency, each) is not None), None)
        if target is None:
            target = currency
            targets.append(currency)
        found[currency] = (targets.index(target), target)
    return found


def _place(fact: Fact | None, groups: dict[str, tuple[int, str]], rates: Rates) -> Place:
    if fact is None:
        return Place(UNKNOWN)
    if fact.state == Fact.State.NOT_APPLICABLE:
        return Place(WITHOUT_SENSE)
    if fact.state == Fact.State.UNLIMITED:
        return Place(WITH_VALUE, 0, (1,))
    if not fact.currency or fact.number is None:
        return Place(WITH_VALUE, 0, (0, comparable(fact)))
    group, target = groups[fact.currency]
    return Place(WITH_VALUE, group, (0, rates.converted(fact.number, fact.currency, target)))


def comparable(fact: Fact) -> Decimal | bool | str | tuple[int, str]:
    """Lists by their length, words without regard to case."""
    value = fact.value
    if isinstance(value, list):
        return len(value), " ".join(map(str, value)).casefold()
    return value.casefold() if isinstance(value, str) else value  # type: ignore[return-value]  # documented


def arranged(products: list[Product], by_product: Mapping[int, Place], *, is_descending: bool) -> list[Product]:
    """Products whose places are alike stay in their order."""
    by_value = sorted(products, key=lambda product: by_product[product.pk].value, reverse=is_descending)
    return sorted(by_value, key=lambda product: (by_product[product.pk].known, by_product[product.pk].group))


def ranked(
    products: list[Product], preferences: Iterable[Preference], facts: Mapping[int, FactsByProduct], rates: Rates
) -> tuple[list[Product], dict[int, int]]:
    """The products by the first preference, those alike by the next, and so on; and the rank of each.

    A product has a rank only where all its preferred values are known, whole, and can be compared with the others'.
    """
    keys: dict[int, list[int]] = {product.pk: [] for product in products}
    is_known = dict.fromkeys(keys, True)
    for preference in preferences:
        by_product = places(facts.get(preference.attribute.pk, {}), products, rates)
        in_order = arranged(products, by_product, is_descending=preference.is_descending)
        is_mixed = len({place.group for place in by_product.values() if place.known == WITH_VALUE}) > 1
        grade, last = -1, None
        for product in in_order:
            place = by_product[product.pk]
            grade, last = (grade, last) if _ties(place, last, preference) else (grade + 1, place)
            keys[product.pk].append(grade)
            is_known[product.pk] &= place.known == WITH_VALUE and not is_mixed
    in_order = sorted(products, key=lambda product: keys[product.pk])
    ranks = {
        product.pk: 1 + sum(is_known[other] and keys[other] < keys[product.pk] for other in keys)
        for product in products
        if is_known[product.pk]
    }
    return in_order, ranks


def _ties(place: Place, last: Place | None, preference: Preference) -> bool:
    """Whether two neighbours stand alike: lists of one length do, whatever is in them."""
    if last is None or (place.known, place.group) != (last.known, last.group):
        return False
    if preference.attribute.value_type == Attribute.ValueType.LIST and place.value and last.value:
        return place.value[1][0] == last.value[1][0]
    return place.value == last.value
