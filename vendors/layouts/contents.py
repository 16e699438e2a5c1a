"""The contents of a long page: what it has, in its order, with how much of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vendors.layouts.facts import FactGroup


@dataclass(frozen=True)
class Entry:
    """`count` is None where counting says nothing."""

    anchor: str
    label: str
    count: int | None = None
    below: tuple["Entry", ...] = ()


def product_contents(
    groups: Iterable[FactGroup], *, has_costs: bool, changes: int, places: int, mentions: int
) -> list[Entry]:
    """Without what the page does not have."""
    below = tuple(Entry(f"group-{group.code}", group.label, len(group.lines)) for group in groups)
    entries = [
        Entry("key-facts", _("At a glance")),
        Entry("facts", _("Documented facts"), sum(each.count or 0 for each in below), below),
        Entry("costs", _("What it costs")) if has_costs else None,
        Entry("places", _("Place in taxonomy and landscape"), places),
        Entry("changes", _("History and news"), changes) if changes else None,
        Entry("mentions", _("In surveys"), mentions) if mentions else None,
        Entry("data-title", _("Notes, sources and data")),
    ]
    return [entry for entry in entries if entry]


def vendor_contents(*, products: int, places: int, changes: int, mentions: int) -> list[Entry]:
    """Without what the page does not have."""
    entries = [
        Entry("key-facts", _("At a glance")),
        Entry("products", _("Products"), products) if products else None,
        Entry("places", _("Place in taxonomy and landscape"), places),
        Entry("changes", _("History and news"), changes) if changes else None,
        Entry("mentions", _("In surveys"), mentions) if mentions else None,
        Entry("data-title", _("Notes, sources and data")),
    ]
    return [entry for entry in entries if entry]
