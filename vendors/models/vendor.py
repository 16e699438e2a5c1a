"""Vendor: a company, foundation or project that offers or keeps products."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressSlugField
from portal.dates import PartialDateField
from portal.labels import TwoLanguages
from portal.models import Source
from vendors.querysets.vendors import VendorQuerySet

CHINA = "CN"


class Vendor(TwoLanguages):
    """An organisation; the country of its headquarters is empty where no source says it."""

    class Kind(models.TextChoices):
        PUBLIC_CLOUD = "public_cloud", _("Public cloud")
        EDGE_PLATFORM = "edge_platform", _("Edge platform")
        STARTUP = "startup", _("Start-up")
        COMPANY_OR_PROJECT = "company_or_project", _("Company or project")
        FOUNDATION = "foundation", _("Foundation")
        UNIVERSITY = "university", _("University")
        OTHER = "other", _("Other")

    slug = AddressSlugField(_("slug"), max_length=60, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=100)
    name_zh = models.CharField(_("name (Chinese)"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Write the two capital letters of ISO 3166-1."))],
        help_text=_("Country of headquarters, ISO 3166-1; empty means unknown."),
    )
    city = models.CharField(_("city"), max_length=80, blank=True)
    country_source = models.ForeignKey(
        Source,
        verbose_name=_("source of the country"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    country_note_en = models.CharField(_("note on the country (English)"), max_length=300, blank=True)
    country_note_zh = models.CharField(_("note on the country (Chinese)"), max_length=300, blank=True)
    founded = PartialDateField(_("founded"))
    homepage = models.URLField(_("home page"), max_length=300, blank=True)
    crunchbase = models.SlugField(
        _("Crunchbase name"), max_length=80, blank=True, help_text=_("Its name in CNCF landscape entries.")
    )
    source = models.ForeignKey(
        Source, verbose_name=_("source"), null=True, blank=True, on_delete=models.PROTECT, related_name="vendors"
    )

    objects = VendorQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("vendor")
        verbose_name_plural = _("vendors")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(country="") | models.Q(country_source__isnull=False),
                name="vendor_country_has_source",
                violation_error_message=_("A country of headquarters needs the source that says so."),
            ),
            models.UniqueConstraint(
                fields=["crunchbase"], condition=~models.Q(crunchbase=""), name="vendor_crunchbase_unique"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("vendors:vendor", args=[self.slug])

    @property
    def is_in_china(self) -> bool | None:
        """None where the country is unknown."""
        return self.country == CHINA if self.country else None
