"""Named queries over products and attributes."""

from django.db.models import Count, Prefetch, Q, QuerySet

from portal.querysets import SourcedQuerySet
from vendors.querysets.labelled import labels_of


class ProductQuerySet(SourcedQuerySet):
    def labels(self) -> dict[str, str]:
        """Slug → name in the active language."""
        return labels_of(self, "slug")

    def with_facts(self, facts):
        """Vendor, source and the given facts of each, as `chosen_facts`."""
        chosen = Prefetch("facts", queryset=facts, to_attr="chosen_facts")
        return self.select_related("vendor", "source").prefetch_related(chosen)

    def matching(self, values: dict):
        """Those that have one of the given codes in each given field."""
        return self.filter(**{f"{field}__in": codes for field, codes in values.items() if codes})

    def standing_in(self, schemes):
        """Those that are listed in one of the schemes with these codes."""
        if not schemes:
            return self
        listed = self.order_by().filter(listings__category__scheme__code__in=schemes)
        return self.filter(pk__in=listed.values("pk"))

    def naming(self, words: str):
        return self.filter(Q(name_en__icontains=words) | Q(name_zh__icontains=words)) if words else self

    def with_owners(self):
        return self.select_related("vendor", "source")

    def of_slugs(self, slugs):
        """Those with these slugs, all where none is named."""
        return self.filter(slug__in=slugs) if slugs else self

    def by_service_model(self):
        """With those of one service model together, by name."""
        return self.order_by("service_model", "name_en", "slug")

    def in_order_of(self, slugs):
        """The products with these slugs, in this order."""
        by_slug = {product.slug: product for product in self.filter(slug__in=slugs).select_related("vendor", "source")}
        return [by_slug[slug] for slug in slugs if slug in by_slug]


class AttributeQuerySet(QuerySet):
    def labels(self) -> dict[str, str]:
        """Code → name in the active language."""
        return labels_of(self, "code")

    def in_groups(self, groups):
        return self.filter(group__in=groups) if groups else self

    def of_types(self, types):
        return self.filter(value_type__in=types) if types else self

    def naming(self, words: str):
        """Those whose name, code or definition holds the words, in either language."""
        fields = ("code", "name_en", "name_zh", "definition_en", "definition_zh")
        holds = Q(*((f"{field}__icontains", words) for field in fields), _connector=Q.OR)
        return self.filter(holds) if words else self

    def with_product_counts(self):
        """Adds `product_count`: how many products have a current fact about it.

        In order: what groups rows does not keep the order of the model, and PostgreSQL gives them in any.
        """
        counted = self.annotate(product_count=Count("facts", filter=Q(facts__is_current=True)))
        return counted.order_by("order", "code")

    def documented_for(self, service_model: str):
        """Those that any product of this service model has a fact about."""
        return self.filter(pk__in=self.order_by().filter(facts__product__service_model=service_model).values("pk"))

    def chosen(self, *, codes=(), groups=()):
        """Those named, and those of the groups named, in the order of attributes."""
        return self.filter(Q(code__in=codes) | Q(group__in=groups))

    def in_order_of(self, codes):
        by_code = {attribute.code: attribute for attribute in self.filter(code__in=codes)}
        return [by_code[code] for code in codes if code in by_code]
