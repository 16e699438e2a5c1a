"""Named queries over vendors."""

from collections.abc import Mapping

from django.db.models import Count, Max, Min, Q, QuerySet

from vendors.querysets.labelled import labels_of

LANDSCAPE = Q(listings__category__scheme__kind="landscape")


class VendorQuerySet(QuerySet):
    def labels(self) -> dict[str, str]:
        """Slug → name in the active language."""
        return labels_of(self, "slug")

    def with_products(self):
        """Those that have any."""
        return self.filter(pk__in=self.order_by().values("products__vendor"))

    def with_presence(self):
        """Counts of products and of landscape items, and the first and last year listed."""
        return self._counted(LANDSCAPE, Q())

    def with_presence_by(self, editions: Mapping[int, list[str]], products):
        """The same of these products, and of these editions of each scheme's key."""
        stood = Q(pk__in=[])
        for scheme, names in editions.items():
            stood |= Q(listings__category__scheme=scheme, listings__edition__in=names)
        return self._counted(stood, Q(products__in=products))

    def _counted(self, stood: Q, offered: Q):
        """In order: what groups rows does not keep the order of the model, and PostgreSQL gives them in any."""
        counted = self.annotate(
            product_count=Count("products", filter=offered, distinct=True),
            item_count=Count("listings__key", filter=stood, distinct=True),
            first_year=Min("listings__edition", filter=stood),
            last_year=Max("listings__edition", filter=stood),
        )
        return counted.order_by("slug").select_related("country_source", "source")

    def standing_in(self, schemes):
        """Those that stand, or whose products stand, in one of the schemes with these codes."""
        if not schemes:
            return self
        own = Q(listings__category__scheme__code__in=schemes)
        through = Q(products__listings__category__scheme__code__in=schemes)
        return self.filter(pk__in=self.order_by().filter(own | through).values("pk"))

    def named(self, slugs):
        return self.filter(slug__in=slugs)

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
