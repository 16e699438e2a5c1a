"""What of products and landscapes rests on a source: facts and prices by product, schemes and their listings."""

from django.utils.translation import gettext as _

from portal.site.sections import Resting
from vendors.models import Fact, Listing, Product, Scheme, Tariff


def resting(code: str) -> list[Resting]:
    """Older facts count too: they rest on it still."""
    facts, prices = (model.objects.citing(code).numbers_by("product") for model in (Fact, Tariff))
    named = Product.objects.in_bulk({*facts, *prices})
    schemes = [Resting("scheme", scheme.label, address_of(scheme)) for scheme in Scheme.objects.citing(code)]
    return [
        *(Resting("product", product.label, f"products/{product.slug}") for product in Product.objects.citing(code)),
        *(Resting("fact", named[key].label, f"products/{named[key].slug}", count) for key, count in facts.items()),
        *(Resting("price", named[key].label, "cost", count) for key, count in prices.items()),
        *schemes,
        *listings(code),
    ]


def listings(code: str) -> list[Resting]:
    """By edition of each scheme."""
    numbers = Listing.objects.citing(code).numbers_by_edition()
    schemes = Scheme.objects.in_bulk({key for key, _edition, _count in numbers})
    found = []
    for key, edition, count in numbers:
        scheme = schemes[key]
        address = f"{address_of(scheme)}/{edition}" if scheme.kind == Scheme.Kind.LANDSCAPE else address_of(scheme)
        words = {"landscape": scheme.label, "edition": edition}
        found.append(Resting("listing", _("%(landscape)s, %(edition)s") % words, address, count))
    return found


def address_of(scheme: Scheme) -> str:
    """The path of its page, without language."""
    return f"{scheme.kind}/{scheme.code}"
