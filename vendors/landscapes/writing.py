"""An edition of a landscape → the YAML that CNCF and landscape2 read, with every item as its file had it."""

from collections.abc import Iterable
from typing import Any

import yaml

from vendors.landscapes.entries import SECOND_PATH_JOINT, SECOND_PLACE
from vendors.landscapes.keys import path_of
from vendors.landscapes.known_keys import ITEM_KEYS
from vendors.models import Listing

WIDTH = 1_000_000  # characters of a line: texts stay on theirs
HEADER = """\
# {title}
# Edition {edition} of {address}
# Data: {source}
# Licence of the data: {licence}
"""


def landscape_of(listings: Iterable[Listing]) -> list[dict[str, Any]]:
    """Categories with subcategories with items; listings come as_in_files.

    A scheme of one level stands in one category of the scheme's name. Items that stand somewhere beside their main
    place say so in `second_path`; those whose main place is outside the scheme, in an annotation.
    """
    rows = sorted(listings, key=lambda row: (row.category.order, row.category.code, row.name_en.casefold(), row.key))
    seconds: dict[str, list[str]] = {}
    for row in rows:
        if row.is_second_path:
            seconds.setdefault(row.key, []).append(SECOND_PATH_JOINT.join(place_of(row)))
    main = {row.key for row in rows if not row.is_second_path}
    categories: dict[str, dict[str, list[dict]]] = {}
    for row in rows:
        if row.is_second_path and row.key in main:
            continue
        category, subcategory = place_of(row)
        items = categories.setdefault(category, {}).setdefault(subcategory, [])
        items.append(item_of(row, () if row.is_second_path else seconds.get(row.key, ())))
    return [
        {
            "category": None,
            "name": name,
            "subcategories": [{"subcategory": None, "name": group, "items": items} for group, items in groups.items()],
        }
        for name, groups in categories.items()
    ]


def place_of(row: Listing) -> tuple[str, str]:
    """Category and subcategory."""
    path = path_of(row.category)
    top = path[0] if len(path) > 1 else row.category.scheme.name_en
    return top, path[-1]


def item_of(row: Listing, second_paths: Iterable[str]) -> dict[str, Any]:
    """An item with the keys of landscape2. What the file said and no field holds exactly wins over the field."""
    values: dict[str, Any] = {
        "name": row.name_en,
        "description": row.description,
        "homepage_url": row.homepage,
        "project": "" if row.maturity == Listing.Maturity.NONE else row.maturity,
        "repo_url": row.repository,
        "crunchbase": row.crunchbase,
        "second_path": list(second_paths),
    }
    values = {key: value for key, value in values.items() if value} | row.details
    if row.is_second_path:
        values["extra"] = annotated(values.get("extra"))
    order = [*[key for key in ITEM_KEYS if key in values], *[key for key in values if key not in ITEM_KEYS]]
    return {"item": None, **{key: values[key] for key in order}}


def annotated(extra: Any) -> dict[str, Any]:
    """`extra` with the annotation by which loading knows a place beside a main one that is not there."""
    extra = dict(extra) if isinstance(extra, dict) else {}
    annotations = extra.get("annotations")
    key, value = SECOND_PLACE
    return extra | {"annotations": (annotations if isinstance(annotations, dict) else {}) | {key: value}}


class Dumper(yaml.CSafeDumper):
    """Writes null as nothing, as landscape files do behind their markers."""


Dumper.add_representer(type(None), lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def yaml_file(listings: Iterable[Listing], *, address: str) -> bytes:
    """The whole file, in UTF-8; `listings` are not empty."""
    rows = list(listings)
    scheme, edition, source = rows[0].category.scheme, rows[0].edition, rows[0].source
    header = HEADER.format(
        title=one_line(scheme.name_en),
        edition=edition,
        address=address,
        source=one_line(f"{source.publisher}, {source.title}, {source.link}"),
        licence=one_line(source.licence or "not stated"),
    )
    body = yaml.dump({"landscape": landscape_of(rows)}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return f"{header}\n{body}".encode()


def one_line(text: str) -> str:
    return " ".join(text.split())
