"""One landscape file → rows of listings.csv: each item in its place, and again in its second places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.loading.draft import Draft
from portal.loading.reader import RawRow
from vendors.landscapes.categories import Path, Shelves
from vendors.landscapes.cells import Cells
from vendors.landscapes.entries import Entry, entry_of
from vendors.landscapes.keys import Known, Memory, assign_keys, known_from_entry
from vendors.landscapes.owners import Owners
from vendors.landscapes.placing import Placing
from vendors.landscapes.reading import LandscapeFile
from vendors.models import Listing

SHOWN = 3  # names in a note


@dataclass
class Edition:
    """A file in its place, with what is stored of its scheme."""

    placing: Placing
    file: LandscapeFile
    shelves: Shelves
    memory: Memory
    stored: dict[tuple[str, str, str], Listing]  # by edition, code of the category, name

    @cached_property
    def entries(self) -> list[Entry]:
        return [
            entry_of(item, (category.name, group.name), self.file.tally)
            for category, group in self.file.places
            for item in group.items
        ]

    @cached_property
    def places(self) -> set[Path]:
        return {(category.name, group.name) for category, group in self.file.places}

    def path(self, path: Path) -> Path:
        """The place in the scheme for a place in the file."""
        return path[1:] if self.shelves.is_flat else path

    def known(self, entry: Entry, *, key: str = "", product: str = "") -> Known:
        return known_from_entry(entry, self.path(entry.path), key=key, edition=self.placing.edition, product=product)


def listing_rows(edition: Edition, draft: Draft) -> list[RawRow]:
    """Rows in the order of the file; what they teach is added to the memory for the editions that follow."""
    entries = edition.entries
    keys = assign_keys([edition.known(entry) for entry in entries], edition.memory, edition.placing.edition)
    products = edition.memory.products()
    owners = Owners(entries, draft)
    cells = [
        Cells(edition.placing, entry, key, products.get(key, ""), owners, edition.stored)
        for entry, key in zip(entries, keys, strict=True)
    ]
    rows, seen = [], set()
    for each in cells:
        code = edition.shelves.code(edition.path(each.entry.path))
        seen.add((code, each.entry.name))
        rows.append(each.main(code))
    for each in cells:
        rows += second_rows(edition, each, seen)
    edition.memory.own += [edition.known(each.entry, key=each.key, product=each.product) for each in cells]
    note_left_over(edition, seen)
    return rows


def second_rows(edition: Edition, cells: Cells, seen: set[tuple[str, str]]) -> Iterator[RawRow]:
    """A row for each second place that there is and where no item of this name stands yet."""
    entry = cells.entry
    line = entry.item.lines.get("second_path", entry.item.line)
    for path in entry.second_paths:
        shown = f"{entry.name}: {' / '.join(path)}"
        if path not in edition.places:
            words = _("there is no such subcategory in the file; kept in the details only")
            edition.file.tally.add(line, "second_path", shown, words, each=True)
            continue
        code = edition.shelves.code(edition.path(path))
        if (code, entry.name) in seen:
            words = _("an item of this name stands there already; not listed twice")
            edition.file.tally.add(line, "second_path", shown, words, each=True)
            continue
        seen.add((code, entry.name))
        yield cells.second(code, line)


def note_left_over(edition: Edition, seen: set[tuple[str, str]]) -> None:
    """Stored listings of the edition that the file does not have: loading takes nothing away."""
    left = [
        name
        for stored_edition, code, name in edition.stored
        if stored_edition == edition.placing.edition and (code, name) not in seen
    ]
    if left:
        words = ngettext(
            "%(count)d listing of this edition is not in the file and stays as it is",
            "%(count)d listings of this edition are not in the file and stay as they are",
            len(left),
        )
        shown = ", ".join(sorted(left)[:SHOWN]) + (" …" if len(left) > SHOWN else "")
        edition.file.tally.add(None, "", shown, words % {"count": len(left)})
