"""The differences between two editions, kind by kind."""

from dataclasses import dataclass

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit


@dataclass(frozen=True)
class ChangedGroup:
    """A kind of change with its rows, each with its labels in the active language and its citation."""

    code: str
    label: str
    rows: tuple[dict, ...]


def changed_groups(exhibit: Exhibit) -> list[ChangedGroup]:
    numbers = exhibit.citation_numbers
    name = label_column("item")
    found: dict[str, list[dict]] = {}
    names: dict[str, str] = {}
    for row in exhibit.frame.to_dict("records"):
        names[row["kind"]] = row[label_column("kind")]
        shown = {**row, "item_label": row[name], "citation": numbers.get(row["source"])}
        found.setdefault(row["kind"], []).append(shown)
    return [ChangedGroup(code, names[code], tuple(rows)) for code, rows in found.items()]
