"""Keys of items: the same for one item in all editions of a scheme, through new names and new places."""

import hashlib
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

from django.utils.text import slugify

from vendors.landscapes.categories import Path
from vendors.landscapes.entries import Entry, is_members_category
from vendors.landscapes.texts import crunchbase_name, same_address
from vendors.models import Category, Listing

LONGEST_KEY = 80

Trait = Callable[["Known"], Hashable]


@dataclass(frozen=True)
class Known:
    """What tells an item of some edition from others; `key` is empty while it is looked for."""

    key: str
    edition: str
    path: Path
    name: str
    repository: str
    homepage: str
    owner: str
    product: str = ""

    @property
    def is_member(self) -> bool:
        return len(self.path) > 1 and is_members_category(self.path[0])


def known_from_entry(entry: Entry, path: Path, *, key: str = "", edition: str = "", product: str = "") -> Known:
    repository, homepage = entry.marks
    return Known(key, edition, path, entry.name, repository, homepage, entry.organisation_name, product)


def known_from_listing(listing: Listing) -> Known:
    return Known(
        key=listing.key,
        edition=listing.edition,
        path=path_of(listing.category),
        name=listing.name_en,
        repository=same_address(listing.repository),
        homepage=same_address(listing.homepage),
        owner=crunchbase_name(listing.crunchbase),
        product=listing.product.slug if listing.product else "",
    )


def path_of(category: Category) -> Path:
    above: Path = path_of(category.parent) if category.parent else ()
    return (*above, category.name_en)


# From the surest to the weakest. What is not telling is None: then the trait says nothing.
TRAITS: tuple[Trait, ...] = (
    lambda each: (each.path, each.name),
    lambda each: (each.name, each.is_member),
    lambda each: (each.name.casefold(), each.owner, each.is_member) if each.owner else None,
    lambda each: (each.repository, each.is_member) if each.repository else None,
    lambda each: (each.homepage, each.path[0], each.is_member) if each.homepage else None,
)
# Of another scheme only what surely is the same thing.
TRAITS_ELSEWHERE: tuple[Trait, ...] = (
    lambda each: None if each.is_member else each.name,
    lambda each: None if each.is_member else each.repository or None,
)


@dataclass
class Memory:
    """The items known so far: those of this scheme, and of others that map the same field."""

    own: list[Known] = field(default_factory=list)
    elsewhere: list[Known] = field(default_factory=list)

    def products(self) -> dict[str, str]:
        """Key → product, the newest known one; other schemes only where this one knows none."""
        known = [*self.elsewhere, *sorted(self.own, key=lambda each: each.edition)]
        return {each.key: each.product for each in known if each.product}


def assign_keys(items: list[Known], memory: Memory, edition: str) -> list[str]:
    """A key for each item of one edition, every one different."""
    keys: dict[int, str] = {}
    # Earlier editions before later ones, the nearest first.
    own = sorted(memory.own, key=lambda each: (each.edition > edition, _distance(each.edition, edition)))
    for trait in TRAITS:
        keys |= matched(items, own, trait, keys, nearest=trait is TRAITS[0])
    taken = {each.key for each in memory.own}
    others = [each for each in memory.elsewhere if each.key not in taken]
    for trait in TRAITS_ELSEWHERE:
        keys |= matched(items, others, trait, keys)
    taken |= set(keys.values())
    for number, item in enumerate(items):
        if number not in keys:
            keys[number] = next(key for key in candidates(item) if key not in taken)
            taken.add(keys[number])
    return [keys[number] for number in range(len(items))]


def _distance(edition: str, other: str) -> int:
    return abs(int(edition[:4]) - int(other[:4])) if edition[:4].isdigit() and other[:4].isdigit() else 0


def matched(
    items: list[Known], known: list[Known], trait: Trait, keys: dict[int, str], *, nearest: bool = False
) -> dict[int, str]:
    """Number of an item → key, where the trait leads from just one item without a key to just one free key.

    `nearest` takes the first of several, which is that of the nearest edition.
    """
    claimed = set(keys.values())
    free: dict[Hashable, dict[str, None]] = {}
    for each in known:
        if each.key not in claimed and (value := trait(each)) is not None:
            free.setdefault(value, {})[each.key] = None
    waiting: dict[Hashable, list[int]] = {}
    for number, item in enumerate(items):
        if number not in keys and (value := trait(item)) is not None:
            waiting.setdefault(value, []).append(number)
    found: dict[int, str] = {}
    for value, numbers in waiting.items():
        if len(numbers) == 1 and (nearest or len(free.get(value, ())) == 1) and value in free:
            key = next(iter(free[value]))
            if key not in claimed:
                found[numbers[0]] = key
                claimed.add(key)
    return found


def candidates(item: Known) -> Iterator[str]:
    """Readable keys, from the shortest on: "dapr", "dapr-framework", "dapr-2"."""
    name = slugify(item.name) or f"item-{hashlib.sha1(item.name.encode(), usedforsecurity=False).hexdigest()[:8]}"
    yield name[:LONGEST_KEY].strip("-")
    within = slugify(item.path[-1].replace("/", " "))
    if within:
        yield f"{name}-{within}"[:LONGEST_KEY].strip("-")
    number = 2
    while True:
        yield f"{name[: LONGEST_KEY - 6]}-{number}"
        number += 1
