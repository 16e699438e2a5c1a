"""Dataset: one kind of file that can be loaded, described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from portal.loading.columns import Row

if TYPE_CHECKING:
    from portal.loading.draft import Draft
    from portal.loading.problems import Report

Key = tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """Columns that name a row of a dataset by its key.

    Empty last column: refers to nothing. `separator` splits a single column into the parts of the key.
    """

    field: str
    dataset: str
    columns: tuple[str, ...]
    separator: str = ""

    def key(self, cells: dict[str, str]) -> Key | None:
        """The key that a row's cells name, or None."""
        parts = tuple(cells[column] for column in self.columns)
        if not parts[-1]:
            return None
        return tuple(parts[0].split(self.separator)) if self.separator else parts


@dataclass(frozen=True)
class Dataset:
    """A file's name, its columns, and how its rows become objects.

    Columns named like fields of the model are copied to them. `fill` sets the fields that have no column of their own
    (`filled`: field → column). `derive` sets what follows from other rows; `verify` checks rows against each other;
    both see the whole draft and run again when a dataset of `watches` is loaded. Marks that only one row may have are
    `released` before others get them.
    """

    name: str
    model: type[Model]
    row: type[Row]
    key: tuple[str, ...]
    key_of: Callable[[Any], Key]
    references: tuple[Reference, ...] = ()
    fill: Callable[[Any, Any], None] | None = None
    filled: dict[str, str] = field(default_factory=dict)
    derive: Callable[[Draft], None] | None = None
    verify: Callable[[Draft, Report], None] | None = None
    watches: frozenset[str] = frozenset()
    released: tuple[str, ...] = ()

    @property
    def columns(self) -> list[str]:
        return list(self.row.model_fields)

    @property
    def copied(self) -> list[str]:
        """Fields that take the value of the column of the same name."""
        referring = {reference.field for reference in self.references}
        concrete = {each.name for each in self.model._meta.concrete_fields}
        return [column for column in self.columns if column in concrete - referring]
