"""The database's own constraints, checked in Python before saving: one rule book, but problems with a place."""

from collections.abc import Iterator
from typing import Any

from django.db.models import CheckConstraint, F, Model, Q, UniqueConstraint

COMPARISONS = {
    "exact": lambda value, other: value == other,
    "in": lambda value, others: value in others,
    "gt": lambda value, other: value > other,
    "gte": lambda value, other: value >= other,
    "lt": lambda value, other: value < other,
    "lte": lambda value, other: value <= other,
}


def check_constraints(model: type[Model]) -> list[CheckConstraint]:
    return [each for each in model._meta.constraints if isinstance(each, CheckConstraint)]


def unique_rules(model: type[Model]) -> list[tuple[tuple[str, ...], Q]]:
    """Fields that are unique together, and the condition under which they are."""
    single: list[tuple[tuple[str, ...], Q]] = [
        ((field.name,), Q()) for field in model._meta.concrete_fields if field.unique and not field.primary_key
    ]
    together = [
        (tuple(each.fields), each.condition or Q())
        for each in model._meta.constraints
        if isinstance(each, UniqueConstraint)
    ]
    return single + together


def holds(condition: Q, each: Model) -> bool | None:
    """Whether the object keeps the condition; None where SQL would answer NULL, which breaks no constraint."""
    if not condition.children:
        return True
    children: list[Any] = condition.children  # conditions, or pairs of a path and a value
    answers = [holds(child, each) if isinstance(child, Q) else compare(child[0], child[1], each) for child in children]
    if condition.connector == Q.AND:
        answer = False if False in answers else None if None in answers else True
    elif condition.connector == Q.OR:
        answer = True if True in answers else None if None in answers else False
    else:
        raise NotImplementedError(f"{condition.connector} in a constraint cannot be checked before saving.")
    return answer if answer is None or not condition.negated else not answer


def compare(path: str, other: Any, each: Model) -> bool | None:
    name, _, lookup = path.partition("__")
    value = value_of(each, name)
    if lookup == "isnull":
        return (value is None) == other
    if isinstance(other, F):
        other = value_of(each, name_of(other))
    if value is None or other is None:
        return None
    return COMPARISONS[lookup or "exact"](value, other)


def name_of(column: Any) -> str:
    """The field that an F names."""
    return column.name


def value_of(each: Model, name: str) -> Any:
    """A field's value; of a reference the object, as it may have no number yet."""
    field: Any = each._meta.get_field(name)
    if field.is_relation and field.is_cached(each):
        return field.get_cached_value(each)
    return getattr(each, field.attname)


def identity(each: Model, names: tuple[str, ...]) -> tuple:
    """Hashable values of fields; None among them means that SQL calls nothing equal to it."""
    values = (value_of(each, name) for name in names)
    return tuple(id(value) if isinstance(value, Model) else value for value in values)


def fields_of(condition: Q) -> Iterator[str]:
    """The fields that a condition speaks of, in its order."""
    children: list[Any] = condition.children
    for child in children:
        if isinstance(child, Q):
            yield from fields_of(child)
        else:
            yield child[0].partition("__")[0]
            if isinstance(child[1], F):
                yield name_of(child[1])
