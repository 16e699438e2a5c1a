"""Prices that cover a part of what a product bills: of memory alone, where processor time is billed apart."""

from collections.abc import Iterable

from vendors.models import Fact, Meter
from vendors.models.tariff import PER_UNIT

PROCESSOR = (*PER_UNIT[Meter.Kind.VCPU], *PER_UNIT[Meter.Kind.ACTIVE_CPU])  # units of prices


def mark_parts(facts: Iterable[Fact]) -> None:
    """Sets `is_part` of facts, which come with their attributes.

    A product bills processor time apart where a tariff says so, or where a price of it is documented.
    """
    prices = [
        fact
        for fact in facts
        if fact.attribute.unit in PER_UNIT[Meter.Kind.MEMORY] and fact.state == Fact.State.DOCUMENTED
    ]
    if not prices:
        return
    apart = Meter.objects.products_with_processor() | Fact.objects.products_priced_by(PROCESSOR)
    for fact in prices:
        fact.is_part = fact.product_id in apart
