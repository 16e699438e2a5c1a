"""The history of one item of a landscape as a frame: each edition in which it stands, and each dated event."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from vendors.models import Listing, ListingEvent
from vendors.words import STATES, state_of

LISTED = "listed"
KINDS = {LISTED: _("Listed"), **dict(ListingEvent.Kind.choices)}
TYPES = {
    **text_types("date", "edition"),
    **labelled_types("kind", "category", "maturity", "open_source"),
    **text_types("name", "organisation", "previous_name", "previous_category", "homepage", "repository", "revision"),
    "second_path": "bool",
    **text_types("source", "edition_address"),
}
NOTHING = ("", "")


def item_table(listings: Iterable[Listing], events: Iterable[ListingEvent]) -> DataFrame:
    """Oldest first; `listings` come with_everything, `events` with their sources."""
    labels = {
        "kind": both_labels(KINDS.items()),
        "maturity": both_labels(Listing.Maturity.choices),
        "state": both_labels(STATES.items()),
    }
    rows = [*(_listed(each, labels) for each in listings), *(_happened(each, labels) for each in events)]
    return frame_of(sorted(rows, key=lambda row: (row["date"], row["kind"] == LISTED)), TYPES)


def _listed(listing: Listing, labels: dict) -> dict:
    is_open = state_of(listing.is_open_source)
    scheme = listing.category.scheme
    return {
        "date": listing.source.published or listing.edition,
        "edition": listing.edition,
        **labelled("kind", LISTED, labels["kind"][LISTED]),
        **named("category", listing.category.code, listing.category),
        **labelled("maturity", listing.maturity, labels["maturity"][listing.maturity]),
        **labelled("open_source", is_open, labels["state"][is_open]),
        "name": listing.label,
        "organisation": listing.organisation,
        "previous_name": "",
        "previous_category": "",
        "homepage": listing.homepage,
        "repository": listing.repository,
        "revision": "",
        "second_path": listing.is_second_path,
        "source": listing.source.code,
        "edition_address": f"landscape/{scheme.code}/{listing.edition}",
    }


def _happened(event: ListingEvent, labels: dict) -> dict:
    """Categories stand as they were written then: early ones were gone before the first edition."""
    category = event.to_category or (event.from_category if event.kind == ListingEvent.Kind.LEFT else "")
    moved = event.from_category if event.kind == ListingEvent.Kind.MOVED else ""
    empty = dict.fromkeys(("edition", "organisation", "homepage", "repository", "edition_address"), "")
    return {
        **empty,
        "date": event.date,
        **labelled("kind", event.kind, labels["kind"][event.kind]),
        **labelled("category", "", (category, category)),
        **labelled("maturity", "", NOTHING),
        **labelled("open_source", "", NOTHING),
        "name": event.name,
        "previous_name": event.previous_name,
        "previous_category": moved,
        "revision": event.revision,
        "second_path": False,
        "source": event.source.code,
    }
