"""Survey: a series by one publisher."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressSlugField
from portal.labels import TwoLanguages
from surveys.querysets import SurveyQuerySet


class Survey(TwoLanguages):
    """A series of waves. Usage data and reviews of documents stand here too and say what they are."""

    class Kind(models.TextChoices):
        SURVEY = "survey", _("Survey")
        USAGE_DATA = "usage_data", _("Usage data, not a survey")
        DOCUMENT_REVIEW = "document_review", _("Review of documents, not a survey")

    slug = AddressSlugField(_("slug"), max_length=60, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.SURVEY)
    publisher = models.CharField(_("publisher"), max_length=120)
    publisher_country = models.CharField(
        _("country of the publisher"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Write two capital letters."))],
    )

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    def get_absolute_url(self) -> str:
        return reverse("surveys:survey", args=[self.slug])
