"""Products as a frame: what they are, and a few key facts beside each other."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels, in_both
from vendors.models import Attribute, Fact, Product
from vendors.values import plain_value, value_in_words
from vendors.words import STATES, UNKNOWN, country_labels

KEY_ATTRIBUTES = (
    "max_memory_mb",
    "max_timeout_sync_s",
    "default_concurrency_limit",
    "scale_to_zero",
    "price_per_million_requests",
    "price_per_gb_second",
)
TYPES = {
    **labelled_types("product", "vendor", "service_model", "deployment", "status", "country"),
    **text_types("launched", "retired", "homepage", "source", "address", "vendor_address"),
}
FACT_PARTS = {"": "object", "_text": "str", "_currency": "str", "_source": "str", "_doubt": "str", "_tag": "str"}


def product_table(products: Iterable[Product], attributes: Iterable[Attribute]) -> DataFrame:
    """One row a product; `products` come with_facts of `attributes`.

    Each attribute has the columns <code>, <code>_text, <code>_currency, <code>_source, <code>_doubt and <code>_tag.
    """
    attributes = list(attributes)
    types = {**TYPES, **{f"{each.code}{part}": kind for each in attributes for part, kind in FACT_PARTS.items()}}
    labels = {
        "service_model": both_labels(Product.ServiceModel.choices),
        "deployment": both_labels(Product.Deployment.choices),
        "status": {**both_labels(Product.Status.choices), UNKNOWN: in_both(STATES[UNKNOWN])},
    }
    return frame_of((product_row(product, attributes, labels) for product in products), types)


def product_row(product: Product, attributes: list[Attribute], labels: dict) -> dict:
    facts = {fact.attribute_id: fact for fact in product.chosen_facts}
    row = {
        **named("product", product.slug, product),
        **named("vendor", product.vendor.slug, product.vendor),
        **labelled("country", product.vendor.country, country_labels(product.vendor.country)),
        "launched": product.launched,
        "retired": product.retired,
        "homepage": product.homepage,
        "source": product.source.code,
        "address": f"products/{product.slug}",
        "vendor_address": f"vendors/{product.vendor.slug}",
    }
    for field, names in labels.items():
        row |= labelled(field, getattr(product, field), names[getattr(product, field)])
    for attribute in attributes:
        row |= fact_cells(attribute.code, facts.get(attribute.pk))
    return row


def fact_cells(code: str, fact: Fact | None) -> dict:
    """The columns of one attribute; no fact is not documented, which is not the same as "no"."""
    doubt = fact.text("doubt") if fact else ""
    return {
        code: plain_value(fact) if fact else None,
        f"{code}_text": value_in_words(fact, is_short=True) if fact else "",
        f"{code}_currency": fact.currency if fact else "",
        f"{code}_source": fact.source.code if fact else "",
        f"{code}_doubt": doubt,
        f"{code}_tag": _("in doubt") if doubt else "",
    }
