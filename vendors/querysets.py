"""Named queries over vendors, products, facts and listings."""

from django.db import models
from django.db.models import Count, Max, Min, Prefetch, Q

from portal.labels import choose

LANDSCAPE = Q(listings__category__scheme__kind="landscape")


class LabelledQuerySet(models.QuerySet):
    """Rows with a natural key KEY and names in two languages."""

    KEY = "slug"

    def labels(self) -> dict[str, str]:
        """Natural key → name in the active language."""
        rows = self.values_list(self.KEY, "name_en", "name_zh")
        return {key: choose(english, chinese) for key, english, chinese in rows}


class VendorQuerySet(LabelledQuerySet):
    def with_products(self):
        """Those that have any."""
        return self.filter(pk__in=self.order_by().values("products__vendor"))

    def with_presence(self):
        """Counts of products and of landscape items, and the first and last year listed."""
        return self.annotate(
            product_count=Count("products", distinct=True),
            item_count=Count("listings__key", filter=LANDSCAPE, distinct=True),
            first_year=Min("listings__edition", filter=LANDSCAPE),
            last_year=Max("listings__edition", filter=LANDSCAPE),
        ).select_related("country_source", "source")

    def of_kinds(self, kinds):
        return self.filter(kind__in=kinds) if kinds else self

    def in_countries(self, countries):
        """ISO codes; an empty text stands for vendors whose country is unknown."""
        return self.filter(country__in=countries) if countries else self

    def naming(self, words: str):
        return self.filter(Q(name_en__icontains=words) | Q(name_zh__icontains=words)) if words else self

    def countries(self) -> list[str]:
        """The codes in use, without the empty one."""
        return sorted(self.exclude(country="").order_by().values_list("country", flat=True).distinct())


class ProductQuerySet(LabelledQuerySet):
    def with_facts(self, facts):
        """Vendor, source and the given facts of each, as `chosen_facts`."""
        chosen = Prefetch("facts", queryset=facts, to_attr="chosen_facts")
        return self.select_related("vendor", "source").prefetch_related(chosen)

    def matching(self, values: dict):
        """Those that have one of the given codes in each given field."""
        return self.filter(**{f"{field}__in": codes for field, codes in values.items() if codes})

    def naming(self, words: str):
        return self.filter(Q(name_en__icontains=words) | Q(name_zh__icontains=words)) if words else self

    def with_owners(self):
        return self.select_related("vendor", "source")

    def in_order_of(self, slugs):
        """The products with these slugs, in this order."""
        by_slug = {product.slug: product for product in self.filter(slug__in=slugs).select_related("vendor", "source")}
        return [by_slug[slug] for slug in slugs if slug in by_slug]


class AttributeQuerySet(LabelledQuerySet):
    KEY = "code"

    def documented_for(self, service_model: str):
        """Those that any product of this service model has a fact about."""
        return self.filter(pk__in=self.order_by().filter(facts__product__service_model=service_model).values("pk"))

    def chosen(self, *, codes=(), groups=()):
        """Those named, and those of the groups named, in the order of attributes."""
        return self.filter(Q(code__in=codes) | Q(group__in=groups))

    def in_order_of(self, codes):
        by_code = {attribute.code: attribute for attribute in self.filter(code__in=codes)}
        return [by_code[code] for code in codes if code in by_code]


class FactQuerySet(models.QuerySet):
    def current(self):
        """The facts to show today, one for each product and attribute."""
        return self.filter(is_current=True)

    def with_sources(self):
        return self.select_related("attribute", "source")

    def of_products(self, products):
        return self.filter(product__in=products)

    def about(self, attributes):
        return self.filter(attribute__in=attributes)

    def newest_last(self):
        return self.order_by("attribute__order", "attribute__code", "observed_on")


class SchemeQuerySet(models.QuerySet):
    def of_kind(self, kind: str):
        """ "taxonomy" or "landscape"."""
        return self.filter(kind=kind)

    def taxonomies(self):
        return self.of_kind("taxonomy")

    def landscapes(self):
        return self.of_kind("landscape")

    def with_categories(self):
        return self.select_related("source").prefetch_related("categories")


class ListingQuerySet(models.QuerySet):
    def in_landscapes(self):
        return self.filter(category__scheme__kind="landscape")

    def in_scheme(self, scheme):
        return self.filter(category__scheme=scheme)

    def in_edition(self, scheme, edition: str):
        return self.filter(category__scheme=scheme, edition=edition)

    def with_everything(self):
        """What a card or a row shows, without further queries."""
        return self.select_related("category__scheme", "product__vendor", "vendor__country_source", "source")

    def in_order(self):
        """As the scheme orders its categories, then by name."""
        return self.order_by("edition", "category__order", "category__code", "name_en", "key")

    def in_categories(self, codes):
        return self.filter(category__code__in=codes) if codes else self

    def from_countries(self, countries):
        """ISO codes; an empty text stands for listings whose country is unknown."""
        if not countries:
            return self
        unknown = Q(vendor=None) if "" in countries else Q()
        return self.filter(Q(vendor__country__in=countries) | unknown)

    def of_maturity(self, codes):
        return self.filter(maturity__in=codes) if codes else self

    def of_certainty(self, codes):
        return self.filter(certainty__in=codes) if codes else self

    def open_source(self, states):
        """States "yes", "no" and "unknown"."""
        if not states:
            return self
        values = {"yes": True, "no": False}
        unknown = Q(is_open_source=None) if "unknown" in states else Q()
        return self.filter(Q(is_open_source__in=[values[state] for state in states if state in values]) | unknown)

    def naming(self, words: str):
        if not words:
            return self
        return self.filter(Q(name_en__icontains=words) | Q(name_zh__icontains=words) | Q(organisation__icontains=words))

    def countries(self) -> list[str]:
        """The codes of known countries."""
        codes = self.exclude(vendor=None).exclude(vendor__country="").order_by()
        return sorted(codes.values_list("vendor__country", flat=True).distinct())

    def of_vendor(self, vendor):
        return self.filter(Q(vendor=vendor) | Q(product__vendor=vendor))

    def of_product(self, product):
        return self.filter(product=product)

    def editions(self) -> list[str]:
        """Oldest first."""
        return sorted(self.order_by().values_list("edition", flat=True).distinct())
