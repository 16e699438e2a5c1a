"""Named queries over listings."""

from typing import Any

from django.db import models
from django.db.models import Count, Max, Q

from portal.querysets import SourcedQuerySet

ITEM_FIELDS = ("description", "details", "crunchbase")


class ListingQuerySet(SourcedQuerySet):
    def in_landscapes(self):
        return self.filter(category__scheme__kind="landscape")

    def in_scheme(self, scheme):
        return self.filter(category__scheme=scheme)

    def in_edition(self, scheme, edition: str):
        return self.filter(category__scheme=scheme, edition=edition)

    def with_everything(self):
        """What a card or a row shows, without further queries."""
        return self.select_related("category__scheme", "product__vendor", "vendor__country_source", "source")

    def as_in_files(self):
        """What a landscape file says of each listing, in the order of the categories, without further queries."""
        rows = self.select_related("category__scheme", "category__parent__parent", "vendor", "source")
        return rows.order_by("category__order", "category__code", "pk")

    def with_owners(self):
        """Product and vendor of each, without what only the page of an item shows; see with_shelves."""
        return self.select_related("product__vendor", "vendor__country_source").defer(*ITEM_FIELDS)

    def with_shelves(self, categories) -> list:
        """The listings with categories and sources filled in: thousands share a few of them.

        `categories` are all of the scheme, each with its scheme.
        """
        found: list[Any] = list(self)
        shelves = {category.pk: category for category in categories}
        sources = self._all_sources().in_bulk({each.source_id for each in found})
        for listing in found:
            listing.category, listing.source = shelves[listing.category_id], sources[listing.source_id]
        return found

    def names(self):
        """Keys and names alone."""
        return self.only("key", "name_en", "name_zh")

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

    def of_slugs(self, products):
        """Of the products with these slugs."""
        return self.filter(product__slug__in=products)

    def items(self) -> list[tuple[int, str]]:
        """(scheme id, key) of what is listed, each once."""
        return sorted(self.order_by().values_list("category__scheme", "key").distinct())

    def editions(self) -> list[str]:
        """Oldest first."""
        return sorted(self.order_by().values_list("edition", flat=True).distinct())

    def numbers_by_edition(self) -> list[tuple[int, str, int]]:
        """(scheme id, edition, number of listings), newest edition first."""
        rows = self.order_by().values("category__scheme", "edition").annotate(number=Count("pk"))
        found = rows.order_by("category__scheme", "-edition")
        return [(row["category__scheme"], row["edition"], row["number"]) for row in found]

    def dated_editions(self) -> dict[str, str]:
        """Each edition → the newest date of its sources, oldest edition first."""
        rows = self.order_by().values("edition").annotate(newest=Max("source__published")).order_by("edition")
        return {row["edition"]: row["newest"] or "" for row in rows}

    def dated_editions_by_scheme(self) -> dict[int, dict[str, str]]:
        """Key of each scheme → its editions, each with the newest date of its sources."""
        rows = self.order_by().values_list("category__scheme", "edition").annotate(newest=Max("source__published"))
        found: dict[int, dict[str, str]] = {}
        for scheme, edition, newest in rows.order_by("category__scheme", "edition"):
            found.setdefault(scheme, {})[edition] = newest or ""
        return found

    def in_editions(self, editions: dict[int, str]):
        """`editions` are keys of schemes, each with one edition; listings of other schemes are left out."""
        wanted = Q(pk__in=[])
        for scheme, edition in editions.items():
            wanted |= Q(category__scheme=scheme, edition=edition)
        return self.filter(wanted)

    def editions_by_scheme(self, schemes) -> dict[int, list[str]]:
        """Key of each of these schemes → its editions, oldest first."""
        found: dict[int, list[str]] = {}
        rows = self.filter(category__scheme__in=schemes).order_by("category__scheme", "edition")
        for scheme, edition in rows.values_list("category__scheme", "edition").distinct():
            found.setdefault(scheme, []).append(edition)
        return found

    def owners(self):
        """(vendor's slug, names and country, organisation, key), each once."""
        names = ("vendor__slug", "vendor__name_en", "vendor__name_zh", "vendor__country", "organisation", "key")
        return self.order_by(*names).values_list(*names).distinct()

    def of_products(self, products):
        """`products` are keys."""
        return self.filter(product__in=products)

    def for_years(self):
        """What is counted of each listing over the editions, oldest first, as plain rows."""
        counted = ("edition", "key", "is_second_path", "is_open_source", "maturity", "category__code")
        return self.order_by("edition", "pk").values(*counted, "vendor__country")

    def sources(self) -> list:
        """The sources of the editions, oldest first, each once."""
        numbers = self.order_by("edition", "source").values_list("edition", "source").distinct()
        keys = list(dict.fromkeys(source for _edition, source in numbers))
        rows = self._all_sources().in_bulk(keys)
        return [rows[key] for key in keys]

    def _all_sources(self) -> models.QuerySet:
        source: Any = self.model._meta.get_field("source")
        return source.related_model.objects.all()

    def of_item(self, scheme, key: str):
        """One item in all editions, oldest first, its main category before others."""
        listings = self.filter(category__scheme=scheme, key=key).with_everything()
        return listings.order_by("edition", "is_second_path", "category__order", "category__code")
