"""What changed in a landscape between two editions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.words import listed
from vendors.models import Listing, ListingEvent


class Kind(TextChoices):
    ENTERED = "entered", gettext_lazy("Entered")
    LEFT = "left", gettext_lazy("Left")
    RENAMED = "renamed", gettext_lazy("Renamed")
    MOVED = "moved", gettext_lazy("Moved")
    MATURITY = "maturity", gettext_lazy("Maturity changed")
    ORGANISATION = "organisation", gettext_lazy("Organisation changed")


@dataclass(frozen=True)
class Changes:
    """Names as written in the edition in which each item stood; `since` is the edition before."""

    since: str
    entered: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def entered_words(self) -> str:
        return listed(self.entered) or _("none")

    @property
    def left_words(self) -> str:
        return listed(self.left) or _("none")


@dataclass(frozen=True)
class Difference:
    """One thing that changed of one item; `event` is when, where a day is known."""

    kind: Kind
    before: Listing | None
    after: Listing | None
    event: ListingEvent | None = None

    @property
    def listing(self) -> Listing:
        """As it stands in the later edition in which it stands at all."""
        listing = self.after or self.before
        if listing is None:
            raise ValueError("a difference needs an item before or after")
        return listing


def changes_between(before: list[Listing], after: list[Listing], *, since: str) -> Changes:
    """By key, so that a rename is neither; a second category of an item does not count."""
    old, new = ({listing.key: listing.label for listing in each} for each in (before, after))
    return Changes(
        since=since,
        entered=tuple(sorted((name for key, name in new.items() if key not in old), key=str.casefold)),
        left=tuple(sorted((name for key, name in old.items() if key not in new), key=str.casefold)),
    )


def differences_between(
    before: Iterable[Listing], after: Iterable[Listing], events: Iterable[ListingEvent] = ()
) -> list[Difference]:
    """Kind by kind, by name; an item is compared where it mainly stands. `events` are those between the editions."""
    old, new = mainly(before), mainly(after)
    days = {(event.key, event.kind): event for event in events}  # the last one of a kind is what remained
    found = [
        Difference(kind, old.get(key), new.get(key), days.get((key, kind.value)))
        for key in dict.fromkeys([*old, *new])
        for kind in _kinds(old.get(key), new.get(key))
    ]
    order = list(Kind)
    return sorted(found, key=lambda each: (order.index(each.kind), each.listing.name_en.casefold(), each.listing.key))


def mainly(listings: Iterable[Listing]) -> dict[str, Listing]:
    """Key → the listing in the main category of the item."""
    found: dict[str, Listing] = {}
    for listing in listings:
        if listing.key not in found or found[listing.key].is_second_path > listing.is_second_path:
            found[listing.key] = listing
    return found


def _kinds(before: Listing | None, after: Listing | None) -> Iterator[Kind]:
    if before is None or after is None:
        yield Kind.ENTERED if before is None else Kind.LEFT
        return
    if before.name_en != after.name_en:
        yield Kind.RENAMED
    if before.category_id != after.category_id:
        yield Kind.MOVED
    if before.maturity != after.maturity:
        yield Kind.MATURITY
    if before.organisation != after.organisation:
        yield Kind.ORGANISATION
