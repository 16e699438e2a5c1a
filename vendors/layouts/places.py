"""Where a product or a vendor stands in each scheme, and in which of its editions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vendors.models import Listing, Scheme


@dataclass(frozen=True)
class Edition:
    """`name` is as it was written in that edition, empty where the item did not stand there."""

    edition: str
    address: str
    name: str

    @property
    def is_there(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True)
class Place:
    """An item in one category; `history` is the page of the item, in landscapes only."""

    category: str
    item: str
    address: str
    history: str
    certainty: str
    certainty_label: str
    years: str
    note: str
    editions: tuple[Edition, ...]


@dataclass(frozen=True)
class SchemePlaces:
    label: str
    address: str
    is_landscape: bool
    places: tuple[Place, ...]


def places_by_scheme(listings: Iterable[Listing], editions: Mapping[int, list[str]]) -> list[SchemePlaces]:
    """Taxonomies first; `listings` come with_everything in_order, `editions` are those of each scheme's key."""
    schemes: dict[int, Scheme] = {}
    found: dict[int, dict[tuple[int, str], list[Listing]]] = {}
    for listing in listings:
        scheme = listing.category.scheme
        schemes[scheme.pk] = scheme
        found.setdefault(scheme.pk, {}).setdefault((listing.category_id, listing.key), []).append(listing)
    ordered = sorted(schemes.values(), key=lambda each: (each.kind != Scheme.Kind.TAXONOMY, each.code))
    return [
        SchemePlaces(
            scheme.label,
            f"{scheme.kind}/{scheme.code}",
            scheme.kind == Scheme.Kind.LANDSCAPE,
            tuple(_place(same, editions.get(scheme.pk, [])) for same in found[scheme.pk].values()),
        )
        for scheme in ordered
    ]


def _place(same: list[Listing], editions: list[str]) -> Place:
    """`same` are one item in one category, oldest edition first."""
    latest, scheme = same[-1], same[-1].category.scheme
    names = {listing.edition: listing.label for listing in same}
    is_judged = scheme.kind == Scheme.Kind.TAXONOMY
    return Place(
        category=latest.category.label,
        item=latest.label,
        address=f"taxonomy/{scheme.code}" if is_judged else f"landscape/{scheme.code}/{latest.edition}",
        history="" if is_judged else f"landscape/{scheme.code}/items/{latest.key}",
        certainty=latest.certainty if is_judged else "",
        certainty_label=latest.get_certainty_display() if is_judged else "",
        years="–".join(dict.fromkeys([same[0].edition, latest.edition])),
        note=latest.text("note"),
        editions=tuple(Edition(each, f"landscape/{scheme.code}/{each}", names.get(each, "")) for each in editions)
        if len(editions) > 1
        else (),
    )
