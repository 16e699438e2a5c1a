"""What the catalogue of data lists of vendors: products, facts, comparison, costs, taxonomies and landscapes."""

from django.utils.translation import gettext as _

from portal.site.sections import Download, exhibit_files
from vendors.models import Attribute, Fact, Listing, Product, Scheme, Tariff, Vendor

FACTS = frozenset({"facts"})


def downloads() -> list[Download]:
    if not Product.objects.exists():
        return []
    return [*list_downloads(), *fact_downloads(), *cost_downloads(), *scheme_downloads()]


def list_downloads() -> list[Download]:
    """The lists of everything, and all facts side by side."""
    wanted = (
        ("product", _("All products"), "products", Product.objects.count(), {"products"}),
        ("product", _("All vendors"), "vendors", Vendor.objects.count(), {"vendors"}),
        ("fact", _("All attributes with their definitions"), "attributes", Attribute.objects.count(), {"attributes"}),
        ("fact", _("Everything that changed"), "changes", None, {"facts", "products"}),
        ("comparison", _("Comparison of products"), "compare", None, FACTS),
    )
    return [
        Download(kind, title, address, exhibit_files(address), rows, frozenset(datasets))
        for kind, title, address, rows, datasets in wanted
    ]


def fact_downloads() -> list[Download]:
    """All that is known of each product, and of each attribute."""
    by_product, by_attribute = (
        Fact.objects.current().numbers_by("product"),
        Fact.objects.current().numbers_by("attribute"),
    )
    products = [
        (product.label, f"products/{product.slug}", by_product.get(product.pk, 0)) for product in Product.objects.all()
    ]
    attributes = [
        (attribute.label, f"attributes/{attribute.code}", by_attribute.get(attribute.pk, 0))
        for attribute in Attribute.objects.all()
    ]
    return [
        Download("fact", title, address, exhibit_files(address), rows, FACTS)
        for title, address, rows in [*products, *attributes]
        if rows
    ]


def cost_downloads() -> list[Download]:
    if not Tariff.objects.exists():
        return []
    wanted = (
        (_("Monthly cost of a workload"), "cost"),
        (_("Cost over the number of requests"), "cost/over-requests"),
        (_("Break-even points"), "cost/break-even"),
    )
    return [
        Download("cost", title, address, exhibit_files(address), datasets=frozenset({"tariffs"}))
        for title, address in wanted
    ]


def scheme_downloads() -> list[Download]:
    """Taxonomies, and each edition of each landscape, also in the forms of landscape files."""
    listings = frozenset({"listings"})
    found = [
        Download(
            "taxonomy",
            scheme.label,
            f"taxonomy/{scheme.code}",
            exhibit_files(f"taxonomy/{scheme.code}"),
            datasets=listings,
        )
        for scheme in Scheme.objects.taxonomies()
    ]
    for scheme in Scheme.objects.landscapes():
        for edition in reversed(Listing.objects.in_scheme(scheme).editions()):
            address = f"landscape/{scheme.code}/{edition}"
            files = (*exhibit_files(address), ("YAML", f"{address}.yml"), ("landscape2", f"{address}.items.json"))
            title = _("%(landscape)s, %(edition)s") % {"landscape": scheme.label, "edition": edition}
            rows = Listing.objects.in_edition(scheme, edition).count()
            found.append(Download("landscape", title, address, files, rows, listings))
    return found
