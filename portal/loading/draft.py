"""The draft: what the database would hold after the load. Stored rows, with the files' rows laid over them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from portal.loading.columns import Row
from portal.loading.dataset import Dataset, Key


@dataclass(frozen=True)
class Place:
    """Where a row of a file stands, and its cells as written."""

    file: str
    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class TypedRow:
    """A row whose values are read, and the object that it becomes; columns that are `wrong` have no value."""

    place: Place
    row: Row
    target: Model
    wrong: frozenset[str]


@dataclass(frozen=True)
class Differences:
    """Objects of a dataset that are not stored yet, and stored ones that differ."""

    added: list[Model]
    changed: list[Model]


@dataclass
class Draft:
    """Objects by dataset and key; those of one load know each other before any is saved."""

    objects: dict[str, dict[Key, Model]] = field(default_factory=dict)
    datasets: dict[str, Dataset] = field(default_factory=dict)
    # Keys of rows that cannot be read, and datasets of which rows may be missing: references to them prove nothing.
    spoiled: dict[str, set[Key]] = field(default_factory=dict)
    torn: set[str] = field(default_factory=set)
    _places: dict[int, Place] = field(default_factory=dict)
    _incomplete: set[int] = field(default_factory=set)
    _stored: dict[int, list] = field(default_factory=dict)

    def fetch(self, dataset: Dataset) -> None:
        """Adds the dataset's stored rows; what it refers to must be there already, except itself."""
        self.datasets[dataset.name] = dataset
        self.spoiled[dataset.name] = set()
        by_pk = dataset.model._default_manager.order_by().in_bulk()
        for reference in dataset.references:
            related: Any = dataset.model._meta.get_field(reference.field)
            if reference.dataset == dataset.name:
                others = by_pk
            else:
                others = {each.pk: each for each in self.objects[reference.dataset].values()}
            for each in by_pk.values():
                pk = getattr(each, related.attname)
                if pk is not None:
                    related.set_cached_value(each, others[pk])
        self.objects[dataset.name] = {dataset.key_of(each): each for each in by_pk.values()}
        values = comparable(dataset.model)
        self._stored |= {id(each): values(each) for each in by_pk.values()}

    def place(self, each: Model | None) -> Place | None:
        """Where in the files the object comes from; None for a stored one that no file names."""
        return self._places.get(id(each))

    def place_of_key(self, name: str, key: Key) -> Place | None:
        """Where the files name this key already."""
        each = self.objects[name].get(key)
        return self.place(each)

    def put(self, dataset: Dataset, key: Key, place: Place) -> Model:
        """The object of this key, stored or new, from now on with its place in the files."""
        each = self.objects[dataset.name].get(key) or dataset.model()
        self.objects[dataset.name][key] = each
        self._places[id(each)] = place
        return each

    def mark_incomplete(self, each: Model) -> None:
        """Takes the object out of further checks: a problem with it is known already."""
        self._incomplete.add(id(each))

    def is_complete(self, each: Model | None) -> bool:
        return id(each) not in self._incomplete

    def complete(self, name: str) -> Iterator[Model]:
        return (each for each in self.objects[name].values() if id(each) not in self._incomplete)

    def is_new(self, each: Model) -> bool:
        return id(each) not in self._stored

    def differences(self, dataset: Dataset) -> Differences:
        """What saving the dataset as it stands now would add and change."""
        values = comparable(dataset.model)
        everything = self.objects[dataset.name].values()
        added = [each for each in everything if self.is_new(each)]
        changed = [each for each in everything if not self.is_new(each) and self._stored[id(each)] != values(each)]
        return Differences(added, changed)


def comparable(model: type[Model]) -> Callable[[Model], list]:
    """A function that gives the values by which a change is told; a related object that is not saved yet is itself."""
    plain = [field.attname for field in model._meta.concrete_fields if not field.is_relation and not field.primary_key]
    related = [field for field in model._meta.concrete_fields if field.is_relation]

    def values(each: Model) -> list:
        own = [getattr(each, name) for name in plain]
        return own + [number_of(field, each) for field in related]

    return values


def number_of(field: Any, each: Model) -> object:
    if not field.is_cached(each):
        return getattr(each, field.attname)
    other = field.get_cached_value(each)
    return other and (other.pk or other)
