"""Named queries over facts."""

from portal.querysets import SourcedQuerySet


class FactQuerySet(SourcedQuerySet):
    def current(self):
        """The facts to show today, one for each product and attribute."""
        return self.filter(is_current=True)

    def with_sources(self):
        return self.select_related("attribute", "source")

    def with_everything(self):
        """Product, attribute and source, without further queries."""
        return self.select_related("product", "attribute", "source")

    def of_products(self, products):
        return self.filter(product__in=products)

    def among(self, facts):
        """Those that are one of these."""
        return self.filter(pk__in=[fact.pk for fact in facts])

    def of_slugs(self, products):
        """Of the products with these slugs, of all where none is named."""
        return self.filter(product__slug__in=products) if products else self

    def about_codes(self, attributes):
        """About the attributes with these codes, about all where none is named."""
        return self.filter(attribute__code__in=attributes) if attributes else self

    def about(self, attributes):
        return self.filter(attribute__in=attributes)

    def newest_last(self):
        return self.order_by("attribute__order", "attribute__code", "observed_on")

    def products_priced_by(self, units) -> set[int]:
        """Products, by primary key, with a price in one of these units today."""
        priced = self.current().filter(attribute__unit__in=units, number__isnull=False).order_by()
        return set(priced.values_list("product", flat=True))
