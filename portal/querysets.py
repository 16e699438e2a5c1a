"""Named queries over what both apps need."""

from django.db import models
from django.db.models.functions import Coalesce, Lower


class SourcedQuerySet(models.QuerySet):
    """Rows that name the source they rest on."""

    def citing(self, code: str):
        return self.filter(source__code=code)

    def numbers_by(self, field: str) -> dict[int, int]:
        """{key of what `field` names: number of rows}."""
        rows = self.order_by().values(field).annotate(number=models.Count("pk"))
        return {row[field]: row["number"] for row in rows}


class SourceQuerySet(models.QuerySet):
    def with_counts(self):
        """Adds `<name>_count` for each kind of row that rests on a source, whatever apps are installed."""
        return self.annotate(**{f"{name}_count": count for name, count in resting_counts(self.model).items()})

    def of_kinds(self, kinds):
        return self.filter(kind__in=kinds) if kinds else self

    def of_standings(self, standings):
        return self.filter(standing__in=standings) if standings else self

    def of_codes(self, codes):
        return self.filter(code__in=codes)

    def naming(self, words: str):
        """Those whose title, publisher or code holds every word."""
        found = self
        for word in words.split():
            found = found.filter(
                models.Q(title__icontains=word) | models.Q(publisher__icontains=word) | models.Q(code__icontains=word)
            )
        return found

    def with_url(self, url: str):
        """Those at this address, by code."""
        return self.filter(url=url).order_by("code")

    def by_publisher(self):
        return self.order_by(Lower("publisher"), Lower("title"), "code")


class TermQuerySet(models.QuerySet):
    def with_sources(self):
        return self.select_related("source")


class ImportRunQuerySet(models.QuerySet):
    def newest_loads(self, count: int):
        """The last runs that changed data."""
        return self.filter(outcome="loaded").order_by("-finished", "-pk")[:count]


class ChapterQuerySet(models.QuerySet):
    def published(self):
        """Those that readers see."""
        return self.filter(published=True)


def resting_counts(model) -> dict[str, Coalesce]:
    """For each name under which other rows point to `model` by their field `source`: how many do."""
    return {
        related.get_accessor_name(): Coalesce(
            models.Subquery(
                related.related_model._default_manager.filter(source=models.OuterRef("pk"))
                .order_by()
                .values("source")
                .annotate(rows=models.Count("*"))
                .values("rows")
            ),
            0,
        )
        for related in model._meta.related_objects
        if related.field.name == "source"
    }
