"""Named queries over what both apps need."""

from django.db import models


class SourceQuerySet(models.QuerySet):
    def linked(self):
        """Those whose address may be shown."""
        return self.exclude(standing="copy_site").exclude(url="")


class ChapterQuerySet(models.QuerySet):
    def published(self):
        """Those that readers see."""
        return self.filter(published=True)
