"""Listings as pages show them: rows with their labels, and the schemes of a kind."""

from dataclasses import dataclass

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.models import Scheme


@dataclass(frozen=True)
class SchemeLink:
    label: str
    description: str
    address: str


def scheme_links(schemes: list[Scheme]) -> list[SchemeLink]:
    return [SchemeLink(each.label, each.text("description"), f"{each.kind}/{each.code}") for each in schemes]


def labelled_rows(exhibit: Exhibit) -> list[dict]:
    numbers = exhibit.citation_numbers
    keys = [column.key for column in exhibit.columns if column.is_labelled]
    return [
        {
            **row,
            **{f"{key}_label": row[label_column(key)] for key in keys},
            "citation": numbers.get(row["source"]),
            "country_citation": numbers.get(row["country_source"]),
        }
        for row in exhibit.frame.to_dict("records")
    ]


def country_counts(exhibit: Exhibit) -> dict[str, int]:
    """Items by headquarters: in China, elsewhere, unknown; an item in two categories counts once."""
    counts = exhibit.frame.drop_duplicates("item")["in_china"].value_counts()
    names = {"china": "yes", "elsewhere": "no", "unknown": "unknown"}
    return {name: int(counts.get(state, 0)) for name, state in names.items()}
