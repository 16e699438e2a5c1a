"""An item of a landscape as its page lays it out: what it is now, and how that changed from edition to edition."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from vendors.changes import mainly
from vendors.layouts.tables import when_stacked
from vendors.models import Listing
from vendors.selections.landscape_items import Item
from vendors.words import country_name


@dataclass(frozen=True)
class Run:
    """What was the same over some editions: "2018–2020"."""

    years: str
    text: str


@dataclass(frozen=True)
class History:
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Year:
    """An edition of the landscape, and whether the item stands in it."""

    edition: str
    address: str
    is_present: bool


def item_context(item: Item, exhibit: Exhibit, editions: list[str]) -> dict:
    """What the page shows beside the exhibit."""
    mains = mains_of(item.listings)
    now = mains[-1]
    vendor = now.vendor or (now.product.vendor if now.product else None)
    numbers = exhibit.citation_numbers
    owner = now.vendor if now.vendor and now.vendor.country else None
    flag = owner.country_source if owner else None
    return {
        "item": now,
        "vendor": vendor,
        "country": country_name(owner.country) if owner else "",
        "is_in_china": bool(owner and owner.is_in_china),
        "country_citation": numbers.get(flag.code) if flag else None,
        "source_citation": numbers.get(now.source.code),
        "is_gone": now.edition != editions[-1],
        "also_in": [each.category.label for each in item.listings if each.edition == now.edition and each is not now],
        "years": years_of(item, editions),
        "stacked": when_stacked(exhibit),
        "histories": histories(mains),
        "details": list(flat(now.details)),
    }


def mains_of(listings: list[Listing]) -> list[Listing]:
    """The main listing of each edition, oldest first."""
    by_edition: dict[str, list[Listing]] = {}
    for listing in listings:
        by_edition.setdefault(listing.edition, []).append(listing)
    return [mainly(found)[found[0].key] for found in by_edition.values()]


def years_of(item: Item, editions: list[str]) -> list[Year]:
    there = {listing.edition for listing in item.listings}
    return [Year(edition, f"landscape/{item.scheme.code}/{edition}", edition in there) for edition in editions]


def histories(mains: list[Listing]) -> list[History]:
    """Names, categories and so on over the editions; what was never known is left out."""
    told: list[tuple[str, Callable[[Listing], str]]] = [
        (_("Name"), lambda each: each.label),
        (_("Category"), lambda each: each.category.label),
        (_("Organisation as listed"), lambda each: each.organisation),
        (_("Maturity"), lambda each: str(each.get_maturity_display())),
    ]
    found = [History(label, tuple(_runs(mains, text))) for label, text in told]
    return [history for history in found if any(run.text for run in history.runs)]


def _runs(mains: list[Listing], text: Callable[[Listing], str]) -> Iterator[Run]:
    start = mains[0]
    for before, after in zip(mains, [*mains[1:], None], strict=True):
        if after is None or text(after) != text(start):
            years = "–".join(dict.fromkeys([start.edition, before.edition]))
            yield Run(years, text(start))
            start = after or start


def flat(details: dict, above: str = "") -> Iterator[tuple[str, str]]:
    """("extra · accepted", "2021-09-14"): what else the file says, by name: PostgreSQL keeps no order of keys."""
    for name, value in sorted(details.items()):
        path = f"{above} · {name}" if above else str(name)
        if isinstance(value, dict):
            yield from flat(value, path)
        elif isinstance(value, list):
            yield path, "; ".join(map(str, value))
        elif value is not None and value != "":
            yield path, str(value)
