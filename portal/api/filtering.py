"""Filters and words as conditions of the database; names in related tables are resolved to ids first.

A join on a slug makes PostgreSQL plan badly on large tables, a short list of ids does not.
"""

from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import FieldDoesNotExist
from django.db.models import FloatField, Model, Q, QuerySet, Value

from portal.api import lookups  # noqa: F401  (registers has_item)
from portal.api.kinds import Kind, Place
from portal.api.problems import Wrong, refuse, shown
from portal.api.resources import Resource
from portal.api.selection import Filter, Selection
from portal.nearest import nearest_names

MOST_IDS = 1000  # above this a subquery is cheaper to send than its ids
NAMES_COMPARED = 5000  # names looked through for the nearest

Build = Callable[[str], Q]  # path → condition


def select(resource: Resource, selection: Selection) -> QuerySet:
    """The rows a selection asks for, not yet sorted."""
    rows = resource.rows()
    if resource.as_of and selection.as_of:
        rows = resource.as_of(rows, selection.as_of)
    errors = [wrong for found in selection.filters for wrong in unknown_names(resource, found)]
    if errors:
        raise refuse(errors)
    for found in selection.filters:
        rows = rows.filter(filter_condition(resource, found))
    for word in selection.search.split() or ([selection.search] if selection.search else []):
        rows = rows.filter(word_condition(resource, word))
    return rows


def unknown_names(resource: Resource, found: Filter) -> list[Wrong]:
    """What a filter names that does not exist, for columns that hold the codes of things."""
    column = resource.by_key[found.key]
    if not column.known or found.operator not in ("eq", "in"):
        return []
    missing = missing_names(resource, found.key, found.values)
    return [
        Wrong(found.parameter, f"{shown(name)} is not known.", nearest_names(name, names_of(resource, found.key)))
        for name in missing
    ]


def named(resource: Resource, key: str) -> tuple[QuerySet, str]:
    """The table that holds the codes of a column, and the field that is the code."""
    place, path = resource.places[key][0], resource.by_key[key].filter_paths[0]
    table = place.model._default_manager.all() if "__" in path else resource.rows()
    return table, place.field.name


def missing_names(resource: Resource, key: str, names: tuple[str, ...]) -> list[str]:
    table, field = named(resource, key)
    existing = set(table.filter(**{f"{field}__in": names}).values_list(field, flat=True))
    return [name for name in names if name not in existing]


def names_of(resource: Resource, key: str) -> list[str]:
    table, field = named(resource, key)
    return list(table.order_by(field).values_list(field, flat=True).distinct()[:NAMES_COMPARED])


def filter_condition(resource: Resource, found: Filter) -> Q:
    """A filter on text in two languages looks at both."""
    model, column = resource.rows().model, resource.by_key[found.key]
    paths, places = column.filter_paths, resource.places[found.key]
    if found.operator == "isnull":
        missing = Q()
        for path, place in zip(paths, places, strict=True):
            missing &= is_missing(path, place)
        return missing if found.values[0] else ~missing
    condition = Q()
    for path, place in zip(paths, places, strict=True):
        condition |= resolved(model, path, builder(place, found.operator, found.values))
    return condition


def is_missing(path: str, place: Place) -> Q:
    """Missing is null, in the field or on the way to it, or empty text."""
    missing = Q()
    if place.is_null:
        missing |= Q(**{f"{path}__isnull": True})
    if place.is_blank:
        missing |= Q(**{path: ""})
    return missing


def builder(place: Place, operator: str, values: tuple[Any, ...]) -> Build:
    """How to say the filter about a path."""
    if place.kind == Kind.LIST:
        return lambda path: Q(**{f"{path}__has_item": values[0]})
    if place.kind == Kind.NUMBER:
        # As a float: a decimal would be rounded to the places of the field before it is compared.
        values = tuple(Value(value, output_field=FloatField()) for value in values)
    if operator == "in":
        return lambda path: Q(**{f"{path}__in": values})
    if operator == "contains":
        return lambda path: Q(**{f"{path}__icontains": values[0]})
    if operator == "eq":
        return lambda path: Q(**{path: values[0]})
    return lambda path: comparison(place, path, operator, values[0])


def comparison(place: Place, path: str, operator: str, value: Any) -> Q:
    """Empty text compares with nothing; a month or a year ends with its last day."""
    condition = Q(**{f"{path}__{operator}": value})
    if place.kind == Kind.DATE and operator in ("gt", "lte"):
        within = Q(**{f"{path}__startswith": f"{value}-"})
        condition = condition | within if operator == "lte" else condition & ~within
    return condition & ~Q(**{path: ""}) if place.is_blank else condition


def resolved(model: type[Model], path: str, build: Build) -> Q:
    """The condition about the table itself: a path through a relation becomes a list of ids."""
    relation, _, rest = path.partition("__")
    if not rest:
        return build(path)
    field = model._meta.get_field(relation)
    if not field.is_relation:
        raise FieldDoesNotExist(f"{model.__name__}.{relation} leads nowhere: {path}")
    other = cast(type[Model], field.related_model)
    related = other._default_manager.filter(resolved(other, rest, build)).order_by()
    ids = list(related.values_list("pk", flat=True)[: MOST_IDS + 1])
    return Q(**{f"{relation}__in": ids if len(ids) <= MOST_IDS else related.values("pk")})


def word_condition(resource: Resource, word: str) -> Q:
    """Any of the searched columns holds the word."""
    model, condition = resource.rows().model, Q()
    for path in resource.search:
        condition |= resolved(model, path, lambda place: Q(**{f"{place}__icontains": word}))
    return condition
