"""The list of products, and the page of one with all its facts."""

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from portal.words import set_apart
from vendors.descriptions.products import facts_description, products_description
from vendors.exhibits.columns import fact_columns
from vendors.exhibits.notes import as_of_notes, as_of_words, derived_note, doubt_note, missing_note, status_notes
from vendors.findings.products import facts_finding, products_finding
from vendors.frames.facts import product_facts
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
    as_of: str = "",
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
        subtitle=" · ".join(part for part in (_("With a few key facts"), filters, as_of_words(as_of)) if part),
        finding=products_finding(frame),
        description=products_description(_("Serverless products"), frame),
        notes=(
            *as_of_notes(as_of),
            *status_notes(as_of),
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


def product_exhibit(
    product: Product, attributes: list[Attribute], facts: list[Fact], *, query: str = "", as_of: str = ""
) -> Exhibit:
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
        subtitle=set_apart([_("Each value with its source, the date of the source and its basis"), as_of_words(as_of)]),
        finding=facts_finding(frame, product.label),
        description=facts_description(title, frame),
        notes=(*as_of_notes(as_of), doubt_note(), derived_note(), missing_note()),
    )
