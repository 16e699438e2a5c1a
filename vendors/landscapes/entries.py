"""An item of a landscape file as one value: what it says in our words, and what is odd about it as notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vendors.landscapes.categories import Path
from vendors.landscapes.reading import Item
from vendors.landscapes.tally import Tally
from vendors.landscapes.texts import clean_address, crunchbase_name, is_address, same_address, tidy_lines
from vendors.models import Listing

MEMBERS = ("members", "member")  # last word of the category that lists a foundation's members
SECOND_PATH_JOINT = " / "
SECOND_PLACE = ("listed_as", "second path")  # annotation of our own
PROJECTS = {each.value for each in Listing.Maturity} - {Listing.Maturity.NONE.value}


@dataclass(frozen=True)
class Entry:
    """An item and its main place; `details` are what the other fields do not hold exactly as written."""

    item: Item
    path: Path  # category, subcategory
    homepage: str
    repository: str
    crunchbase: str
    description: str
    is_open_source: bool | None
    maturity: str
    details: dict[str, Any]
    second_paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def is_second_place(self) -> bool:
        """Whether our own export says so of an item whose main place is outside the landscape."""
        extra = self.item.values.get("extra")
        annotations = extra.get("annotations") if isinstance(extra, dict) else None
        return isinstance(annotations, dict) and annotations.get(SECOND_PLACE[0]) == SECOND_PLACE[1]

    @property
    def organisation_name(self) -> str:
        """As Crunchbase's addresses name it."""
        return crunchbase_name(self.crunchbase)

    @property
    def is_member(self) -> bool:
        """A member of the foundation, not a thing that it maps."""
        return is_members_category(self.path[0])

    @property
    def marks(self) -> tuple[str, str]:
        """What stays when a name changes: repository and home page."""
        return same_address(self.repository), same_address(self.homepage)


def is_members_category(name: str) -> bool:
    return name.lower().split(" ")[-1] in MEMBERS


def entry_of(item: Item, path: Path, tally: Tally) -> Entry:
    values = item.values
    homepage, repository, crunchbase = (
        address_of(item, key, tally) for key in ("homepage_url", "repo_url", "crunchbase")
    )
    description = tidy_lines(values["description"]) if isinstance(values.get("description"), str) else ""
    project = values.get("project")
    maturity = project if isinstance(project, str) and project in PROJECTS else Listing.Maturity.NONE.value
    if project not in (None, maturity):
        tally.add(
            item.lines["project"], "project", project, _("is no stage known here; kept in the details"), each=True
        )
    flag = values.get("open_source")
    held = {
        # A number or a flag is held as the text that is written.
        "name": item.name if isinstance(values.get("name"), str) else values.get("name"),
        "homepage_url": homepage,
        "repo_url": repository,
        "crunchbase": crunchbase,
        "description": description,
        "project": maturity,
    }
    return Entry(
        item=item,
        path=path,
        homepage=homepage,
        repository=repository,
        crunchbase=crunchbase,
        description=description,
        # A repository is given for what is open, unless the item says otherwise.
        is_open_source=flag if isinstance(flag, bool) else True if repository else None,
        maturity=maturity,
        details=rest_of(values, held),
        second_paths=second_paths_of(item, tally),
    )


def rest_of(values: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """What of the item is not held by a field of its own exactly as it was written."""
    return {key: value for key, value in values.items() if key not in held or value != held[key] or value == ""}


def address_of(item: Item, key: str, tally: Tally) -> str:
    """The address to link to; empty where there is none or none that can be linked."""
    written = item.values.get(key)
    if written in (None, ""):
        if key == "homepage_url":
            tally.add(item.lines.get(key, item.line), key, item.name, _("has no home page"))
        return ""
    if not isinstance(written, str):
        tally.add(item.lines[key], key, written, _("expected an address; kept in the details only"))
        return ""
    address = clean_address(written)
    if not is_address(address):
        expected = _("expected an address of http or https of at most 300 characters; kept in the details only")
        tally.add(item.lines[key], key, written, expected, each=True)
        return ""
    if address != written:
        tally.add(
            item.lines[key], key, written, _("shown without blanks and parameters that count visitors"), each=True
        )
    return address


def second_paths_of(item: Item, tally: Tally) -> tuple[Path, ...]:
    """The places beside the main one, each once; whether they exist is asked later."""
    written = item.values.get("second_path")
    found: dict[Path, None] = {}
    for text in [written] if isinstance(written, str) else written if isinstance(written, list) else []:
        parts = tuple(part.strip() for part in text.split(SECOND_PATH_JOINT)) if isinstance(text, str) else ()
        if len(parts) == 2 and all(parts):
            found[parts] = None
        else:
            expected = _("expected “Category / Subcategory”; left out")
            tally.add(item.lines["second_path"], "second_path", f"{item.name}: {text}", expected, each=True)
    return tuple(found)
