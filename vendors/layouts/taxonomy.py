"""A taxonomy as a matrix of cards, whichever way it is turned; wide ones as one block a row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.category_tree import JOINT, Branch
from vendors.exhibits.taxonomy import is_judged
from vendors.layouts.listings import labelled_rows
from vendors.models import Scheme

MOST_COLUMNS = 8  # side by side; more stand one below the other in each row
MOST_ROWS = 60  # on a page unless all are asked for


@dataclass(frozen=True)
class Head:
    """Of a column or a row; `within` names what a category stands in."""

    code: str
    label: str
    address: str = ""
    within: str = ""


@dataclass(frozen=True)
class Place:
    """A cell under its column: cards are rows of the exhibit with their labels in the active language."""

    head: Head
    cards: tuple[dict, ...]


@dataclass(frozen=True)
class Line:
    head: Head
    places: tuple[Place, ...]

    @property
    def filled(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.cards)

    @property
    def empty(self) -> int:
        return len(self.places) - len(self.filled)


@dataclass(frozen=True)
class Group:
    """What neighbouring columns stand in."""

    label: str
    span: int


@dataclass(frozen=True)
class Matrix:
    """`more` rows are not shown; `is_judged` where certainty says something."""

    by: str
    columns: tuple[Head, ...]
    lines: tuple[Line, ...]
    more: int
    is_judged: bool

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > MOST_COLUMNS

    @property
    def has_provider(self) -> bool:
        """Whether cards must say whose they are."""
        return self.by == "country"

    @property
    def groups(self) -> tuple[Group, ...]:
        """Empty where no column stands in anything."""
        found = tuple(Group(name, len(list(same))) for name, same in groupby(self.columns, lambda head: head.within))
        return found if any(group.label for group in found) else ()

    @property
    def over(self) -> dict[int, str]:
        """Place of a column → ids of its headings; empty where one row of headings says all."""
        wider = [
            f"g{number} " if group.label else ""
            for number, group in enumerate(self.groups)
            for _place in range(group.span)
        ]
        return {place: f"{ids}c{place}" for place, ids in enumerate(wider)}


def matrix(exhibit: Exhibit, scheme: Scheme, columns: Sequence[Branch], *, by: str, has_all: bool = False) -> Matrix:
    """The rows of the exhibit in their order; `columns` are the categories, also those that hold nothing."""
    cards = [_linked(card, scheme) for card in labelled_rows(exhibit)]
    categories = [_category_head(branch) for branch in columns]
    providers = list(dict.fromkeys(_provider_head(card) for card in cards))
    if by == "layer":
        rows, across, keys = categories, providers, ("category", "provider")
    elif by == "country":
        countries = list(dict.fromkeys(Head(card["country"], card["country_label"]) for card in cards))
        rows, across, keys = countries, categories, ("country", "category")
    else:
        rows, across, keys = providers, categories, ("provider", "category")
    cells: dict[tuple[str, str], list[dict]] = {}
    for card in cards:
        cells.setdefault((card[keys[0]], card[keys[1]]), []).append(card)
    shown = rows if has_all else rows[:MOST_ROWS]
    return Matrix(by, tuple(across), tuple(_lines(shown, across, cells)), len(rows) - len(shown), is_judged(scheme))


def _lines(rows: Iterable[Head], across: Sequence[Head], cells: dict) -> Iterable[Line]:
    for row in rows:
        yield Line(row, tuple(Place(head, tuple(cells.get((row.code, head.code), ()))) for head in across))


def _category_head(branch: Branch) -> Head:
    within = JOINT.join(category.label for category in branch.path[:-1])
    return Head(branch.category.code, branch.category.label, within=within)


def _provider_head(card: dict) -> Head:
    return Head(card["provider"], card["provider_label"], card["vendor_address"])


def _linked(card: dict, scheme: Scheme) -> dict:
    """An item of a landscape without a product leads to its own page."""
    if card["item_address"] or is_judged(scheme):
        return card
    return {**card, "item_address": f"landscape/{scheme.code}/items/{card['item']}"}


def definitions(columns: Iterable[Branch], exhibit: Exhibit) -> list[dict]:
    """Each category with what it means and how much stands in it."""
    counts = exhibit.frame["category"].value_counts()
    return [
        {
            "code": branch.category.code,
            "label": branch.label,
            "definition": branch.category.text("definition"),
            "count": int(counts.get(branch.category.code, 0)),
        }
        for branch in columns
    ]


def in_several(exhibit: Exhibit) -> list[dict]:
    """Products that stand in other schemes too: item, address, where."""
    rows = exhibit.frame[exhibit.frame["elsewhere"] != ""].drop_duplicates("product")
    return [
        {"label": row[label_column("item")], "address": row["item_address"], "elsewhere": row["elsewhere"]}
        for row in rows.to_dict("records")
    ]
