"""The products that a form chooses, those of a vendor, and the facts of one."""

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.products import product_exhibit, products_exhibit
from vendors.filters.products import ProductsForm
from vendors.frames.products import KEY_ATTRIBUTES
from vendors.history.dates import known_by
from vendors.history.products import as_of_day
from vendors.models import Attribute, Fact, Product, Vendor


def chosen_products(form: ProductsForm) -> Exhibit:
    attributes, as_of = Attribute.objects.in_order_of(KEY_ATTRIBUTES), form.values["as_of"]
    facts = (Fact.objects.all() if as_of else Fact.objects.current()).about(attributes).with_sources()
    found = Product.objects.matching(form.conditions()).standing_in(form.chosen("scheme")).naming(form.values["q"])
    products = list(found.with_facts(facts))
    if as_of:
        wanted = form.chosen("status")
        products = [each for each in as_of_day(products, as_of) if not wanted or each.status in wanted]
    return products_exhibit(
        products, attributes, sort=form.sort, filters=form.words(), query=form.view_query, as_of=as_of
    )


def products_of(vendor: Vendor) -> Exhibit:
    """The products of one vendor, with the key facts that any of them has."""
    facts = Fact.objects.current().about(Attribute.objects.in_order_of(KEY_ATTRIBUTES)).with_sources()
    products = list(Product.objects.matching({"vendor": [vendor.pk]}).with_facts(facts))
    known = {fact.attribute.code for product in products for fact in product.chosen_facts}
    attributes = Attribute.objects.in_order_of([code for code in KEY_ATTRIBUTES if code in known])
    return products_exhibit(products, attributes, sort="product", query=f"vendor={vendor.slug}", with_vendor=False)


def facts_of(product: Product, query: str = "", as_of: str = "") -> Exhibit:
    """With what is not documented: attributes of the same groups that other products of its kind have facts about."""
    facts = list(Fact.objects.of_products([product]).with_sources().newest_last())
    if as_of:
        facts = known_by(facts, as_of)
    groups = {fact.attribute.group for fact in facts}
    attributes = Attribute.objects.chosen(groups=groups).documented_for(product.service_model)
    return product_exhibit(product, list(attributes), facts, query=query, as_of=as_of)
