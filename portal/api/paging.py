"""Keyset paging: a cursor holds the sort values of the last row, so any page costs what the first costs.

Missing values come last in either direction; ties are broken by the row's id.
"""

import hashlib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core import signing
from django.db import connection
from django.db.models import CharField, F, FloatField, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from portal.api.columns import Words
from portal.api.kinds import Kind, Place
from portal.api.problems import ProblemError, Wrong, refuse
from portal.api.resources import Resource
from portal.api.selection import LONGEST_CURSOR, Selection

SALT = "portal.api.cursor"


@dataclass(frozen=True)
class SortKey:
    """One part of the order, kept in the row as the annotation `name`."""

    name: str
    expression: Any
    kind: Kind
    is_descending: bool
    can_be_missing: bool


def sort_keys(resource: Resource, selection: Selection) -> list[SortKey]:
    """The order asked for; the id after it makes it complete."""
    keys = [
        sort_key(resource, f"sort_{number}", key, is_descending, selection.view.language)
        for number, (key, is_descending) in enumerate(selection.sort)
    ]
    return [*keys, SortKey("sort_id", F("pk"), Kind.INTEGER, False, False)]


def sort_key(resource: Resource, name: str, key: str, is_descending: bool, language: str) -> SortKey:
    column, places = resource.by_key[key], resource.places[key]
    expressions = [sort_expression(path, place) for path, place in zip(column.filter_paths, places, strict=True)]
    expression, place = expressions[0], places[0]
    if isinstance(column, Words) and language == "zh-hans":
        expression = Coalesce(expressions[1], expressions[0], output_field=CharField())
    return SortKey(name, expression, place.kind, is_descending, place.can_be_missing)


def sort_expression(path: str, place: Place):
    if place.is_blank:
        return NullIf(F(path), Value(""), output_field=CharField())
    if place.kind == Kind.NUMBER and connection.vendor == "sqlite":
        # SQLite keeps decimals as floats; rounded to a decimal and back they would not find themselves again.
        return Cast(F(path), FloatField())
    return F(path)


def sorted_rows(rows: QuerySet, keys: list[SortKey]) -> QuerySet:
    rows = rows.annotate(**{key.name: key.expression for key in keys})
    order = []
    for key in keys:
        last = {"nulls_last": True} if key.can_be_missing else {}
        order.append(F(key.name).desc(**last) if key.is_descending else F(key.name).asc(**last))
    return rows.order_by(*order)


def after(keys: list[SortKey], values: list[Any]) -> Q:
    """The rows that come after the one with these sort values."""
    condition, equal = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        condition |= equal & beyond(key, value)
        equal &= Q(**{key.name: value}) if value is not None else Q(**{f"{key.name}__isnull": True})
    first, value = keys[0], values[0]
    if first.can_be_missing or len(keys) == 1:
        return condition
    # Said once more for the planner: it finds the start in an index by this, not by the alternatives above.
    return Q(**{f"{first.name}__{'lte' if first.is_descending else 'gte'}": value}) & condition


def beyond(key: SortKey, value: Any) -> Q:
    if value is None:
        return Q(pk__in=[])  # nothing comes after the missing ones
    condition = Q(**{f"{key.name}__{'lt' if key.is_descending else 'gt'}": value})
    return condition | Q(**{f"{key.name}__isnull": True}) if key.can_be_missing else condition


def fingerprint(resource: Resource, selection: Selection) -> str:
    """Says which list a cursor belongs to: filters, words, sort and language, not the limit or the columns."""
    asked = (
        resource.name,
        selection.filters,
        selection.search,
        selection.sort,
        selection.view.language,
        selection.as_of,
    )
    return hashlib.sha256(repr(asked).encode("utf-8", "replace")).hexdigest()[:12]


def write_cursor(resource: Resource, selection: Selection, values: list[Any]) -> str:
    kept = [str(value) if isinstance(value, Decimal) else value for value in values]
    return signing.dumps([fingerprint(resource, selection), kept], salt=SALT, compress=True)


def read_cursor(resource: Resource, selection: Selection, keys: list[SortKey]) -> list[Any]:
    """The sort values in the client's cursor, or a 400."""
    if len(selection.cursor) > LONGEST_CURSOR:
        raise wrong_cursor("is too long.")
    try:
        made_for, values = signing.loads(selection.cursor, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise wrong_cursor("is none that this portal gave; take it from links.next, or begin without one.") from error
    if made_for != fingerprint(resource, selection) or len(values) != len(keys):
        raise wrong_cursor("belongs to another list; filters, sort and language must stay as they were.")
    return [exact(key, value) for key, value in zip(keys, values, strict=True)]


def exact(key: SortKey, value: Any) -> Any:
    """Decimals travel as text."""
    if key.kind != Kind.NUMBER or not isinstance(value, str):
        return value
    try:
        return Decimal(value)
    except InvalidOperation as error:
        raise wrong_cursor("is none that this portal gave.") from error


def wrong_cursor(detail: str) -> ProblemError:
    return refuse([Wrong("cursor", detail)])
