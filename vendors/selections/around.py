"""What stands around a product or a vendor: its changes, its costs, its years in each scheme, its survey figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from portal.exhibits.exhibit import Exhibit
from portal.site.sections import Mention, mentions_of
from vendors.costing.costs import Cost
from vendors.exhibits.changes import changes_exhibit
from vendors.history.change import Span
from vendors.models import Listing, Product, Tariff, Vendor
from vendors.selections.changes import changes_of
from vendors.selections.comparison import comparison_with
from vendors.selections.cost import costing, read_cost_form
from vendors.selections.editions import standing_editions


@dataclass(frozen=True)
class UsualCosts:
    """What a usual workload costs on each plan of a product; empty where no plan has published prices."""

    words: str = ""
    query: str = ""
    costs: tuple[Cost, ...] = ()


@dataclass(frozen=True)
class Around:
    """`editions` are those of each scheme's key, `changes` None where nothing is known to have changed."""

    listings: tuple[Listing, ...]
    editions: Mapping[int, list[str]]
    changes: Exhibit | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class AroundProduct(Around):
    product: Product
    costs: UsualCosts
    compare_address: str


def around_product(product: Product, as_of: str = "") -> AroundProduct:
    """With `as_of`, changes until that day and prices of that day."""
    listings = Listing.objects.of_product(product).with_everything().in_order()
    return AroundProduct(
        **_around(listings, products=[product.slug], address=f"products/{product.slug}", as_of=as_of),
        product=product,
        costs=usual_costs(product, as_of),
        compare_address=comparison_with(product),
    )


def around_vendor(vendor: Vendor, products: Iterable[str]) -> Around:
    """With what is around its products."""
    listings = Listing.objects.of_vendor(vendor).with_everything().in_order()
    return Around(**_around(listings, products=products, vendors=[vendor.slug], address=f"vendors/{vendor.slug}"))


def _around(
    listings: Iterable[Listing],
    *,
    products: Iterable[str],
    address: str,
    vendors: Iterable[str] = (),
    as_of: str = "",
) -> dict:
    slugs = list(products)
    found = tuple(listings)
    if as_of:
        editions = standing_editions({listing.category.scheme for listing in found}, as_of)
        found = tuple(listing for listing in found if listing.edition in editions[listing.category.scheme_id])
    else:
        editions = Listing.objects.editions_by_scheme({listing.category.scheme_id for listing in found})
    span = Span(until=as_of) if as_of else None
    changes = changes_of(span, products=slugs) if slugs else []
    mentions = [*(mentions_of("vendor", list(vendors)) if vendors else []), *mentions_of("product", slugs)]
    return {
        "listings": found,
        "editions": editions,
        "changes": changes_exhibit(changes, address=address) if changes else None,
        "mentions": tuple(dict.fromkeys(mentions)),
    }


def usual_costs(product: Product, as_of: str = "") -> UsualCosts:
    """Of the workload that the page of costs begins with."""
    if not Tariff.objects.of_products([product.slug]).exists():
        return UsualCosts()
    day = f"&as_of={as_of}" if as_of else ""
    form = read_cost_form(QueryDict(f"products={product.slug}{day}"))
    return UsualCosts(form.words(), form.view_query, tuple(each.cost for each in costing(form).ranked))
