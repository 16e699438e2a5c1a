"""Changes: a value documented or changed, a launch, an end, and what happened to an item of a landscape."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from portal.models import Source
from vendors.history.dates import known_from, last_day, newest
from vendors.models import Fact, ListingEvent, Product


class Kind(StrEnum):
    CHANGED = "changed"
    DOCUMENTED = "documented"
    LAUNCHED = "launched"
    RETIRED = "retired"
    ENTERED = "entered"
    LEFT = "left"
    RENAMED = "renamed"
    MOVED = "moved"


KINDS = {
    Kind.CHANGED: _("Value changed"),
    Kind.DOCUMENTED: _("First documented"),
    Kind.LAUNCHED: _("Product launched"),
    Kind.RETIRED: _("Product retired"),
    Kind.ENTERED: _("Entered a landscape"),
    Kind.LEFT: _("Left a landscape"),
    Kind.RENAMED: _("Renamed in a landscape"),
    Kind.MOVED: _("Moved in a landscape"),
}
OF_FACTS = (Kind.CHANGED, Kind.DOCUMENTED)
OF_PRODUCTS = (Kind.LAUNCHED, Kind.RETIRED)
OF_LANDSCAPES = (Kind.ENTERED, Kind.LEFT, Kind.RENAMED, Kind.MOVED)


@dataclass(frozen=True)
class Span:
    """From the end of the day `since` to the end of the day `until`; without `since` from the beginning."""

    until: str
    since: str = ""

    def holds(self, day: str) -> bool:
        return self.since < day <= self.until and day != ""


@dataclass(frozen=True)
class Change:
    """`date` is as exact as its source gives it, "" where it shows none; `day` is the day by which it was known.

    Of facts `fact` is the new value and `before` the one that it follows; of landscapes `event` is what happened.
    """

    kind: Kind
    day: str
    date: str
    source: Source
    product: Product | None = None
    fact: Fact | None = None
    before: Fact | None = None
    event: ListingEvent | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it apart from all others, whatever language and day they are read in."""
        about = self.fact.attribute.code if self.fact else ""
        event = (self.event.scheme.code, self.event.key) if self.event else ()
        return (self.kind, self.product.slug if self.product else "", about, *event, self.date or self.day)


def fact_changes(facts: Iterable[Fact], span: Span) -> Iterator[Change]:
    """Each step of each fact's history within the span; where the span has two ends, the difference between them.

    A source that says the same again changes nothing, and a first value from a source without a date has no day on
    which it came to be: both are left out. `facts` come with_everything.
    """
    by_place: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        by_place.setdefault((fact.product_id, fact.attribute_id), []).append(fact)
    for history in by_place.values():
        steps = sorted({day for fact in history if "" < (day := known_from(fact)) <= span.until})
        before = shown_on(history, span.since) if span.since else None
        for day in [span.until] if span.since else steps:
            after = shown_on(history, day)
            if after is not None and not says_the_same(before, after) and (before or after.observed_on):
                kind = Kind.CHANGED if before else Kind.DOCUMENTED
                day_known, date = known_from(after), after.observed_on
                yield Change(kind, day_known, date, after.source, after.product, fact=after, before=before)
            before = after


def shown_on(history: list[Fact], day: str) -> Fact | None:
    """Of one product and attribute, the fact to show on a day."""
    return newest(fact for fact in history if "" < known_from(fact) <= day)


def says_the_same(before: Fact | None, after: Fact) -> bool:
    return before is not None and (before.state, before.value, before.currency) == (
        after.state,
        after.value,
        after.currency,
    )


def product_changes(products: Iterable[Product], span: Span) -> Iterator[Change]:
    """Launches and ends of which a source gives the date."""
    for product in products:
        for kind, date in ((Kind.LAUNCHED, product.launched), (Kind.RETIRED, product.retired)):
            if span.holds(last_day(date)):
                yield Change(kind, last_day(date), date, product.source, product)


def event_changes(events: Iterable[ListingEvent], span: Span) -> Iterator[Change]:
    """What happened to items; that an item was there when a landscape began is no change."""
    for event in events:
        if event.kind in OF_LANDSCAPES and span.holds(last_day(event.date)):
            yield Change(Kind(event.kind), last_day(event.date), event.date, event.source, event=event)


def newest_first(changes: Iterable[Change]) -> list[Change]:
    """By day; those of one day by their key, so that the order never depends on the database."""
    return sorted(sorted(changes, key=lambda change: change.key), key=lambda change: change.day, reverse=True)
