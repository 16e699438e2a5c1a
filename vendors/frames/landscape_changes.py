"""Differences between two editions of a landscape as a frame: one row for each thing that changed of each item."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels, choose
from vendors.changes import Difference, Kind
from vendors.models import Listing

TYPES = {
    **labelled_types("kind", "item", "before", "after"),
    **text_types("date", "revision", "organisation", "source", "item_address", "change_words", "from_edition"),
    **text_types("to_edition"),
}
NOTHING = ("", "")


def difference_table(differences: Iterable[Difference], *, before: str, after: str) -> DataFrame:
    """In the order given, between the editions `before` and `after`."""
    kinds = both_labels(Kind.choices)
    maturities = both_labels(Listing.Maturity.choices)
    return frame_of((_row(each, kinds, maturities, before, after) for each in differences), TYPES)


def _row(each: Difference, kinds: dict, maturities: dict, before: str, after: str) -> dict:
    old, new = (_side(each.kind, listing, maturities) for listing in (each.before, each.after))
    listing = each.listing
    words = [choose(*labels) for _code, labels in (old, new)]
    if each.before and each.after:
        words = [text or _("not stated") for text in words]
    return {
        **labelled("kind", each.kind.value, kinds[each.kind]),
        **named("item", listing.key, listing),
        **labelled("before", *old),
        **labelled("after", *new),
        "from_edition": before,
        "to_edition": after,
        "date": each.event.date if each.event else "",
        "revision": each.event.revision if each.event else "",
        "organisation": listing.organisation,
        "source": listing.source.code,
        "item_address": f"landscape/{listing.category.scheme.code}/items/{listing.key}",
        "change_words": " → ".join(text for text in words if text),
    }


def _side(kind: Kind, listing: Listing | None, maturities: dict) -> tuple[str, tuple[str, str]]:
    """What is compared of a listing, as code and labels; nothing where it does not stand."""
    if listing is None:
        return "", NOTHING
    if kind == Kind.RENAMED:
        return listing.name_en, (listing.text("name", "en"), listing.text("name", "zh-hans"))
    if kind == Kind.MATURITY:
        return listing.maturity, maturities[listing.maturity]
    if kind == Kind.ORGANISATION:
        return listing.organisation, (listing.organisation, listing.organisation)
    category = listing.category
    return category.code, (category.text("name", "en"), category.text("name", "zh-hans"))
