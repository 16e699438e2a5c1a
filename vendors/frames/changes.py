"""Changes as a frame, one row a change, each with the words that say it.

date        kind     product     attribute      previous  value  unit  dated_by  what
2020-12-01  changed  aws-lambda  max_memory_mb  3008      10240  MB    source    AWS Lambda · Maximum memory: 3,0…
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from vendors.history.change import KINDS, Change, Kind
from vendors.models import Fact, ListingEvent
from vendors.values import plain_value, unit_of, value_in_words

BY_SOURCE, BY_READING, BY_PRODUCT, BY_FILE = "source", "read", "product", "file"
DATED_BY = {
    BY_SOURCE: gettext_lazy("date that the source shows"),
    BY_READING: gettext_lazy("day on which the source, which shows no date, was read"),
    BY_PRODUCT: gettext_lazy("date given for the product"),
    BY_FILE: gettext_lazy("day on which the landscape file changed"),
}
TYPES = {
    **text_types("date", "day"),
    **labelled_types("dated_by", "kind", "product", "attribute", "scheme"),
    **text_types("item_key", "item"),
    **{"previous": "object", "previous_text": "str", "value": "object", "value_text": "str", "unit": "str"},
    **text_types("what", "doubt_tag", "source", "source_title", "source_url", "address", "key"),
}
NOTHING = ("", "")


def change_table(changes: Iterable[Change]) -> DataFrame:
    """In the order given."""
    labels = {"kind": both_labels(KINDS.items()), "dated_by": both_labels(DATED_BY.items())}
    return frame_of((change_row(change, labels) for change in changes), TYPES)


def change_row(change: Change, labels: dict) -> dict:
    fact, product, event = change.fact, change.product, change.event
    dated_by = BY_FILE if event else BY_PRODUCT if fact is None else BY_SOURCE if change.date else BY_READING
    return {
        "date": change.date or change.day,
        "day": change.day,
        **labelled("dated_by", dated_by, labels["dated_by"][dated_by]),
        **labelled("kind", change.kind, labels["kind"][change.kind]),
        **(named("product", product.slug, product) if product else labelled("product", "", NOTHING)),
        **(named("attribute", fact.attribute.code, fact.attribute) if fact else labelled("attribute", "", NOTHING)),
        **(named("scheme", event.scheme.code, event.scheme) if event else labelled("scheme", "", NOTHING)),
        "item_key": event.key if event else "",
        "item": event.name if event else "",
        **(event_cells(change.kind, event) if event else fact_cells(change.before, fact)),
        "what": in_words(change),
        "doubt_tag": _("in doubt") if fact and fact.text("doubt") else "",
        "source": change.source.code,
        "source_title": change.source.title,
        "source_url": change.source.link,
        "address": address_of(change),
        "key": "/".join(filter(None, change.key)),
    }


def fact_cells(before: Fact | None, after: Fact | None) -> dict:
    return {
        "previous": plain_value(before) if before else None,
        "previous_text": value_in_words(before) if before else "",
        "value": plain_value(after) if after else None,
        "value_text": value_in_words(after) if after else "",
        "unit": unit_of(after) if after else "",
    }


def event_cells(kind: Kind, event: ListingEvent) -> dict:
    """Names where it was renamed, else categories, as written then."""
    renamed = kind == Kind.RENAMED
    before = event.previous_name if renamed else event.from_category
    after = event.name if renamed else event.to_category
    return {
        "previous": before or None,
        "previous_text": before,
        "value": after or None,
        "value_text": after,
        "unit": "",
    }


def in_words(change: Change) -> str:
    """ "AWS Lambda · Maximum memory: 3,008 MB → 10,240 MB"."""
    if change.event:
        return event_in_words(change.kind, change.event)
    product = change.product.label if change.product else ""
    if change.fact is None:
        said = _("%(product)s launched") if change.kind == Kind.LAUNCHED else _("%(product)s retired")
        return said % {"product": product}
    words = {"product": product, "attribute": change.fact.attribute.label, "value": value_in_words(change.fact)}
    if change.before is None:
        return _("%(product)s · %(attribute)s: %(value)s") % words
    return _("%(product)s · %(attribute)s: %(previous)s → %(value)s") % {
        **words,
        "previous": value_in_words(change.before),
    }


def event_in_words(kind: Kind, event: ListingEvent) -> str:
    said = {
        Kind.ENTERED: _("%(scheme)s: %(name)s entered %(to)s"),
        Kind.LEFT: _("%(scheme)s: %(name)s left %(from)s"),
        Kind.RENAMED: _("%(scheme)s: %(previous)s is now %(name)s"),
        Kind.MOVED: _("%(scheme)s: %(name)s moved from %(from)s to %(to)s"),
    }
    return said[kind] % {
        "name": event.name,
        "previous": event.previous_name,
        "scheme": event.scheme.label,
        "from": event.from_category or _("no category"),
        "to": event.to_category or _("no category"),
    }


def address_of(change: Change) -> str:
    """Of the page of what changed, without language; an item that came and went between two editions has none."""
    if change.event:
        return f"landscape/{change.event.scheme.code}/items/{change.event.key}" if change.event.is_listed else ""
    if change.product is None:
        return ""
    address = f"products/{change.product.slug}"
    return f"{address}/{change.fact.attribute.code}" if change.fact else address
