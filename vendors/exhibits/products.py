"""The list of products, the page of one with all its facts, and the comparison of several."""

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from portal.words import listed
from vendors.descriptions import comparison_description, facts_description, products_description
from vendors.exhibits.columns import fact_columns
from vendors.findings import comparison_finding, facts_finding, products_finding
from vendors.frames.facts import compared_facts, product_facts
from vendors.frames.products import product_table
from vendors.frames.sorting import sorted_by
from vendors.models import Attribute, Fact, Product


def products_exhibit(
    products: list[Product],
    attributes: list[Attribute],
    *,
    sort: str,
    filters: str = "",
    query: str = "",
    with_vendor: bool = True,
) -> Exhibit:
    """`products` come with_facts of `attributes`; a page of one vendor does without the vendor's column."""
    frame = sorted_by(product_table(products, attributes), sort)
    facts = [fact.source for product in products for fact in product.chosen_facts]
    cited = frame[[f"{attribute.code}_source" for attribute in attributes]].to_numpy().ravel()
    return make_exhibit(
        "products",
        frame,
        [*_identity_columns(with_vendor), *[column for attribute in attributes for column in _key_columns(attribute)]],
        cited_once([*in_order_of(cited, facts), *[product.source for product in products]]),
        query=query,
        title=_("Serverless products"),
        subtitle=" · ".join(part for part in (_("With a few key facts"), filters) if part),
        finding=products_finding(frame),
        description=products_description(_("Serverless products"), frame),
        notes=(
            doubt_note(),
            Note(_("Prices are list prices in the currency published; different currencies are not ranked together.")),
        ),
    )


def _identity_columns(with_vendor: bool) -> list[Column]:
    return [
        Column("product", _("Product"), "code", is_labelled=True, linked_by="address"),
        Column("vendor", _("Vendor"), "code", is_labelled=True, linked_by="vendor_address", on_page=with_vendor),
        Column("country", _("Country of headquarters"), "code", is_labelled=True, on_page=False),
        Column("service_model", _("Service model"), "code", is_labelled=True),
        Column("deployment", _("Deployment"), "code", is_labelled=True),
        Column("status", _("Status"), "code", is_labelled=True),
        Column("launched", _("Launched"), "date"),
        Column("retired", _("Retired on"), "date", on_page=False),
        Column("homepage", _("Home page"), on_page=False),
        Column("source", _("Source"), "source", on_page=False),
    ]


def _key_columns(attribute: Attribute) -> list[Column]:
    code = attribute.code
    value = Column(
        code,
        attribute.label,
        "value",
        written_by=f"{code}_text",
        cited_by=f"{code}_source",
        tagged_by=f"{code}_tag",
    )
    columns = [value]
    if attribute.value_type == Attribute.ValueType.MONEY:
        columns.append(Column(f"{code}_currency", _("%(name)s: currency") % {"name": attribute.label}, on_page=False))
    return [
        *columns,
        Column(f"{code}_doubt", _("%(name)s: doubt") % {"name": attribute.label}, on_page=False),
        Column(f"{code}_source", _("%(name)s: source") % {"name": attribute.label}, "source", on_page=False),
    ]


def product_exhibit(product: Product, attributes: list[Attribute], facts: list[Fact], *, query: str = "") -> Exhibit:
    """`attributes` are those its facts are about, and those that could be documented; `facts` come with_sources."""
    frame = product_facts(product, attributes, facts)
    title = _("%(product)s: documented facts") % {"product": product.label}
    return make_exhibit(
        f"products/{product.slug}",
        frame,
        fact_columns(),
        cited_once([*in_order_of(frame["source"], [fact.source for fact in facts]), product.source]),
        query=query,
        title=title,
        subtitle=_("Each value with its source, the date of the source and its basis"),
        finding=facts_finding(frame, product.label),
        description=facts_description(title, frame),
        notes=(doubt_note(), derived_note(), missing_note()),
    )


def comparison_exhibit(
    products: list[Product], attributes: list[Attribute], facts: list[Fact], *, query: str = ""
) -> Exhibit:
    """`facts` are the current ones of these products and attributes, with_sources."""
    frame = compared_facts(products, attributes, facts)
    return make_exhibit(
        "compare",
        frame,
        fact_columns(),
        cited_once(in_order_of(frame["source"], [fact.source for fact in facts])),
        query=query,
        title=_("Products compared"),
        subtitle=listed(product.label for product in products),
        finding=comparison_finding(frame),
        description=comparison_description(_("Products compared"), frame),
        grid=Grid("attribute", "product", "value"),
        notes=(
            doubt_note(),
            derived_note(),
            missing_note(),
            Note(
                _(
                    "“Best” marks the best of at least two different numbers without doubt, in the same unit and "
                    "currency. Where a value in doubt would win, none is marked."
                )
            ),
        ),
    )


def doubt_note() -> Note:
    return Note(
        _("“In doubt” marks values to take with care; the reason stands with the value on the product’s page."),
        is_mandatory=True,
    )


def derived_note() -> Note:
    text = _(
        "Quoted: the value stands in the source. Derived: by a change of unit, scaling or counting from what it says."
    )
    return Note(text, is_mandatory=True)


def missing_note() -> Note:
    text = _("“Not documented” says that no source read gives the value. It does not mean “no”.")
    return Note(text, is_mandatory=True)
