"""The values of one attribute in its page: the table of what is documented, the names of what is not."""

from dataclasses import dataclass, replace

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.tables import Table, table_of
from vendors.frames.facts import NOT_DOCUMENTED
from vendors.layouts.tables import Stacked, when_stacked

MOST_COMPARED = 12  # products in a link to the comparison


@dataclass(frozen=True)
class Missing:
    """A product that documents nothing, with the page where a reader can tell its value."""

    label: str
    address: str


@dataclass(frozen=True)
class Values:
    table: Table
    missing: tuple[Missing, ...]
    compare_address: str
    stacked: Stacked


def values_of_attribute(exhibit: Exhibit, code: str) -> Values:
    is_missing = exhibit.frame["state"] == NOT_DOCUMENTED
    known, missing = exhibit.frame[~is_missing], exhibit.frame[is_missing]
    slugs = "~".join(known["product"].head(MOST_COMPARED))
    return Values(
        table=table_of(replace(exhibit, frame=known)),
        missing=tuple(Missing(row[label_column("product")], row["fact_address"]) for row in missing.to_dict("records")),
        compare_address=f"compare?products={slugs}&attributes={code}" if slugs else "",
        stacked=when_stacked(exhibit),
    )
