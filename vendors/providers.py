"""Who provides what is listed: the vendor, else the organisation as it was written, else the item itself."""

from collections.abc import Iterable

from django.utils.text import slugify

from portal.labels import choose


def provider_code(vendor: str, organisation: str, key: str) -> str:
    """The slug of the vendor where there is one, else a code made of the organisation or of the item's key."""
    return vendor or slugify(organisation) or key


def provider_labels(owners: Iterable[tuple]) -> dict[str, str]:
    """Code → name in the active language, by name; of rows of ListingQuerySet.owners."""
    found: dict[str, str] = {}
    for vendor, english, chinese, _country, organisation, key in owners:
        label = choose(english, chinese) if vendor else organisation
        found.setdefault(provider_code(vendor or "", organisation, key), label or key)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def provider_countries(owners: Iterable[tuple]) -> list[str]:
    """The codes of the countries that are known, of the same rows."""
    return sorted({owner[3] for owner in owners if owner[3]})
