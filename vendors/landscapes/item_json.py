"""An edition of a landscape → items as landscape2's API sends them (its crates/cli/src/build/api.rs)."""

import re
from collections.abc import Iterable
from typing import Any

import orjson

from vendors.landscapes.entries import SECOND_PATH_JOINT
from vendors.landscapes.known_keys import EXTRA_KEYS, EXTRA_LISTS, SUMMARY
from vendors.landscapes.writing import place_of
from vendors.models import Listing

NOT_IN_NAMES = re.compile(r"[^\w+-]|_")  # letters, digits, "-" and "+" stay
HYPHENS = re.compile("-{2,}")
ITEM_KEYS = {  # key of a file → key of an item
    "enduser": "enduser",
    "joined": "joined_at",
    "twitter": "twitter_url",
    "url_for_bestpractices": "openssf_best_practices_url",
    "unnamed_organization": "unnamed_organization",
}


def normalised(name: str) -> str:
    """As landscape2 writes names in ids: "Application Definition & Image" → application-definition-image."""
    return HYPHENS.sub("-", NOT_IN_NAMES.sub("-", name).lower()).removesuffix("-")


def items_of(listings: Iterable[Listing]) -> list[dict[str, Any]]:
    """One for each item, by name; keys without a value are left out, as landscape2 does. Logos are not served."""
    rows = list(listings)
    seconds: dict[str, list[Listing]] = {}
    for row in rows:
        if row.is_second_path:
            seconds.setdefault(row.key, []).append(row)
    main = {row.key for row in rows if not row.is_second_path}
    shown = [row for row in rows if not row.is_second_path or row.key not in main]
    ordered = sorted(shown, key=lambda row: (row.name_en.lower(), row.category.order, row.key))
    return [item_of(row, [] if row.is_second_path else seconds.get(row.key, [])) for row in ordered]


def items_file(listings: Iterable[Listing]) -> bytes:
    return orjson.dumps(items_of(listings), option=orjson.OPT_INDENT_2)


def item_of(row: Listing, seconds: list[Listing]) -> dict[str, Any]:
    category, subcategory = place_of(row)
    details = row.details
    extra = details.get("extra") if isinstance(details.get("extra"), dict) else {}
    values: dict[str, Any] = {
        "category": category,
        "subcategory": subcategory,
        "id": "--".join(normalised(name) for name in (category, subcategory, row.name_en)),
        "name": row.name_en,
        "homepage_url": row.homepage,
        "logo": details.get("logo"),
        "description": row.description,
        "country": row.vendor.country if row.vendor else "",
        "crunchbase_url": row.crunchbase,
        "maturity": maturity_of(row),
        "oss": row.is_open_source,
        "additional_categories": additional_categories(row, seconds),
        "repositories": repositories(row),
        **{key: details.get(written) for written, key in ITEM_KEYS.items()},
        **extra_values(extra),
    }
    always = ("category", "subcategory", "id", "name", "homepage_url")
    return {key: value for key, value in values.items() if key in always or value not in (None, "", [], {})}


def maturity_of(row: Listing) -> str:
    """As the file says, also where it is no stage that the portal knows."""
    said = row.details.get("project")
    if isinstance(said, str):
        return said
    return "" if row.maturity == Listing.Maturity.NONE else row.maturity


def additional_categories(row: Listing, seconds: list[Listing]) -> list[dict[str, str]]:
    """Also those that the file names and does not have: landscape2 sends them too."""
    written = row.details.get("second_path")
    paths = [place_of(second) for second in seconds]
    for text in [written] if isinstance(written, str) else written if isinstance(written, list) else []:
        parts = tuple(part.strip() for part in str(text).split(SECOND_PATH_JOINT))
        if len(parts) == 2 and all(parts) and parts not in paths:
            paths.append((parts[0], parts[1]))
    return [{"category": category, "subcategory": subcategory} for category, subcategory in paths]


def repositories(row: Listing) -> list[dict[str, Any]]:
    details, found = row.details, []
    if row.repository:
        found.append(repository(row.repository, details, is_primary=True))
    more = details.get("additional_repos")
    for other in more if isinstance(more, list) else []:
        if isinstance(other, dict) and isinstance(other.get("repo_url"), str):
            found.append(repository(other["repo_url"], other, is_primary=False))
    return found


def repository(url: str, said: dict[str, Any], *, is_primary: bool) -> dict[str, Any]:
    more = {key: said[key] for key in ("branch", "license") if said.get(key)}
    return {"url": url, **more, "primary": is_primary}


def extra_values(extra: dict[str, Any]) -> dict[str, Any]:
    """What `extra` says, under landscape2's names; its summary is an object."""
    values: dict[str, Any] = {}
    summary: dict[str, Any] = {}
    for written, key in EXTRA_KEYS.items():
        value = extra.get(written)
        if value in (None, ""):
            continue
        if key in EXTRA_LISTS:
            value = [part.strip() for part in str(value).split(",")]
        if key.startswith(SUMMARY):
            summary[key.removeprefix(SUMMARY)] = value
        else:
            values[key] = value
    return values | ({"summary": summary} if summary else {})
