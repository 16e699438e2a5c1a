"""Attribute: something that products can be compared by."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from vendors.bounds import wrong_unit
from vendors.querysets.products import AttributeQuerySet

validate_code = RegexValidator(
    r"^[a-z0-9]+(_[a-z0-9]+)*$", _("Use small letters, digits and single underscores, such as max_memory_mb.")
)


class Attribute(TwoLanguages):
    """Its value type says how facts about it are kept, `better` which way is better for a user."""

    class ValueType(models.TextChoices):
        NUMBER = "number", _("Number")
        MONEY = "money", _("Money")
        BOOLEAN = "boolean", _("Yes or no")
        TEXT = "text", _("Text")
        LIST = "list", _("List")

    class Better(models.TextChoices):
        HIGHER = "higher", _("Higher is better")
        LOWER = "lower", _("Lower is better")
        NONE = "none", _("Neither")

    class Group(models.TextChoices):
        LIMITS = "limits", _("Limits")
        PRICING = "pricing", _("Pricing")
        COMPUTE = "compute", _("Compute")
        SCALING = "scaling", _("Scaling")
        RUNTIMES = "runtimes", _("Runtimes")
        TRIGGERS = "triggers", _("Triggers")
        NETWORKING = "networking", _("Networking")
        DEVELOPER_EXPERIENCE = "developer_experience", _("Developer experience")
        COMPLIANCE = "compliance", _("Compliance")

    code = models.CharField(_("code"), max_length=60, unique=True, validators=[validate_code])
    group = models.CharField(_("group"), max_length=24, choices=Group)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name_en = models.CharField(_("name (English)"), max_length=80)
    name_zh = models.CharField(_("name (Chinese)"), max_length=80, blank=True)
    value_type = models.CharField(_("value type"), max_length=10, choices=ValueType)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    better = models.CharField(_("better"), max_length=10, choices=Better, default=Better.NONE)
    definition_en = models.CharField(_("definition (English)"), max_length=300)
    definition_zh = models.CharField(_("definition (Chinese)"), max_length=300, blank=True)

    objects = AttributeQuerySet.as_manager()

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("attribute")
        verbose_name_plural = _("attributes")

    def clean(self) -> None:
        """The unit must fit the type of the values."""
        if expected := wrong_unit(self.value_type, self.unit):
            raise ValidationError({"unit": expected})
