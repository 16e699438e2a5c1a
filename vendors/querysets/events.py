"""Named queries over events of landscapes."""

from django.db import models
from django.db.models import Q


class ListingEventQuerySet(models.QuerySet):
    def in_scheme(self, scheme):
        return self.filter(scheme=scheme)

    def in_schemes(self, codes):
        """Of the schemes with these codes, of all where none is named."""
        return self.filter(scheme__code__in=codes) if codes else self

    def of_item(self, scheme, key: str):
        """Oldest first."""
        return self.filter(scheme=scheme, key=key).with_everything().order_by("date", "pk")

    def of_items(self, items):
        """Of these items, as (scheme id, key)."""
        wanted = Q(pk__in=[])
        for scheme, key in items:
            wanted |= Q(scheme=scheme, key=key)
        return self.filter(wanted)

    def with_everything(self):
        """And `is_listed`: whether any edition lists the item, so that it has a page."""
        listed = self.model._default_manager.filter(
            pk=models.OuterRef("pk"), scheme__categories__listings__key=models.F("key")
        )
        return self.select_related("scheme", "source").annotate(is_listed=models.Exists(listed.order_by()))

    def between(self, after: str, until: str):
        """After the day `after` and not after the day `until`, oldest first; none where a day is not known."""
        if not after or not until:
            return self.none()
        return self.filter(date__gt=after, date__lte=until).select_related("source").order_by("date", "pk")
