"""Resource: the one description from which a list, its rows, its file, its parameters and its documentation come."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from ninja import Schema

from portal.api.columns import Column
from portal.api.kinds import Place, place_at


@dataclass(frozen=True)
class Address:
    """One row by its natural key: the columns in the path, and what else must hold."""

    keys: tuple[str, ...]
    operation: str  # operation id: get_figure
    where: Q = Q()


@dataclass(frozen=True)
class Resource:
    """`name` stands in the address; `row` describes the keys of a row, `columns` say where they are kept."""

    name: str
    row: type[Schema]
    rows: Callable[[], QuerySet]
    columns: tuple[Column, ...]
    addresses: tuple[Address, ...]
    search: tuple[str, ...] = ()  # ORM paths that `q` looks at
    order: tuple[str, ...] = ()  # columns to sort by when the client names none; empty: as loaded
    as_of: Callable[[Any, str], QuerySet] | None = None  # the rows as known on a day, where that can be told

    def __post_init__(self):
        described, kept = list(self.row.model_fields), [column.key for column in self.columns]
        if described != kept:
            raise ValueError(f"{self.name}: the schema describes {described}, the columns are {kept}.")

    @cached_property
    def places(self) -> dict[str, tuple[Place, ...]]:
        """For each column that can be filtered and sorted, the fields behind it."""
        model = self.rows().model
        return {
            column.key: tuple(place_at(model, path) for path in column.filter_paths)
            for column in self.columns
            if column.filter_paths
        }

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @cached_property
    def sortable(self) -> tuple[str, ...]:
        """Lists have no order of their own; all other stored columns have."""
        return tuple(key for key, places in self.places.items() if places[0].kind != "list")

    def description(self, key: str) -> str:
        return self.row.model_fields[key].description or ""

    def example(self, key: str):
        return (self.row.model_fields[key].examples or [None])[0]

    @property
    def purpose(self) -> str:
        """What a row is, in one sentence."""
        return (self.row.__doc__ or "").strip()
