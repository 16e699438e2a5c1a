"""Source: where a number or a fact comes from."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.dates import PartialDateField
from portal.querysets import SourceQuerySet


class Source(models.Model):
    """A page, file or report that was read; every figure and fact names one."""

    class Kind(models.TextChoices):
        DOCUMENTATION = "documentation", _("Documentation")
        PRICE_LIST = "price_list", _("Price list")
        REPOSITORY = "repository", _("Source repository")
        REPORT = "report", _("Report")
        ARTICLE = "article", _("Article")
        DATASET = "dataset", _("Data set")
        OTHER = "other", _("Other")

    class Standing(models.TextChoices):
        FIRST_PARTY = "first_party", _("First party")
        THIRD_PARTY = "third_party", _("Third party")
        COPY_SITE = "copy_site", _("Copy of another site; not linked")

    code = models.SlugField(_("code"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=600, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    standing = models.CharField(_("standing"), max_length=20, choices=Standing, default=Standing.FIRST_PARTY)
    published = PartialDateField(_("published"), help_text=_("As exact as known: YYYY, YYYY-MM or YYYY-MM-DD."))
    accessed = PartialDateField(_("accessed"))
    licence = models.CharField(_("licence"), max_length=100, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("site:source", args=[self.code])

    @property
    def link(self) -> str:
        """The address to show: empty for copy sites, which the portal does not link to."""
        return "" if self.standing == self.Standing.COPY_SITE else self.url
