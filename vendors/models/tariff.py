"""Tariff: a plan by which a product is billed; Meter: what it counts. Prices themselves are facts."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from portal.models import Source
from vendors.models.attribute import Attribute
from vendors.models.product import Product
from vendors.querysets.tariffs import MeterQuerySet, TariffQuerySet

# Attributes whose facts can bound or round a workload; a plan names those that hold for it.
RULES = (
    "billing_granularity_ms",
    "min_billed_duration_ms",
    "min_memory_mb",
    "max_memory_mb",
    "max_timeout_sync_s",
    "max_timeout_async_s",
    "max_vcpu",
    "max_cpu_time_s",
    "arm_support",
)


class Tariff(TwoLanguages):
    """Facts of other plans of the same product are left alone: `rules` names the attributes that hold for this one."""

    product = models.ForeignKey(Product, verbose_name=_("product"), on_delete=models.PROTECT, related_name="tariffs")
    code = models.SlugField(_("code"), max_length=60)
    name_en = models.CharField(_("name (English)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    rules = models.JSONField(
        _("rules"), default=list, blank=True, help_text=_("Attributes whose facts hold for this plan.")
    )
    gigabyte_mb = models.PositiveSmallIntegerField(
        _("megabytes in a gigabyte"), null=True, blank=True, help_text=_("As published; empty means not said.")
    )
    memory_step_mb = models.PositiveIntegerField(
        _("memory step, MB"), null=True, blank=True, help_text=_("Sizes go up by so much, where published.")
    )
    max_memory_mb = models.PositiveIntegerField(
        _("maximum memory of this plan, MB"), null=True, blank=True, help_text=_("Where the fact is of another plan.")
    )
    min_billed_ms = models.PositiveIntegerField(
        _("least billed time, ms"), null=True, blank=True, help_text=_("Where it stands in the note of a fact only.")
    )
    obstacle_en = models.CharField(
        _("obstacle (English)"), max_length=400, blank=True, help_text=_("Why the whole cost cannot be computed.")
    )
    obstacle_zh = models.CharField(_("obstacle (Chinese)"), max_length=400, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=400, blank=True)
    note_zh = models.CharField(_("note (Chinese)"), max_length=400, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="tariffs")

    objects = TariffQuerySet.as_manager()

    class Meta:
        ordering = ["product", "code"]
        verbose_name = _("tariff")
        verbose_name_plural = _("tariffs")
        constraints = [models.UniqueConstraint(fields=["product", "code"], name="tariff_unique_in_product")]

    def clean(self) -> None:
        unknown = [code for code in self.rules if code not in RULES]
        if unknown:
            raise ValidationError({"rules": _("Rules are some of: %(rules)s.") % {"rules": ", ".join(RULES)}})


class Meter(models.Model):
    """One thing that a tariff counts, priced by the product's fact of `price`."""

    class Kind(models.TextChoices):
        BASE = "base", _("Base fee")
        REQUESTS = "requests", _("Requests")
        MEMORY = "memory", _("Memory time")
        VCPU = "vcpu", _("vCPU time")
        ACTIVE_CPU = "active_cpu", _("CPU time used")

    class Architecture(models.TextChoices):
        ANY = "any", _("Any")
        X86 = "x86", _("x86")
        ARM = "arm", _("ARM")

    tariff = models.ForeignKey(Tariff, verbose_name=_("tariff"), on_delete=models.CASCADE, related_name="meters")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    architecture = models.CharField(_("architecture"), max_length=4, choices=Architecture, default=Architecture.ANY)
    price = models.ForeignKey(Attribute, verbose_name=_("price"), on_delete=models.PROTECT, related_name="+")
    free = models.ForeignKey(
        Attribute,
        verbose_name=_("free tier"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The attribute of the free amount; empty where none is known."),
    )
    included = models.DecimalField(
        _("included"),
        max_digits=15,
        decimal_places=0,
        null=True,
        blank=True,
        help_text=_("What the plan includes a month: requests, GB-seconds, vCPU-seconds or CPU milliseconds."),
    )
    note_en = models.CharField(_("note (English)"), max_length=400, blank=True)
    note_zh = models.CharField(_("note (Chinese)"), max_length=400, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="+")

    objects = MeterQuerySet.as_manager()

    class Meta:
        ordering = ["tariff", "kind", "architecture"]
        verbose_name = _("meter")
        verbose_name_plural = _("meters")
        constraints = [
            models.UniqueConstraint(fields=["tariff", "kind", "architecture"], name="meter_unique_in_tariff"),
        ]

    def __str__(self) -> str:
        return f"{self.tariff_id and self.tariff.code} {self.kind} {self.architecture}"

    def clean(self) -> None:
        """The price must be one for what is counted."""
        if self.price_id and self.price.unit not in PER_UNIT.get(self.kind, {}):
            raise ValidationError({"price": _("This attribute is no price for what the meter counts.")})


# Kind of meter → unit of its price → how many of what is counted one price is for. Counted are requests, GB-seconds,
# vCPU-seconds and CPU milliseconds; a base fee counts once.
PER_UNIT = {
    "base": {"currency/month": 1},
    "requests": {"currency/million requests": 10**6},
    "memory": {"currency/GB-s": 1, "currency/GB-h": 3600},
    "vcpu": {"currency/vCPU-s": 1, "currency/vCPU-h": 3600},
    "active_cpu": {"currency/million ms": 10**6, "currency/vCPU-h": 3_600_000},
}
