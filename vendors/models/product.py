"""Product: something a vendor offers, hosted or to install."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressSlugField
from portal.dates import PartialDateField
from portal.labels import TwoLanguages
from portal.models import Source
from vendors.models.vendor import Vendor
from vendors.querysets.products import ProductQuerySet


class Product(TwoLanguages):
    """A serverless offering; dates are empty where no source gives them."""

    class ServiceModel(models.TextChoices):
        FAAS = "faas", _("Functions (FaaS)")
        CAAS = "caas", _("Containers (CaaS)")
        BAAS = "baas", _("Backends (BaaS)")
        WORKFLOW = "workflow", _("Workflow")
        INTEGRATION = "integration", _("Event integration")
        PAAS = "paas", _("Platform (PaaS)")

    class Deployment(models.TextChoices):
        HOSTED = "hosted", _("Hosted")
        INSTALLABLE = "installable", _("To install")

    class Status(models.TextChoices):
        PREVIEW = "preview", _("Preview")
        GA = "ga", _("Generally available")
        DEPRECATED = "deprecated", _("Deprecated")
        RETIRED = "retired", _("Retired")

    slug = AddressSlugField(_("slug"), max_length=60, unique=True)
    vendor = models.ForeignKey(Vendor, verbose_name=_("vendor"), on_delete=models.PROTECT, related_name="products")
    name_en = models.CharField(_("name (English)"), max_length=100)
    name_zh = models.CharField(_("name (Chinese)"), max_length=100, blank=True)
    service_model = models.CharField(_("service model"), max_length=12, choices=ServiceModel)
    deployment = models.CharField(_("deployment"), max_length=12, choices=Deployment)
    status = models.CharField(_("status"), max_length=12, choices=Status)
    launched = PartialDateField(_("launched"))
    retired = PartialDateField(_("retired"))
    homepage = models.URLField(_("home page"), max_length=300, blank=True)
    summary_en = models.CharField(_("summary (English)"), max_length=300, blank=True)
    summary_zh = models.CharField(_("summary (Chinese)"), max_length=300, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="products")

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("product")
        verbose_name_plural = _("products")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(retired="") | models.Q(launched="") | models.Q(retired__gte=models.F("launched")),
                name="product_retired_after_launch",
                violation_error_message=_("A product cannot be retired before its launch."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("vendors:product", args=[self.slug])
