"""Scheme: a way to order the field; Category: a place in it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressSlugField
from portal.labels import TwoLanguages
from portal.models import Source
from vendors.querysets.schemes import SchemeQuerySet


class Scheme(TwoLanguages):
    """A taxonomy orders products by what they do; a landscape maps the field year by year."""

    class Kind(models.TextChoices):
        TAXONOMY = "taxonomy", _("Taxonomy")
        LANDSCAPE = "landscape", _("Landscape")

    code = AddressSlugField(_("code"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name_en = models.CharField(_("name (English)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    description_en = models.TextField(_("description (English)"), blank=True)
    description_zh = models.TextField(_("description (Chinese)"), blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="schemes")

    objects = SchemeQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")

    def get_absolute_url(self) -> str:
        if self.kind == self.Kind.TAXONOMY:
            return reverse("vendors:taxonomy", args=[self.code])
        return reverse("vendors:landscape_latest", args=[self.code])

    def category_labels(self) -> dict[str, str]:
        """Code → name in the active language, in order."""
        return {category.code: category.label for category in self.categories.all()}


class Category(TwoLanguages):
    """A node of the scheme's tree."""

    scheme = models.ForeignKey(Scheme, verbose_name=_("scheme"), on_delete=models.PROTECT, related_name="categories")
    parent = models.ForeignKey(
        "self", verbose_name=_("parent"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    code = models.SlugField(_("code"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name_en = models.CharField(_("name (English)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    definition_en = models.TextField(_("definition (English)"), blank=True)
    definition_zh = models.TextField(_("definition (Chinese)"), blank=True)

    class Meta:
        ordering = ["scheme", "order", "code"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="category_unique_in_scheme")]

    def clean(self) -> None:
        """A parent is another category of the same scheme, and not one below this."""
        above = self.parent
        if above is not None and above.scheme_id != self.scheme_id:
            raise ValidationError({"parent": _("The parent belongs to another scheme.")})
        while above is not None:
            if self.pk is not None and above.pk == self.pk:
                raise ValidationError({"parent": _("A category cannot stand below itself.")})
            above = above.parent
