"""Term: a word of the field, defined in both languages."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from portal.models.source import Source
from portal.querysets import TermQuerySet


class Term(TwoLanguages):
    """An entry of the glossary; aliases are other words for the same thing."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=100)
    name_zh = models.CharField(_("name (Chinese)"), max_length=100, blank=True)
    aliases = models.JSONField(_("aliases"), default=list, blank=True, help_text=_("Other words, both languages."))
    definition_en = models.TextField(_("definition (English)"))
    definition_zh = models.TextField(_("definition (Chinese)"), blank=True)
    source = models.ForeignKey(
        Source, verbose_name=_("source"), null=True, blank=True, on_delete=models.PROTECT, related_name="terms"
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def get_absolute_url(self) -> str:
        return reverse("glossary:term", args=[self.code])
