"""Named queries over vendors, products, facts and listings."""

from django.db import models


class VendorQuerySet(models.QuerySet):
    pass


class ProductQuerySet(models.QuerySet):
    pass


class FactQuerySet(models.QuerySet):
    def current(self):
        """The facts to show today, one for each product and attribute."""
        return self.filter(is_current=True)


class SchemeQuerySet(models.QuerySet):
    pass


class ListingQuerySet(models.QuerySet):
    def in_edition(self, scheme, edition: str):
        return self.filter(category__scheme=scheme, edition=edition)
