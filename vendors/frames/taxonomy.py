"""Listings as a matrix: providers, layers or countries down, and how much stands in each cell.

coverage: one row a cell, also where nothing is placed
provider  category    placements  stated  inferred  state        placements_text
ali       business             2       1         1  placed       2 (1 inferred)
ali       containers                                none_placed  none placed
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pandas import DataFrame

from portal.exhibits.columns import label_column
from portal.exhibits.frames import frame_of, labelled, labelled_types, text_types
from portal.labels import LANGUAGES, both_labels
from vendors.category_tree import JOINT, Branch
from vendors.frames.listings import by_provider, listing_table
from vendors.models import Listing

INFERRED = Listing.Certainty.INFERRED
PLACED, NONE_PLACED = "placed", "none_placed"
STATES = {PLACED: gettext_lazy("placed"), NONE_PLACED: gettext_lazy("none placed")}
COVERAGE_TYPES = {
    **labelled_types("row", "category", "state"),
    **{"placements": "float64", "stated": "float64", "inferred": "float64"},
    **text_types("items", "placements_text", "row_address"),
}


def placement_table(
    listings: Iterable[Listing], tree: Iterable[Branch], *, by: str, elsewhere: Mapping[int, str]
) -> DataFrame:
    """The listings in the order of a matrix by provider, layer or country; categories have the name of their path.

    `elsewhere` says in words where the product of a listing stands in other schemes.
    """
    listings = list(listings)
    paths = {branch.category.code: path_labels(branch) for branch in tree}
    frame = listing_table(listings).assign(
        elsewhere=[elsewhere.get(listing.product_id or 0, "") for listing in listings],
        inferred_tag=[_("inferred") if listing.certainty == INFERRED else "" for listing in listings],
    )
    for place, language in enumerate(LANGUAGES):
        labels = {code: labels[place] for code, labels in paths.items()}
        frame[label_column("category", language)] = frame["category"].map(labels).astype("str")
    order = {code: place for place, code in enumerate(paths)}
    frame = frame.assign(_place=frame["category"].map(order).astype("float64")).sort_values("_place", kind="stable")
    return _in_order(by_provider(frame), by).drop(columns="_place").reset_index(drop=True)


def _in_order(frame: DataFrame, by: str) -> DataFrame:
    """`frame` is in the order of providers; unknown countries come last."""
    if by == "layer":
        return frame.sort_values("_place", kind="stable")
    if by == "country":
        providers = frame.groupby("country")["provider"].transform("nunique")
        keyed = frame.assign(_unknown=frame["country"] == "", _providers=-providers)
        return keyed.sort_values(["_unknown", "_providers", "country"], kind="stable").drop(
            columns=["_unknown", "_providers"]
        )
    return frame


def coverage_table(frame: DataFrame, columns: Iterable[Branch], rows: str) -> DataFrame:
    """Counts of a frame of placement_table: each provider or country (`rows`) for each of the categories."""
    states = both_labels(STATES.items())
    columns = [(branch.category.code, path_labels(branch)) for branch in columns]
    cells = {key: cell for key, cell in frame.groupby([rows, "category"], sort=False)}
    return frame_of(
        (
            {
                **labelled("row", head[rows], (head[label_column(rows, "en")], head[label_column(rows, "zh-hans")])),
                **labelled("category", code, labels),
                **_counts(cells.get((head[rows], code)), states),
                "row_address": head["vendor_address"] if rows == "provider" else "",
            }
            for head in frame.drop_duplicates(rows).to_dict("records")
            for code, labels in columns
        ),
        COVERAGE_TYPES,
    )


def _counts(cell: DataFrame | None, states: dict) -> dict:
    if cell is None:
        missing = float("nan")
        return {
            **{"placements": missing, "stated": missing, "inferred": missing, "items": ""},
            **labelled("state", NONE_PLACED, states[NONE_PLACED]),
            "placements_text": _("none placed"),
        }
    inferred = int((cell["certainty"] == INFERRED).sum())
    return {
        **{"placements": len(cell), "stated": len(cell) - inferred, "inferred": inferred},
        "items": "; ".join(cell[label_column("item")]),
        **labelled("state", PLACED, states[PLACED]),
        "placements_text": _count_words(len(cell), inferred),
    }


def _count_words(count: int, inferred: int) -> str:
    if not inferred:
        return str(count)
    if inferred == count:
        return _("%(count)s (inferred)") % {"count": count}
    return _("%(count)s (%(inferred)s inferred)") % {"count": count, "inferred": inferred}


def gathered(frame: DataFrame, tree: Iterable[Branch], columns: Iterable[Branch]) -> DataFrame:
    """Placements under the columns that they or what is above them stand in; what stands in none is left out."""
    labels = {branch.category.code: path_labels(branch) for branch in columns}
    above = {
        branch.category.code: next((each.code for each in reversed(branch.path) if each.code in labels), "")
        for branch in tree
    }
    category = frame["category"].map(above).astype("str")
    names = {
        label_column("category", language): category.map({code: pair[place] for code, pair in labels.items()})
        for place, language in enumerate(LANGUAGES)
    }
    found = frame.assign(category=category, **{name: column.astype("str") for name, column in names.items()})
    return found[found["category"] != ""]


def path_labels(branch: Branch) -> tuple[str, str]:
    """The whole path in English and Chinese: "App Definition / Database"."""
    english, chinese = (JOINT.join(each.text("name", language) for each in branch.path) for language in LANGUAGES)
    return english, chinese


def largest(frame: DataFrame, key: str, most: int, *, by: str = "") -> list[str]:
    """The first `most` codes of a column in the order of the frame; of layers, those of the providers in most."""
    ordered = by_provider(frame) if by == "layer" else frame
    return list(dict.fromkeys(ordered[key]))[:most]


def drawable(frame: DataFrame, *, rows: int, layers: int) -> DataFrame:
    """What a picture can hold: the first providers, and the categories with most placements, in the frame's order."""
    found = frame[frame["category"].isin(frame["category"].value_counts().index[:layers])]
    return found[found["provider"].isin(largest(by_provider(found), "provider", rows))]
