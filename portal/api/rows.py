"""Rows of the database as rows of an answer: plain values straight from the cursor, no model instances."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.api.columns import CODES_ONLY, Cell
from portal.api.resources import Resource
from portal.api.selection import Selection


@dataclass(frozen=True)
class Plan:
    """The ORM paths to fetch, and for each key of a row where among them its values stand."""

    paths: tuple[str, ...]
    cells: tuple[Cell, ...]
    positions: tuple[tuple[int, ...], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(cell.key for cell in self.cells)

    def values(self, raw: tuple) -> list[Any]:
        return [
            cell.make(*[raw[position] for position in positions])
            for cell, positions in zip(self.cells, self.positions, strict=True)
        ]

    def rows(self, raws: Iterable[tuple]) -> Iterator[dict[str, Any]]:
        keys = self.keys
        for raw in raws:
            yield dict(zip(keys, self.values(raw), strict=True))


def plan_rows(resource: Resource, selection: Selection, *, is_flat: bool = False) -> Plan:
    """What to fetch for the columns, language and labels that the client wants."""
    is_code_only = selection.view.labels == CODES_ONLY
    keys = selection.fields or [column.key for column in resource.columns if not (column.is_label and is_code_only)]
    cells: list[Cell] = []
    for column in (resource.by_key[key] for key in keys):
        cells += column.flat_cells(selection.view) if is_flat else column.cells(selection.view)
    paths = tuple(dict.fromkeys(path for cell in cells for path in cell.paths))
    place = {path: number for number, path in enumerate(paths)}
    return Plan(paths, tuple(cells), tuple(tuple(place[path] for path in cell.paths) for cell in cells))
