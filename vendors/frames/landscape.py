"""One edition of a landscape as a frame: its listings, with the group, the class and the marks of each for the chart.

Groups and classes are those that the reader chose; what is not known stands in a group and a class of its own, last.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pandas import DataFrame, Series

from portal.exhibits.columns import label_column
from portal.labels import LANGUAGES
from vendors.category_tree import JOINT, Branch
from vendors.frames.listings import listing_table
from vendors.models import Listing
from vendors.models.vendor import CHINA
from vendors.words import UNKNOWN

MOST_COUNTRIES = 5  # beside China, with a class of their own
MOST_SINGLE = 20  # organisations with one item that still have groups of their own
COUNTRY_TONES = ("cat-0", "cat-2", "cat-3", "cat-4", "cat-5")
CHINA_TONE, OTHER_TONE = "cat-1", "cat-6"
MATURITIES = {
    Listing.Maturity.GRADUATED: ("G", "seq-6"),
    Listing.Maturity.INCUBATING: ("I", "seq-4"),
    Listing.Maturity.SANDBOX: ("S", "seq-2"),
    Listing.Maturity.ARCHIVED: ("A", "muted"),
    Listing.Maturity.NONE: ("", "none"),
}
OPEN_SOURCE = {"yes": ("✓", "cat-0"), "no": ("✗", "cat-6"), UNKNOWN: ("", "")}
ADDED = ("group_key", "group_name", "part_name", "class_key", "class_mark", "class_tone")


@dataclass(frozen=True)
class Class:
    """A kind of items that the map marks; no tone is for what is not known. Items count once."""

    key: str
    label: str
    mark: str
    tone: str
    count: int


def landscape_table(
    listings: Iterable[Listing], tree: Sequence[Branch], *, group: str = "category", classify: str = ""
) -> DataFrame:
    """`listings` come with_everything, in_order; rows stand in the order of their groups."""
    frame = with_tops(listing_table(listings), tree)
    frame = _grouped(frame, tree, group)
    keys, marks, tones = _classes_of(frame, classify)
    return frame.assign(class_key=keys, class_mark=marks, class_tone=tones)


def with_tops(frame: DataFrame, tree: Sequence[Branch]) -> DataFrame:
    """With the category at the top above that of each row."""
    tops = {branch.category.code: branch.top for branch in tree}
    columns = {"top_category": {code: top.code for code, top in tops.items()}}
    for language in LANGUAGES:
        names = {code: top.text("name", language) for code, top in tops.items()}
        columns[label_column("top_category", language)] = names
    return frame.assign(**{name: frame["category"].map(names).astype("str") for name, names in columns.items()})


def classes_of(frame: DataFrame, classify: str) -> list[Class]:
    """The classes that occur, the largest first, what is not known last; none without `classify`."""
    if not classify or frame.empty:
        return []
    items = frame.drop_duplicates("item")
    counts = items.groupby("class_key", sort=False).size()
    firsts = items.drop_duplicates("class_key").set_index("class_key")
    labels = _class_labels(firsts, classify)
    found = [
        Class(key, labels[key], firsts.at[key, "class_mark"] if key != "other" else "", tone, int(counts[key]))
        for key, tone in firsts["class_tone"].items()
    ]
    order = [str(each) for each in MATURITIES] if classify == "maturity" else []
    return sorted(
        found,
        key=lambda each: (not each.tone, each.key == "other", order.index(each.key) if order else 0, -each.count),
    )


def _class_labels(firsts: DataFrame, classify: str) -> dict[str, str]:
    labels = firsts[label_column(classify)].to_dict()
    if classify == "country":
        labels |= {"other": _("other countries"), UNKNOWN: _("country unknown")}
    if classify == "open_source":
        labels |= {"yes": _("open source"), "no": _("not open source"), UNKNOWN: _("not known")}
    return labels


def _classes_of(frame: DataFrame, classify: str) -> tuple[Series, Series, Series]:
    """(key, mark, tone) of each row; without classes the mark flags headquarters in China alone."""
    if classify == "country":
        return _countries(frame)
    if classify in ("maturity", "open_source"):
        known = MATURITIES if classify == "maturity" else OPEN_SOURCE
        keys = frame[classify]
        return keys, *(keys.map({key: pair[place] for key, pair in known.items()}).astype("str") for place in (0, 1))
    nothing = Series("", index=frame.index, dtype="str")
    return nothing, frame["china_mark"], nothing


def _countries(frame: DataFrame) -> tuple[Series, Series, Series]:
    known = frame.drop_duplicates("item")["country"].value_counts()
    common = [code for code in known.index if code and code != CHINA][:MOST_COUNTRIES]
    tones = {CHINA: CHINA_TONE} | dict(zip(common, COUNTRY_TONES, strict=False))
    keys = [code if code in tones else "other" if code else UNKNOWN for code in frame["country"]]
    return (
        Series(keys, index=frame.index, dtype="str"),
        frame["country"],
        Series([tones.get(key, OTHER_TONE if key == "other" else "") for key in keys], index=frame.index, dtype="str"),
    )


def _grouped(frame: DataFrame, tree: Sequence[Branch], group: str) -> DataFrame:
    """In the order of groups, with key and name of each; by category each part is a subcategory."""
    nothing = Series("", index=frame.index, dtype="str")
    if group in ("category", "subcategory"):
        return _by_category(frame, tree, group)
    keys, names = (_organisations if group == "organisation" else _labelled)(frame, group)
    frame = frame.assign(group_key=keys, group_name=names, part_name=nothing)
    counts = frame.groupby("group_key")["item"].nunique()
    if group == "maturity":
        ranks = {key: place for place, key in enumerate(MATURITIES)}
    else:
        last = {UNKNOWN: 2, "single": 1}
        order = sorted(counts.index, key=lambda key: (last.get(key, 0), -counts[key], key))
        ranks = {key: place for place, key in enumerate(order)}
    by = DataFrame({"rank": frame["group_key"].map(ranks), "name": frame[label_column("item")].str.casefold()})
    return frame.loc[by.sort_values(["rank", "name"], kind="stable").index].reset_index(drop=True)


def _by_category(frame: DataFrame, tree: Sequence[Branch], group: str) -> DataFrame:
    ranks = {branch.category.code: place for place, branch in enumerate(tree)}
    frame = frame.loc[frame["category"].map(ranks).sort_values(kind="stable").index].reset_index(drop=True)
    if group == "subcategory":
        names = {branch.category.code: branch.label for branch in tree}
        parts: Series = Series("", index=frame.index, dtype="str")
        return frame.assign(group_key=frame["category"], group_name=frame["category"].map(names), part_name=parts)
    below = {
        branch.category.code: JOINT.join(category.label for category in branch.path[1:]) for branch in tree
    }  # empty for what stands at the top itself
    return frame.assign(
        group_key=frame["top_category"],
        group_name=frame[label_column("top_category")],
        part_name=frame["category"].map(below).astype("str"),
    )


def _labelled(frame: DataFrame, group: str) -> tuple[Series, Series]:
    keys, names = frame[group], frame[label_column(group)]
    if group == "country":
        return keys.where(keys != "", UNKNOWN), names.where(keys != "", _("Country unknown"))
    return keys, names


def _organisations(frame: DataFrame, _group: str) -> tuple[Series, Series]:
    """As this portal names them, else as listed; many that have one item each share a group."""
    names = frame[label_column("vendor")]
    keys = frame["provider"].where(names != "", UNKNOWN)
    counts = frame.groupby(keys)["item"].nunique()
    single = {key for key, count in counts.items() if count == 1 and key != UNKNOWN}
    names = names.where(keys != UNKNOWN, _("Organisation not stated"))
    if len(single) > MOST_SINGLE:
        is_single = keys.isin(single)
        return keys.mask(is_single, "single"), names.mask(is_single, _("Organisations with one item"))
    return keys, names
