"""Wave: one fieldwork of a survey."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressSlugField
from portal.dates import PartialDateField
from portal.labels import TwoLanguages
from portal.models import Source
from surveys.models.survey import Survey
from surveys.querysets import WaveQuerySet


class Wave(TwoLanguages):
    """Who was asked, when, how many and how; what was not published is empty. Slugs sort as time does."""

    LABEL = "name"

    survey = models.ForeignKey(Survey, verbose_name=_("survey"), on_delete=models.PROTECT, related_name="waves")
    slug = AddressSlugField(_("slug"), max_length=20, reserved=("trend",))
    name_en = models.CharField(_("name (English)"), max_length=40)
    name_zh = models.CharField(_("name (Chinese)"), max_length=40, blank=True)
    fieldwork_start = PartialDateField(_("fieldwork from"))
    fieldwork_end = PartialDateField(_("fieldwork to"))
    sample_size = models.PositiveIntegerField(_("sample size"), null=True, blank=True)
    population_en = models.CharField(_("population (English)"), max_length=200, blank=True)
    population_zh = models.CharField(_("population (Chinese)"), max_length=200, blank=True)
    geography_en = models.CharField(_("geography (English)"), max_length=120, blank=True)
    geography_zh = models.CharField(_("geography (Chinese)"), max_length=120, blank=True)
    mode_en = models.CharField(_("mode (English)"), max_length=120, blank=True)
    mode_zh = models.CharField(_("mode (Chinese)"), max_length=120, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="waves")

    objects = WaveQuerySet.as_manager()

    class Meta:
        ordering = ["survey", "slug"]
        verbose_name = _("wave")
        verbose_name_plural = _("waves")
        constraints = [
            models.UniqueConstraint(fields=["survey", "slug"], name="wave_unique_in_survey"),
            models.CheckConstraint(
                condition=models.Q(sample_size__isnull=True) | models.Q(sample_size__gt=0), name="wave_sample_positive"
            ),
        ]

    def __str__(self) -> str:
        return self.title()

    def title(self, language: str | None = None) -> str:
        """Survey and wave, without saying a year twice that the survey's name ends with."""
        survey, wave = self.survey.text("name", language), self.text("name", language)
        if wave in survey:
            return survey
        return f"{survey}{wave}" if survey.endswith("）") else f"{survey} {wave}"

    def get_absolute_url(self) -> str:
        return reverse("surveys:wave", args=[self.survey.slug, self.slug])
