"""A landscape over its editions as a frame: how many items each part of it held in each, and which share of all.

Parts are categories, what entered and left, or states such as "open source"; what is not known is a part of its own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pandas import DataFrame

from portal.exhibits.columns import label_column
from portal.exhibits.frames import frame_of, labelled, labelled_types, text_types
from portal.labels import LANGUAGES, both_labels
from vendors.category_tree import Branch
from vendors.changes import Kind
from vendors.models import Listing
from vendors.models.vendor import CHINA
from vendors.words import STATES, UNKNOWN, state_of

TYPES = {
    **text_types("edition"),
    **labelled_types("part"),
    "items": "int64",
    "total": "int64",
    "share": "float64",
}
MOST_LINES = 7  # of a chart, the one of all other categories included
SEATS = {"china": gettext_lazy("HQ in China"), "elsewhere": gettext_lazy("HQ elsewhere"), **{UNKNOWN: STATES[UNKNOWN]}}
MATURITIES = ("graduated", "incubating", "sandbox", "archived", "none")
OTHERS = "other"
Items = dict[str, dict[str, dict]]  # edition → key of the item → its row where it mainly stands


def years_table(rows: Iterable[dict], tree: Sequence[Branch], show: str) -> DataFrame:
    """`rows` are of ListingQuerySet.for_years; editions stand oldest first."""
    rows = list(rows)
    items = _items(rows)
    counted = {
        "categories": lambda: _categories(rows, tree),
        "changes": lambda: _changes(items),
        "open_source": lambda: _states(items, STATES, lambda row: state_of(row["is_open_source"])),
        "country": lambda: _states(items, SEATS, _seat),
        "maturity": lambda: _states(items, _maturities(rows), lambda row: row["maturity"]),
    }[show]()
    totals = {edition: len(found) for edition, found in items.items()}
    return frame_of((_row(*each, total=totals[each[0]]) for each in counted), TYPES)


def drawn_lines(frame: DataFrame) -> DataFrame:
    """At most seven lines: the largest parts by the last edition in which they stand, the others together."""
    last = frame.drop_duplicates("part", keep="last").sort_values("items", ascending=False, kind="stable")
    if len(last) <= MOST_LINES:
        return frame
    kept = set(last["part"].head(MOST_LINES - 1))
    others = frame[~frame["part"].isin(kept)].groupby("edition", as_index=False)["items"].sum()
    names = {label_column("part", language): _("Other categories") for language in LANGUAGES}
    more = others.assign(part=OTHERS, **names, total=0, share=0.0)[list(TYPES)].astype(TYPES)
    shown = frame[frame["part"].isin(kept)].to_dict("records") + more.to_dict("records")
    return DataFrame(shown, columns=list(TYPES)).astype(TYPES)


def _row(edition: str, part: str, labels: tuple[str, str], count: int, *, total: int) -> dict:
    share = round(100 * count / total, 1)
    return {"edition": edition, **labelled("part", part, labels), "items": count, "total": total, "share": share}


def _items(rows: list[dict]) -> Items:
    found: Items = {}
    for row in sorted(rows, key=lambda row: (row["edition"], row["is_second_path"])):
        found.setdefault(row["edition"], {}).setdefault(row["key"], row)
    return found


def _categories(rows: list[dict], tree: Sequence[Branch]) -> Iterator[tuple]:
    """Categories at the top, in their order; one without items in an edition has no row there."""
    tops = {branch.category.code: branch.top for branch in tree}
    held = {(row["edition"], tops[row["category__code"]].code, row["key"]) for row in rows}
    counts = Counter((edition, code) for edition, code, _key in held)
    order = list(dict.fromkeys(branch.top for branch in tree))
    for edition in sorted({row["edition"] for row in rows}):
        for top in order:
            if count := counts[edition, top.code]:
                yield edition, top.code, (top.text("name", "en"), top.text("name", "zh-hans")), count


def _changes(items: Items) -> Iterator[tuple]:
    """From the second edition on: the first has none before it to differ from."""
    labels = both_labels(Kind.choices)
    editions = sorted(items)
    for before, after in zip(editions, editions[1:], strict=False):
        old, new = set(items[before]), set(items[after])
        yield after, Kind.ENTERED.value, labels[Kind.ENTERED], len(new - old)
        yield after, Kind.LEFT.value, labels[Kind.LEFT], len(old - new)


def _states(items: Items, names: dict, state) -> Iterator[tuple]:
    labels = both_labels(names.items())
    for edition, found in items.items():
        counts = Counter(state(row) for row in found.values())
        for code in names:
            yield edition, code, labels[code], counts[code]


def _seat(row: dict) -> str:
    country = row["vendor__country"]
    return UNKNOWN if not country else "china" if country == CHINA else "elsewhere"


def _maturities(rows: list[dict]) -> dict:
    """Archived projects have a line only where there are some: most landscapes take them out."""
    is_archived = any(row["maturity"] == Listing.Maturity.ARCHIVED for row in rows)
    codes = [code for code in MATURITIES if is_archived or code != Listing.Maturity.ARCHIVED]
    return {code: Listing.Maturity(code).label for code in codes}
