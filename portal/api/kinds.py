"""What kind of value stands at an ORM path: its operators, and how the text of a parameter is read."""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from django.db import models

from portal.dates import PartialDateField, is_partial_date

OPERATORS = ("eq", "in", "gt", "gte", "lt", "lte", "contains", "isnull")
LARGEST_INTEGER = 2_147_483_647
LARGEST_NUMBER = 1e15
LONGEST_TEXT = 300  # characters of one value
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class Kind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    LIST = "list"


ALLOWED = {
    Kind.TEXT: OPERATORS,
    Kind.CHOICE: ("eq", "in", "isnull"),
    Kind.DATE: OPERATORS,
    Kind.INTEGER: ("eq", "in", "gt", "gte", "lt", "lte", "isnull"),
    Kind.NUMBER: ("eq", "in", "gt", "gte", "lt", "lte", "isnull"),
    Kind.BOOLEAN: ("eq", "isnull"),
    Kind.LIST: ("contains", "isnull"),
}


@dataclass(frozen=True)
class Place:
    """The field at the end of an ORM path, and whether a value can be missing there."""

    model: type[models.Model]
    field: models.Field
    kind: Kind
    is_blank: bool  # missing is kept as empty text
    is_null: bool  # missing is kept as null, in the field or in a relation on the way

    @property
    def can_be_missing(self) -> bool:
        return self.is_blank or self.is_null

    @property
    def operators(self) -> tuple[str, ...]:
        return tuple(name for name in ALLOWED[self.kind] if name != "isnull" or self.can_be_missing)

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(value for value, _ in self.field.choices or ())


def place_at(model: type[models.Model], path: str) -> Place:
    """Follows `path` from `model`; a path that is none is an error at start-up."""
    is_null = False
    *relations, last = path.split("__")
    for name in relations:
        relation = cast(models.ForeignKey, model._meta.get_field(name))
        is_null |= relation.null
        model = relation.remote_field.model
    field = cast(models.Field, model._meta.get_field(last))
    is_text = isinstance(field, models.CharField | models.TextField)
    return Place(model, field, kind_of(field), is_text and field.blank, is_null or field.null)


def kind_of(field: models.Field) -> Kind:
    if field.choices:
        return Kind.CHOICE
    for kind, classes in (
        (Kind.DATE, PartialDateField),
        (Kind.TEXT, models.CharField | models.TextField),
        (Kind.BOOLEAN, models.BooleanField),
        (Kind.INTEGER, models.IntegerField),
        (Kind.NUMBER, models.DecimalField),
        (Kind.LIST, models.JSONField),
    ):
        if isinstance(field, classes):
            return kind
    raise TypeError(f"{field} has no kind in the API: add one to portal/api/kinds.py.")


class UnreadableError(ValueError):
    """A parameter's text cannot be read; the message says what is expected."""


def read_value(place: Place, operator: str, text: str) -> Any:
    """The value that `text` stands for."""
    if text == "":
        raise UnreadableError("is empty; leave the parameter out, or ask for missing values with __isnull=true.")
    if operator == "isnull":
        return read_boolean(text)
    return READERS[place.kind](place, text)


def read_boolean(text: str) -> bool:
    if text not in BOOLEANS:
        raise UnreadableError("must be true or false.")
    return BOOLEANS[text]


def read_text(place: Place, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise UnreadableError(f"must have at most {LONGEST_TEXT} characters.")
    return text


def read_choice(place: Place, text: str) -> str:
    if text not in place.choices:
        raise UnreadableError(f"must be one of {', '.join(place.choices)}.")
    return text


def read_date(place: Place, text: str) -> str:
    if not is_partial_date(text):
        raise UnreadableError("must be a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD, from 1900 to 2100.")
    return text


def read_integer(place: Place, text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,10}", text) or abs(int(text)) > LARGEST_INTEGER:
        raise UnreadableError(f"must be a whole number from -{LARGEST_INTEGER} to {LARGEST_INTEGER}.")
    return int(text)


def read_number(place: Place, text: str) -> float:
    pattern = r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][-+]?[0-9]{1,3})?"
    number = float(text) if re.fullmatch(pattern, text) else math.nan
    if not abs(number) <= LARGEST_NUMBER:
        raise UnreadableError("must be a number such as 12.5, from -1e15 to 1e15.")
    return number


READERS = {
    Kind.TEXT: read_text,
    Kind.CHOICE: read_choice,
    Kind.DATE: read_date,
    Kind.INTEGER: read_integer,
    Kind.NUMBER: read_number,
    Kind.BOOLEAN: lambda place, text: read_boolean(text),
    Kind.LIST: read_text,
}
