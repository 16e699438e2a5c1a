"""Chapter: a part of the research report, in Markdown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages


class Chapter(TwoLanguages):
    """Text in both languages that names exhibits by address."""

    LABEL = "title"

    slug = models.SlugField(max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(default=0)
    title_en = models.CharField(max_length=200)
    title_zh = models.CharField(max_length=200, blank=True)
    body_en = models.TextField(help_text=_("Markdown. An exhibit is named by its address."))
    body_zh = models.TextField(blank=True)
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ["order", "slug"]
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
