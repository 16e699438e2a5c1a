"""The facts of a product by group, and the comparison as a cross table."""

from dataclasses import dataclass

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.filters import Choice, choices_of
from portal.exhibits.tables import Table, table_of
from portal.words import listed
from vendors.filters import CompareForm
from vendors.frames.facts import DOCUMENTED, NOT_DOCUMENTED, SUPERSEDED


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


def fact_groups(exhibit: Exhibit) -> list[FactGroup]:
    """In the order of the rows; each row gets the number of its citation."""
    numbers = exhibit.citation_numbers
    by_group: dict[str, list[dict]] = {}
    for row in exhibit.frame.to_dict("records"):
        by_group.setdefault(row["group"], []).append({**row, "citation": numbers.get(row["source"])})
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


@dataclass(frozen=True)
class ComparedGroup:
    """A heading and the lines of the comparison under it."""

    label: str
    rows: tuple


@dataclass(frozen=True)
class Comparison:
    table: Table
    products: tuple[dict, ...]
    groups: tuple[ComparedGroup, ...]

    @property
    def columns(self) -> int:
        return len(self.products) + 1


def comparison(exhibit: Exhibit) -> Comparison:
    """The cross table with its rows under the headings of their groups."""
    table = table_of(exhibit)
    groups: dict[str, list] = {}
    for row in table.rows:
        groups.setdefault(row.head.row[label_column("group")], []).append(row)
    heads = exhibit.frame.drop_duplicates("product")
    return Comparison(
        table=table,
        products=tuple(
            {"label": row[label_column("product")], "address": row["product_address"]}
            for row in heads.to_dict("records")
        ),
        groups=tuple(ComparedGroup(label, tuple(rows)) for label, rows in groups.items()),
    )


def compare_pickers(form: CompareForm, exhibit: Exhibit) -> dict[str, tuple[Choice, ...]]:
    """The choices of both forms, with what the page shows chosen."""
    shown = exhibit.frame
    documented = shown[shown["state"] == DOCUMENTED]
    groups = form.values["group"] or (() if form.values["attributes"] else tuple(documented["group"].unique()))
    return {
        "products": choices_of(form.fields["products"], set(shown["product"])),
        "groups": choices_of(form.fields["group"], groups),
    }
