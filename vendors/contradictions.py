"""Facts of one product that cannot both be true: a minimum above the maximum, GPU types where there is no GPU."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from vendors.models import Fact

# The first is never larger than the largest of the others, where all of them are known.
AT_MOST = (
    ("min_memory_mb", ("max_memory_mb",)),
    ("min_memory_mb", ("default_memory_mb",)),
    ("default_memory_mb", ("max_memory_mb",)),
    ("min_vcpu", ("max_vcpu",)),
    ("included_ephemeral_disk_mb", ("max_ephemeral_disk_mb",)),
    ("billing_granularity_ms", ("min_billed_duration_ms",)),
    # A limit of HTTP answers can be shorter than the default of other calls.
    ("default_timeout_s", ("max_timeout_sync_s", "max_timeout_async_s")),
)
# Where the first is "no", nothing of the others can be told.
NEEDED = (
    ("gpu_support", ("gpu_types", "gpu_cards_limit", "price_gpu_gb_second")),
    ("arm_support", ("price_per_gb_second_arm", "price_arm_discount_percent")),
    ("container_image", ("max_image_size_mb",)),
    ("provisioned_concurrency", ("price_provisioned_gb_second", "price_provisioned_idle_gb_second")),
)
JUDGED = {code for first, others in (*AT_MOST, *NEEDED) for code in (first, *others)}


@dataclass(frozen=True)
class Contradiction:
    """Two facts, and what one expects of the other."""

    fact: Fact
    other: Fact
    expected: str
    expected_of_other: str


def contradictions(facts: Iterable[Fact]) -> Iterator[Contradiction]:
    """Those among the current facts, product by product."""
    products: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if fact.is_current and fact.attribute.code in JUDGED:
            products.setdefault(fact.product.slug, {})[fact.attribute.code] = fact
    for known in products.values():
        yield from _sizes(known)
        yield from _denials(known)


def expected_of(fact: Fact, others: Iterable[Fact]) -> list[str]:
    """What the current facts of the same product expect of `fact`, which would be current; it may be among them."""
    known = [each for each in others if each.attribute_id != fact.attribute_id]
    return [
        each.expected if each.fact is fact else each.expected_of_other
        for each in contradictions([*known, fact])
        if fact in (each.fact, each.other)
    ]


def _sizes(known: Mapping[str, Fact]) -> Iterator[Contradiction]:
    for code, bounds in AT_MOST:
        uppers = [known[bound] for bound in bounds if bound in known and _size(known[bound]) is not None]
        if code not in known or len(uppers) < len(bounds):
            continue
        lower, upper = known[code], max(uppers, key=_sorted_size)
        if _size(lower) is not None and _sorted_size(lower) > _sorted_size(upper):
            yield Contradiction(
                lower,
                upper,
                _("expected at most %(value)s, the %(attribute)s of this product") % _words(upper),
                _("expected at least %(value)s, the %(attribute)s of this product") % _words(lower),
            )


def _denials(known: Mapping[str, Fact]) -> Iterator[Contradiction]:
    for code, needing in NEEDED:
        for other in (known[each] for each in needing if each in known):
            if code in known and known[code].boolean is False and other.state == Fact.State.DOCUMENTED:
                yield Contradiction(
                    known[code],
                    other,
                    _("expected true, because %(attribute)s of this product is known") % _words(other),
                    _("expected none, because %(attribute)s of this product is false") % _words(known[code]),
                )


def _size(fact: Fact) -> Decimal | None:
    return Decimal("Infinity") if fact.state == Fact.State.UNLIMITED else fact.number


def _sorted_size(fact: Fact) -> Decimal:
    return _size(fact) or Decimal(0)


def _words(fact: Fact) -> dict[str, str]:
    value = f"{fact.number.normalize():f}" if fact.number is not None else str(Fact.State(fact.state).label)
    return {"value": value, "attribute": fact.attribute.code}
