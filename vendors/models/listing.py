"""Listing: what stands in a category in one edition of a scheme."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressCharField
from portal.dates import PartialDateField
from portal.labels import TwoLanguages
from portal.models import Source
from vendors.models.product import Product
from vendors.models.scheme import Category
from vendors.models.vendor import Vendor
from vendors.querysets.listings import ListingQuerySet


class Listing(TwoLanguages):
    """Names are as written in that edition; `key` stays the same when an item is renamed."""

    class Maturity(models.TextChoices):
        NONE = "none", _("Not a CNCF project")
        SANDBOX = "sandbox", _("CNCF sandbox")
        INCUBATING = "incubating", _("CNCF incubating")
        GRADUATED = "graduated", _("CNCF graduated")
        ARCHIVED = "archived", _("CNCF archived")

    class Certainty(models.TextChoices):
        STATED = "stated", _("Stated by the source")
        INFERRED = "inferred", _("Inferred from documentation")

    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.PROTECT, related_name="listings"
    )
    edition = AddressCharField(_("edition"), max_length=10, help_text=_("The year of the scheme's edition."))
    key = models.SlugField(_("key"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True, help_text=_("As written then."))
    product = models.ForeignKey(
        Product, verbose_name=_("product"), null=True, blank=True, on_delete=models.PROTECT, related_name="listings"
    )
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("vendor"), null=True, blank=True, on_delete=models.PROTECT, related_name="listings"
    )
    homepage = models.URLField(_("home page"), max_length=300, blank=True)
    repository = models.URLField(_("repository"), max_length=300, blank=True)
    crunchbase = models.URLField(
        _("Crunchbase address"), max_length=300, blank=True, help_text=_("As listed then; names the organisation.")
    )
    description = models.TextField(_("description"), blank=True, help_text=_("As listed then, in its own language."))
    details = models.JSONField(
        _("details"), default=dict, blank=True, help_text=_("What else the landscape file says of the item, as it is.")
    )
    is_open_source = models.BooleanField(_("open source"), null=True, blank=True, help_text=_("Empty means unknown."))
    maturity = models.CharField(_("maturity"), max_length=12, choices=Maturity, default=Maturity.NONE)
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty, default=Certainty.STATED)
    is_second_path = models.BooleanField(
        _("second path"), default=False, help_text=_("Listed here beside its main category.")
    )
    added = PartialDateField(_("added"))
    removed = PartialDateField(_("removed"))
    note_en = models.CharField(_("note (English)"), max_length=400, blank=True)
    note_zh = models.CharField(_("note (Chinese)"), max_length=400, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="listings")

    objects = ListingQuerySet.as_manager()

    class Meta:
        ordering = ["category", "edition", "name_en"]
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        indexes = [models.Index(fields=["edition", "category"])]
        constraints = [
            models.UniqueConstraint(fields=["category", "edition", "name_en"], name="listing_unique_name"),
        ]
