"""Named queries over tariffs."""

from django.db import models
from django.db.models import Prefetch

from portal.labels import choose
from portal.querysets import SourcedQuerySet


class TariffQuerySet(SourcedQuerySet):
    def with_meters(self):
        """Product, source and meters with their attributes."""
        meters = Prefetch("meters", queryset=self.model.meters.rel.related_model.objects.with_attributes())
        return self.select_related("product", "source").prefetch_related(meters)

    def of_products(self, slugs):
        """Those of the products named; of all where none is."""
        return self.filter(product__slug__in=slugs) if slugs else self

    def in_order(self):
        return self.order_by("product__slug", "code")

    def product_labels(self) -> dict[str, str]:
        """Slug → name of each product that has a tariff, in the active language."""
        rows = self.order_by("product__slug").values_list("product__slug", "product__name_en", "product__name_zh")
        return {slug: choose(english, chinese) for slug, english, chinese in rows.distinct()}

    def currencies(self) -> list[str]:
        """Those in which products with a tariff have prices."""
        priced = self.order_by().filter(product__facts__currency__gt="")
        return sorted(priced.values_list("product__facts__currency", flat=True).distinct())


class MeterQuerySet(models.QuerySet):
    def with_attributes(self):
        return self.select_related("price", "free", "source").order_by("pk")

    def products_with_processor(self) -> set[int]:
        """Products, by primary key, of which a tariff bills processor time apart from memory."""
        apart = self.order_by().filter(kind__in=["vcpu", "active_cpu"])
        return set(apart.values_list("tariff__product", flat=True))
