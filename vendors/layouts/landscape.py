"""An edition of a landscape as its page lays it out: groups of parts of cards, made in one pass over the rows.

A page may hold thousands of cards: what a template would decide for each is decided here.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.filters import FilterForm
from portal.labels import page_path
from vendors.filters.landscape import LandscapeForm
from vendors.models import Scheme
from vendors.words import UNKNOWN

COLUMNS = (
    *("category", "item", "organisation", "vendor_address", "in_china", "country_source", "china_tag", "project_tag"),
    *("open_source", "second_path", "group_key", "group_name", "part_name", "class_key", "class_mark", "class_tone"),
)


class Card(NamedTuple):
    """An item in a place; `css` are the class names of its classes and marks."""

    anchor: str
    href: str
    name: str
    organisation: str
    vendor_href: str
    country: str
    country_css: str
    citation: int | None
    project: str
    is_open: bool
    is_second: bool
    mark: str
    css: str


@dataclass(frozen=True)
class Part:
    """Cards under a heading of their own, or under none where a group has no parts."""

    name: str
    definition: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Group:
    """`count` is of items: one that stands in two parts counts once."""

    anchor: str
    name: str
    definition: str
    count: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Way:
    """A way to lay the page out, and the address that does; `is_shown` now."""

    label: str
    href: str
    is_shown: bool


def groups_of(exhibit: Exhibit, scheme: Scheme) -> list[Group]:
    """In the order of the chart's rows."""
    frame = exhibit.drawn
    labels = {key: label_column(key) for key in ("item", "country")}
    columns = [frame[key].tolist() for key in (*COLUMNS, *labels.values())]
    numbers, definitions = exhibit.citation_numbers, _definitions(scheme)
    base = page_path(f"landscape/{scheme.code}/items/")
    found: dict[str, tuple[str, dict[str, tuple[str, list[Card]]]]] = {}
    for values in zip(*columns, strict=True):
        row = dict(zip((*COLUMNS, *(f"{key}_label" for key in labels)), values, strict=True))
        parts = found.setdefault(row["group_key"], (row["group_name"], {}))[1]
        parts.setdefault(row["part_name"], (row["category"], []))[1].append(_card(row, base, numbers))
    return [
        Group(
            anchor=f"group-{key}",
            name=name,
            definition=definitions.get(key, ""),
            count=len({card.href for _category, cards in parts.values() for card in cards}),
            parts=tuple(
                Part(part, definitions.get(category, "") if part else "", tuple(cards))
                for part, (category, cards) in parts.items()
            ),
        )
        for key, (name, parts) in found.items()
    ]


def _definitions(scheme: Scheme) -> dict[str, str]:
    return {category.code: category.text("definition") for category in scheme.categories.all()}


def _card(row: dict, base: str, numbers: dict[str, int]) -> Card:
    in_china = row["in_china"]
    tone = f"toned toned--{row['class_tone']}" if row["class_tone"] else "toned--unknown" if row["class_key"] else ""
    css = [tone, "item--china" if in_china == "yes" else "", "item--second" if row["second_path"] else ""]
    return Card(
        anchor=f"{row['category']}-{row['item']}",
        href=f"{base}{row['item']}",
        name=row["item_label"],
        organisation=row["organisation"],
        vendor_href=page_path(row["vendor_address"]) if row["vendor_address"] else "",
        country=row["china_tag"] if in_china == "yes" else "" if in_china == UNKNOWN else row["country_label"],
        country_css="tag--china" if in_china == "yes" else "",
        citation=numbers.get(row["country_source"]),
        project=row["project_tag"],
        is_open=row["open_source"] == "yes",
        is_second=row["second_path"],
        mark=row["class_mark"],
        css=" ".join(filter(None, css)),
    )


def map_ways(form: LandscapeForm, exhibit: Exhibit) -> dict:
    """How the page can be grouped, marked and laid out, and how it is."""
    layout = form.view(exhibit.frame["item"].nunique())
    return {
        "layout": layout,
        "groups": ways_of(form, "group", form.group),
        "classes": [
            Way(_("nothing"), form.view_with(classify=""), not form.classify),
            *ways_of(form, "classify", form.classify),
        ],
        "views": ways_of(form, "view", layout),
    }


def ways_of(form: FilterForm, field: str, shown: str) -> list[Way]:
    """The choices of a field as links."""
    return [
        Way(str(label), form.view_with(**{field: code}), code == shown) for code, label in form.fields[field].choices
    ]


def crumbs_of(scheme: Scheme) -> list[tuple[str, str]]:
    """From the list of landscapes to the newest edition of this one."""
    newest = page_path(f"landscape/{scheme.code}")
    return [(_("Landscape"), page_path("landscape")), (scheme.label, newest)]
