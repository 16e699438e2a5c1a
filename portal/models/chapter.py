"""Chapter: a part of the research report, in Markdown."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from portal.querysets import ChapterQuerySet


class Chapter(TwoLanguages):
    """Text in both languages that names exhibits by address."""

    LABEL = "title"

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    number = models.CharField(_("number"), max_length=10, blank=True, help_text=_("As printed, such as 1.2."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title_en = models.CharField(_("title (English)"), max_length=200)
    title_zh = models.CharField(_("title (Chinese)"), max_length=200, blank=True)
    summary_en = models.TextField(_("summary (English)"), blank=True)
    summary_zh = models.TextField(_("summary (Chinese)"), blank=True)
    body_en = models.TextField(_("body (English)"), help_text=_("Markdown. An exhibit is named by its address."))
    body_zh = models.TextField(_("body (Chinese)"), blank=True)
    published = models.BooleanField(_("published"), default=False)

    objects = ChapterQuerySet.as_manager()

    class Meta:
        ordering = ["order", "slug"]
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    def get_absolute_url(self) -> str:
        return reverse("report:chapter", args=[self.slug])
