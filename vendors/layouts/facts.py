"""The facts of a product by group."""

from dataclasses import dataclass

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.words import listed
from vendors.frames.facts import NOT_DOCUMENTED, SUPERSEDED
from vendors.history.dates import is_stale


@dataclass(frozen=True)
class FactLine:
    """An attribute of a product: its current fact and the earlier ones, as rows of the exhibit."""

    code: str
    label: str
    definition: str
    current: dict
    earlier: tuple[dict, ...]


@dataclass(frozen=True)
class FactGroup:
    code: str
    label: str
    lines: tuple[FactLine, ...]
    missing: str  # labels of attributes that are not documented


def fact_groups(exhibit: Exhibit, on: str = "") -> list[FactGroup]:
    """In the order of the rows; each gets its citation's number and, for the day `on`, whether its source is old."""
    numbers = exhibit.citation_numbers
    by_group: dict[str, list[dict]] = {}
    for row in exhibit.frame.to_dict("records"):
        by_group.setdefault(row["group"], []).append(
            {
                **row,
                "citation": numbers.get(row["source"]),
                "is_old": bool(on and is_stale(row["observed_on"], on)),
                "page": f"{row['product_address']}/{row['attribute']}",
            }
        )
    return [_group(code, rows) for code, rows in by_group.items()]


def _group(code: str, rows: list[dict]) -> FactGroup:
    by_attribute: dict[str, list[dict]] = {}
    for row in rows:
        by_attribute.setdefault(row["attribute"], []).append(shown_labels(row))
    lines = [
        FactLine(
            code=attribute,
            label=found[0][label_column("attribute")],
            definition=found[0]["definition"],
            current=found[0],
            earlier=tuple(row for row in found[1:] if row["state"] == SUPERSEDED),
        )
        for attribute, found in by_attribute.items()
        if found[0]["state"] != NOT_DOCUMENTED
    ]
    missing = [row[label_column("attribute")] for row in rows if row["state"] == NOT_DOCUMENTED]
    return FactGroup(code, rows[0][label_column("group")], tuple(lines), listed(missing))


def shown_labels(row: dict) -> dict:
    """The row with `basis_label` in the active language."""
    return {**row, "basis_label": row[label_column("basis")]}
