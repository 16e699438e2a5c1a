"""What each page reads from the database, by the parameters of its form; the section's headlines read the same way."""

from portal.exhibits.exhibit import Exhibit
from vendors.changes import Changes, changes_between
from vendors.exhibits.landscape import landscape_exhibit
from vendors.exhibits.products import comparison_exhibit, product_exhibit, products_exhibit
from vendors.exhibits.taxonomy import taxonomy_exhibit
from vendors.exhibits.vendors import vendors_exhibit
from vendors.filters import CompareForm, LandscapeForm, ProductsForm, TaxonomyForm, VendorsForm, stored
from vendors.frames.products import KEY_ATTRIBUTES
from vendors.models import Attribute, Fact, Listing, Product, Scheme, Vendor

# Compared where a reader names no product: the function services most asked about.
MAIN_PRODUCTS = ("alibaba-fc", "tencent-scf", "aws-lambda", "azure-functions", "google-cloud-run-functions")
MAIN_GROUPS = (Attribute.Group.LIMITS,)


def chosen_vendors(form: VendorsForm) -> Exhibit:
    vendors = (
        Vendor.objects.of_kinds(form.chosen("kind"))
        .in_countries(stored(form.chosen("country")))
        .naming(form.values["q"])
    )
    return vendors_exhibit(list(vendors.with_presence()), sort=form.sort, filters=form.words(), query=form.view_query)


def chosen_products(form: ProductsForm) -> Exhibit:
    attributes = Attribute.objects.in_order_of(KEY_ATTRIBUTES)
    facts = Fact.objects.current().about(attributes).with_sources()
    products = Product.objects.matching(form.conditions()).naming(form.values["q"]).with_facts(facts)
    return products_exhibit(list(products), attributes, sort=form.sort, filters=form.words(), query=form.view_query)


def products_of(vendor: Vendor) -> Exhibit:
    """The products of one vendor, with the key facts that any of them has."""
    facts = Fact.objects.current().about(Attribute.objects.in_order_of(KEY_ATTRIBUTES)).with_sources()
    products = list(Product.objects.matching({"vendor": [vendor.pk]}).with_facts(facts))
    known = {fact.attribute.code for product in products for fact in product.chosen_facts}
    attributes = Attribute.objects.in_order_of([code for code in KEY_ATTRIBUTES if code in known])
    return products_exhibit(products, attributes, sort="product", query=f"vendor={vendor.slug}", with_vendor=False)


def facts_of(product: Product, query: str = "") -> Exhibit:
    """With what is not documented: attributes of the same groups that other products of its kind have facts about."""
    facts = list(Fact.objects.of_products([product]).with_sources().newest_last())
    groups = {fact.attribute.group for fact in facts}
    attributes = Attribute.objects.chosen(groups=groups).documented_for(product.service_model)
    return product_exhibit(product, list(attributes), facts, query=query)


def comparison_with(product: Product) -> str:
    """Address of the comparison of a product with the main ones."""
    slugs = dict.fromkeys([product.slug, *[other.slug for other in Product.objects.in_order_of(MAIN_PRODUCTS)]])
    return f"compare?products={'~'.join(list(slugs)[: len(MAIN_PRODUCTS)])}"


def compared(form: CompareForm) -> Exhibit:
    """Attributes that none of the products documents are left out of whole groups, not where they are asked for."""
    codes, groups = form.values["attributes"], form.values["group"]
    if not codes and not groups:
        groups = MAIN_GROUPS
    products = Product.objects.in_order_of(form.values["products"] or MAIN_PRODUCTS)
    attributes = Attribute.objects.chosen(codes=codes, groups=groups)
    facts = list(Fact.objects.current().of_products(products).about(attributes).with_sources())
    documented = {fact.attribute_id for fact in facts}
    shown = [each for each in attributes if each.pk in documented or each.code in codes]
    return comparison_exhibit(products, shown, facts, query=form.view_query)


def placed(scheme: Scheme, form: TaxonomyForm | None = None) -> Exhibit:
    """The latest edition of a taxonomy."""
    editions = Listing.objects.in_scheme(scheme).editions()
    listings = Listing.objects.in_edition(scheme, editions[-1] if editions else "").with_everything().in_order()
    if form is None:
        return taxonomy_exhibit(scheme, list(listings))
    listings = listings.of_certainty(form.chosen("certainty"))
    return taxonomy_exhibit(scheme, list(listings), filters=form.words(), query=form.view_query)


def mapped(scheme: Scheme, edition: str, form: LandscapeForm | None = None) -> Exhibit:
    listings = Listing.objects.in_edition(scheme, edition).with_everything().in_order()
    if form is None:
        return landscape_exhibit(scheme, edition, list(listings))
    listings = (
        listings.in_categories(form.chosen("category"))
        .from_countries(stored(form.chosen("country")))
        .of_maturity(form.chosen("maturity"))
        .open_source(form.chosen("open_source"))
        .naming(form.values["q"])
    )
    return landscape_exhibit(scheme, edition, list(listings), filters=form.words(), query=form.view_query)


def changes_of(scheme: Scheme, edition: str, editions: list[str]) -> Changes | None:
    """What changed since the edition before; None for the first."""
    before = max((each for each in editions if each < edition), default="")
    if not before:
        return None
    old, new = (list(Listing.objects.in_edition(scheme, each)) for each in (before, edition))
    return changes_between(old, new, since=before)
