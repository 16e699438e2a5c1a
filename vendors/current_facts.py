"""Which fact of a product and attribute is shown today: the newest observed_on; no date counts as oldest."""

from collections.abc import Iterable

from vendors.models import Fact


def mark_current_facts(pairs: Iterable[tuple[int, int]]) -> None:
    """Sets is_current anew for these (product id, attribute id); call it in the transaction of the change."""
    pairs = set(pairs)
    newest: dict[tuple[int, int], tuple[str, int]] = {}
    current = set()
    facts = Fact.objects.filter(
        product_id__in={product for product, attribute in pairs},
        attribute_id__in={attribute for product, attribute in pairs},
    )
    for key, product, attribute, observed_on, is_current in facts.order_by().values_list(
        "pk", "product_id", "attribute_id", "observed_on", "is_current"
    ):
        if (product, attribute) in pairs:
            newest[product, attribute] = max(newest.get((product, attribute), ("", 0)), (observed_on, key))
            current |= {key} if is_current else set()
    wanted = {key for observed_on, key in newest.values()}
    # First none, then one: the database holds that a product has one current fact for an attribute.
    Fact.objects.filter(pk__in=current - wanted).update(is_current=False)
    Fact.objects.filter(pk__in=wanted - current).update(is_current=True)
