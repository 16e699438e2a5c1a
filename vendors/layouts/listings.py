"""Cards of a landscape, the matrix of a taxonomy, and the places of one product or vendor."""

from dataclasses import dataclass

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.models import Scheme


@dataclass(frozen=True)
class Block:
    """A category with its cards; each card is a row of the exhibit with its labels in the active language."""

    code: str
    label: str
    definition: str
    cards: tuple[dict, ...]


@dataclass(frozen=True)
class Provider:
    """A line of the matrix: one cell for each category, each with its cards."""

    label: str
    address: str
    cells: tuple[tuple[dict, ...], ...]


@dataclass(frozen=True)
class Place:
    """Where something stands in a scheme, and in which years."""

    scheme: str
    address: str
    category: str
    item: str
    certainty: str
    certainty_label: str
    years: str
    note: str


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


def blocks(exhibit: Exhibit, scheme: Scheme) -> list[Block]:
    """Every category, in the order of the scheme."""
    rows = labelled_rows(exhibit)
    return [
        Block(
            category.code,
            category.label,
            category.text("definition"),
            tuple(row for row in rows if row["category"] == category.code),
        )
        for category in scheme.categories.all()
    ]


def matrix(exhibit: Exhibit, scheme: Scheme) -> list[Provider]:
    """Providers in the order of the exhibit, cells in the order of the scheme's categories."""
    by_provider: dict[str, list[dict]] = {}
    for row in labelled_rows(exhibit):
        by_provider.setdefault(row["provider"], []).append(row)
    codes = [category.code for category in scheme.categories.all()]
    return [
        Provider(
            rows[0]["provider_label"],
            rows[0]["vendor_address"],
            tuple(tuple(row for row in rows if row["category"] == code) for code in codes),
        )
        for rows in by_provider.values()
    ]


def country_counts(exhibit: Exhibit) -> dict[str, int]:
    """Items by headquarters: in China, elsewhere, unknown; an item in two categories counts once."""
    counts = exhibit.frame.drop_duplicates("item")["in_china"].value_counts()
    names = {"china": "yes", "elsewhere": "no", "unknown": "unknown"}
    return {name: int(counts.get(state, 0)) for name, state in names.items()}


def places(listings: list) -> list[Place]:
    """One for each category in which something stands, with the years in which it did."""
    found: dict[tuple, list] = {}
    for listing in listings:
        found.setdefault((listing.category_id, listing.key), []).append(listing)
    return [_place(same) for same in found.values()]


def _place(listings: list) -> Place:
    """`listings` are one item in one category, oldest edition first."""
    latest, scheme = listings[-1], listings[-1].category.scheme
    is_taxonomy = scheme.kind == Scheme.Kind.TAXONOMY
    return Place(
        scheme=scheme.label,
        address=f"taxonomy/{scheme.code}" if is_taxonomy else f"landscape/{scheme.code}/{latest.edition}",
        category=latest.category.label,
        item=latest.label,
        certainty=latest.certainty if is_taxonomy else "",
        certainty_label=latest.get_certainty_display() if is_taxonomy else "",
        years="–".join(dict.fromkeys([listings[0].edition, latest.edition])),
        note=latest.text("note"),
    )
