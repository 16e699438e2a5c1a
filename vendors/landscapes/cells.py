"""The cells of listings.csv for an item of a landscape file; what the file does not say stays as it is stored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, override

from portal.csv_cells import written
from portal.labels import LANGUAGES
from portal.loading.reader import RawRow
from vendors.landscapes.entries import SECOND_PATH_JOINT, Entry
from vendors.landscapes.owners import Owners
from vendors.landscapes.placing import Placing
from vendors.landscapes.texts import crunchbase_name
from vendors.models import Listing

KEPT = ("name_zh", "added", "removed", "note_en", "note_zh")  # no landscape file says anything about them


@dataclass(frozen=True)
class Cells:
    """An item with its key, as rows of an edition."""

    placing: Placing
    entry: Entry
    key: str
    product: str
    owners: Owners
    stored: Mapping[tuple[str, str, str], Listing]  # by edition, code of the category, name

    def main(self, code: str) -> RawRow:
        details = json.dumps(self.entry.details, ensure_ascii=False) if self.entry.details else ""
        return self.row(code, self.entry.item.line, {"details": details}, is_second=self.entry.is_second_place)

    def second(self, code: str, line: int) -> RawRow:
        return self.row(code, line, self.main_category(), is_second=True)

    def main_category(self) -> dict[str, str]:
        """The note of a second place, in both languages."""
        path = {"path": SECOND_PATH_JOINT.join(self.entry.path)}
        notes = {}
        for language, suffix in zip(LANGUAGES, ("en", "zh"), strict=True):
            with override(language):
                notes[f"note_{suffix}"] = gettext("Main category in this edition: %(path)s.") % path
        return notes

    def row(self, code: str, line: int, more: dict[str, str], *, is_second: bool) -> RawRow:
        entry = self.entry
        stored = self.stored.get((self.placing.edition, code, entry.name))
        cells = {
            "scheme": self.placing.scheme.code,
            "category": code,
            "edition": self.placing.edition,
            "key": self.key,
            "name_en": entry.name,
            **{column: getattr(stored, column) if stored else "" for column in KEPT},
            **self.owner(stored),
            "homepage": entry.homepage,
            "repository": entry.repository,
            "crunchbase": entry.crunchbase,
            "description": entry.description,
            "details": "",
            "is_open_source": self.open_source(stored),
            "maturity": entry.maturity,
            "certainty": stored.certainty if stored else Listing.Certainty.STATED.value,
            "is_second_path": written(is_second),
            "source": self.placing.source,
            **more,
        }
        return RawRow(line, cells, frozenset(), is_ragged=False)

    def owner(self, stored: Listing | None) -> dict[str, str]:
        """Organisation, vendor and product; what was stored for the same organisation was found with more care."""
        found = {
            "organisation": self.owners.organisation(self.entry),
            "vendor": self.owners.vendor(self.entry),
            "product": self.product,
        }
        if stored is None or crunchbase_name(stored.crunchbase) not in ("", self.entry.organisation_name):
            return found
        kept = {
            "organisation": stored.organisation,
            "vendor": stored.vendor.slug if stored.vendor else "",
            "product": stored.product.slug if stored.product else "",
        }
        return {column: kept[column] or value for column, value in found.items()}

    def open_source(self, stored: Listing | None) -> str:
        said = self.entry.is_open_source
        return written(said if said is not None or stored is None else stored.is_open_source)
