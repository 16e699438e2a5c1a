"""Fact: the value of an attribute for one product, dated and sourced."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.dates import PartialDateField
from portal.labels import TwoLanguages
from portal.models import Source
from vendors.bounds import impossible
from vendors.models.attribute import Attribute
from vendors.models.product import Product
from vendors.querysets.facts import FactQuerySet

VALUE_FIELDS = {  # value type → the field that holds it
    Attribute.ValueType.NUMBER: "number",
    Attribute.ValueType.MONEY: "number",
    Attribute.ValueType.BOOLEAN: "boolean",
    Attribute.ValueType.TEXT: "words",
    Attribute.ValueType.LIST: "items",
}


def value_fits_state() -> Q:
    """One of the four value fields is filled and the others are null; where the state says it all, all four are."""
    fields = ("number", "boolean", "words", "items")
    valued = [Q(state="documented", **{f"{other}__isnull": other != field for other in fields}) for field in fields]
    bare = Q(state__in=["unlimited", "not_applicable"], **{f"{field}__isnull": True for field in fields})
    return Q(*valued, bare, _connector=Q.OR)


class Fact(TwoLanguages):
    """Older facts are kept; `is_current` marks the one to show today."""

    LABEL = "note"

    class State(models.TextChoices):
        DOCUMENTED = "documented", _("Documented")
        UNLIMITED = "unlimited", _("No limit")
        NOT_APPLICABLE = "not_applicable", _("Does not apply")

    class Basis(models.TextChoices):
        QUOTED = "quoted", _("Quoted")
        DERIVED = "derived", _("Derived")

    product = models.ForeignKey(Product, verbose_name=_("product"), on_delete=models.PROTECT, related_name="facts")
    attribute = models.ForeignKey(
        Attribute, verbose_name=_("attribute"), on_delete=models.PROTECT, related_name="facts"
    )
    observed_on = PartialDateField(_("observed on"), help_text=_("Date the source shows; empty where it shows none."))
    is_current = models.BooleanField(_("current"), default=True)
    state = models.CharField(
        _("state"),
        max_length=16,
        choices=State,
        default=State.DOCUMENTED,
        help_text=_("“No limit” and “does not apply” are said by a source and need no value."),
    )
    number = models.DecimalField(_("number"), max_digits=24, decimal_places=12, null=True, blank=True)
    currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Write the three capital letters of ISO 4217."))],
    )
    boolean = models.BooleanField(_("yes or no"), null=True, blank=True)
    words = models.CharField(_("words"), max_length=300, null=True, blank=True)
    items = models.JSONField(_("items"), null=True, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=300, blank=True)
    note_zh = models.CharField(_("note (Chinese)"), max_length=300, blank=True)
    doubt_en = models.CharField(
        _("doubt (English)"), max_length=300, blank=True, help_text=_("Why to take it with care: conflict, copy.")
    )
    doubt_zh = models.CharField(_("doubt (Chinese)"), max_length=300, blank=True)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="facts")

    # Set where facts are compared: a price of memory alone, beside which the product bills processor time.
    is_part = False

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ["product", "attribute__order", "attribute__code", "observed_on"]
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        constraints = [
            models.UniqueConstraint(fields=["product", "attribute", "observed_on"], name="fact_unique_on_date"),
            models.UniqueConstraint(
                fields=["product", "attribute"], condition=Q(is_current=True), name="fact_one_current"
            ),
            models.CheckConstraint(
                condition=value_fits_state(),
                name="fact_value_fits_state",
                violation_error_message=_(
                    "A documented fact holds exactly one value, one without limit or that does not apply holds none."
                ),
            ),
            models.CheckConstraint(condition=Q(currency="") | Q(number__isnull=False), name="fact_currency_has_amount"),
        ]

    def __str__(self) -> str:
        day = f" ({self.observed_on})" if self.observed_on else ""
        return f"{self.product_id and self.product.slug} {self.attribute_id and self.attribute.code}{day}"

    @property
    def value(self) -> Decimal | bool | str | list[str] | None:
        """The typed value, whatever field holds it; None where the state says it all."""
        return next((value for value in (self.number, self.boolean, self.words, self.items) if value is not None), None)

    def clean(self) -> None:
        """The value must be of the attribute's type, money with its currency."""
        if self.attribute_id is None:
            return  # a form says itself that the attribute is missing
        if self.state != self.State.DOCUMENTED:
            return  # the database holds that there is no value
        wanted = VALUE_FIELDS[Attribute.ValueType(self.attribute.value_type)]
        if getattr(self, wanted) is None:
            raise ValidationError({wanted: _("This attribute takes a value here.")})
        if bool(self.currency) != (self.attribute.value_type == Attribute.ValueType.MONEY):
            raise ValidationError({"currency": _("A currency goes with money, and only with money.")})
        if self.number is not None and (expected := impossible(self.number, self.attribute.unit)):
            raise ValidationError({"number": expected})
