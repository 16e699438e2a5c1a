"""events.csv: what happened to items of a landscape, and when."""

from portal.loading.columns import PartialDate, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from vendors.models import ListingEvent


class ListingEventRow(Row):
    scheme: Required
    date: PartialDate
    kind: Required
    key: Required
    name: Required
    previous_name: Text
    from_category: Text
    to_category: Text
    revision: Text
    source: Required


EVENTS = Dataset(
    name="events",
    model=ListingEvent,
    row=ListingEventRow,
    key=("scheme", "date", "kind", "key"),
    key_of=lambda event: (event.scheme.code, event.date, event.kind, event.key),
    references=(
        Reference("scheme", "schemes", ("scheme",)),
        Reference("source", "sources", ("source",)),
    ),
)
