"""What search finds of this app: vendors, products, facts, schemes, categories and listings."""

from collections.abc import Iterator

from django.utils import translation

from portal.labels import LANGUAGES, in_both
from portal.site.sections import Entry
from vendors.models import Attribute, Fact, Listing, Product, Scheme, Vendor
from vendors.values import value_in_words
from vendors.words import country_labels

YEAR = 4  # digits


def entries() -> Iterator[Entry]:
    yield from vendor_entries()
    yield from product_entries()
    yield from fact_entries()
    yield from attribute_entries()
    yield from scheme_entries()
    yield from listing_entries()


def titles(row) -> dict[str, str]:
    return {"title_en": row.name_en, "title_zh": row.name_zh or row.name_en}


def previews(texts: tuple[str, str]) -> dict[str, str]:
    return {"preview_en": texts[0], "preview_zh": texts[1]}


def vendor_entries() -> Iterator[Entry]:
    kinds = {code: in_both(label) for code, label in Vendor.Kind.choices}
    for vendor in Vendor.objects.all():
        country = country_labels(vendor.country) if vendor.country else ("", "")
        preview = tuple(" · ".join(filter(None, pair)) for pair in zip(kinds[vendor.kind], country, strict=True))
        words = (vendor.name_en, vendor.name_zh, vendor.slug, *country)
        place = {"rank": 2, "vendor": vendor.slug}
        yield Entry("vendor", f"vendors/{vendor.slug}", **titles(vendor), words=words, **previews(preview), **place)


def product_entries() -> Iterator[Entry]:
    models = {code: in_both(label) for code, label in Product.ServiceModel.choices}
    for product in Product.objects.select_related("vendor"):
        vendor = product.vendor
        words = (product.name_en, product.name_zh, product.slug, vendor.name_en, vendor.name_zh)
        preview = tuple(
            f"{model} · {name}"
            for model, name in zip(
                models[product.service_model], (vendor.name_en, vendor.name_zh or vendor.name_en), strict=True
            )
        )
        place = {"rank": 1, "vendor": vendor.slug}
        yield Entry("product", f"products/{product.slug}", **titles(product), words=words, **previews(preview), **place)


def fact_entries() -> Iterator[Entry]:
    """Titles such as "AWS Lambda · Maximum memory", the value as preview."""
    facts = list(Fact.objects.current().select_related("product__vendor", "attribute"))
    values = []
    for language in LANGUAGES:
        with translation.override(language):
            values.append([value_in_words(fact) for fact in facts])
    for fact, preview in zip(facts, zip(*values, strict=True), strict=True):
        product, attribute = fact.product, fact.attribute
        yield Entry(
            "fact",
            f"products/{product.slug}/{attribute.code}",
            title_en=f"{product.name_en} · {attribute.name_en}",
            title_zh=f"{product.name_zh or product.name_en} · {attribute.name_zh or attribute.name_en}",
            words=(product.name_en, product.name_zh, attribute.name_en, attribute.name_zh, *preview),
            **previews(preview),
            rank=6,
            vendor=product.vendor.slug,
            year=fact.observed_on[:YEAR],
        )


def attribute_entries() -> Iterator[Entry]:
    """The definition as preview."""
    groups = {code: in_both(label) for code, label in Attribute.Group.choices}
    for attribute in Attribute.objects.all():
        words = (attribute.code, attribute.name_en, attribute.name_zh, *groups[attribute.group])
        preview = (attribute.definition_en, attribute.definition_zh or attribute.definition_en)
        address = f"attributes/{attribute.code}"
        yield Entry("attribute", address, **titles(attribute), words=words, **previews(preview), rank=3)


def scheme_entries() -> Iterator[Entry]:
    for scheme in Scheme.objects.shown().with_categories():
        kind = in_both(Scheme.Kind(scheme.kind).label)
        address = f"{scheme.kind}/{scheme.code}"
        words = (scheme.name_en, scheme.name_zh, *kind)
        yield Entry("scheme", address, **titles(scheme), words=words, **previews(kind), rank=3)
        for category in scheme.categories.all():
            names = (category.name_en, category.name_zh)
            preview = (scheme.name_en, scheme.name_zh or scheme.name_en)
            yield Entry("category", address, **titles(category), words=names, **previews(preview), rank=4)


def listing_entries() -> Iterator[Entry]:
    """One for each item of a landscape, as its latest edition names it; items of a taxonomy where they stand."""
    latest: dict[tuple, Listing] = {}
    for listing in Listing.objects.with_everything().order_by("edition", "-is_second_path"):
        latest[listing.category.scheme_id, listing.key] = listing
    for listing in latest.values():
        scheme = listing.category.scheme
        kind = Scheme.Kind(scheme.kind)
        is_taxonomy = kind == Scheme.Kind.TAXONOMY
        place = f"#{listing.category.code}-{listing.key}" if is_taxonomy else f"/items/{listing.key}"
        category = titles(listing.category)
        yield Entry(
            "listing",
            f"{kind}/{scheme.code}{place}",
            **titles(listing),
            words=(listing.name_en, listing.name_zh, listing.organisation),
            preview_en=f"{category['title_en']} · {listing.edition}",
            preview_zh=f"{category['title_zh']} · {listing.edition}",
            rank=5,
            vendor=listing.vendor.slug if listing.vendor else "",
            year=listing.edition[:YEAR],
        )
