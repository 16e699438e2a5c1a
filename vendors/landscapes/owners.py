"""Whose an item is: the organisation as a landscape file names it, and the vendor of ours that it is."""

import re
from collections.abc import Iterable

from portal.loading.draft import Draft
from vendors.landscapes.entries import Entry
from vendors.landscapes.texts import crunchbase_name, tidy
from vendors.models import Vendor

ROLE = re.compile(r" \((member|supporter|contributor)\)$", re.IGNORECASE)  # how CNCF tells members from products


class Owners:
    """Organisations by their name at Crunchbase."""

    def __init__(self, entries: Iterable[Entry], draft: Draft):
        names: dict[str, dict[str, None]] = {}
        for entry in entries:
            if entry.is_member and entry.organisation_name:
                names.setdefault(entry.organisation_name, {})[ROLE.sub("", entry.name)] = None
        # Where members share an address, none of their names is that of the organisation behind it.
        self.names = {name: next(iter(known)) for name, known in names.items() if len(known) == 1}
        vendors = [each for each in draft.complete("vendors") if isinstance(each, Vendor)]
        self.vendors = {each.crunchbase.lower(): each.slug for each in vendors if each.crunchbase}

    def organisation(self, entry: Entry) -> str:
        """As the item itself says, else as a member is called, else as its Crunchbase address has it."""
        said = entry.item.values.get("organization")
        name = said.get("name") if isinstance(said, dict) else said
        if isinstance(name, str) and tidy(name) and not crunchbase_name(name):
            return tidy(name)
        if entry.item.values.get("unnamed_organization") is True:
            return ""
        if entry.is_member:
            return ROLE.sub("", entry.name)
        return self.names.get(entry.organisation_name, entry.organisation_name)

    def vendor(self, entry: Entry) -> str:
        return self.vendors.get(entry.organisation_name, "")
