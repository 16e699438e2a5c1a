"""Named queries over schemes."""

from django.db.models import Count, Exists, OuterRef, Q

from portal.querysets import SourcedQuerySet


class SchemeQuerySet(SourcedQuerySet):
    def shown(self):
        """Without landscapes that wait for their first file: they have no edition and so no page."""
        categories = self.model._meta.get_field("categories").related_model._default_manager
        filled = categories.filter(scheme=OuterRef("pk"), listings__isnull=False)
        return self.filter(~Q(kind="landscape") | Exists(filled))

    def of_kind(self, kind: str):
        """ "taxonomy" or "landscape", those with a page."""
        return self.shown().filter(kind=kind)

    def taxonomies(self):
        return self.of_kind("taxonomy")

    def landscapes(self):
        return self.of_kind("landscape")

    def with_categories(self):
        return self.select_related("source").prefetch_related("categories")

    def smallest_first(self):
        """By the number of listings in all editions."""
        return self.annotate(size=Count("categories__listings")).order_by("size", "code")
