"""ListingEvent: what happened to an item of a landscape, on the day on which its file changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.dates import PartialDateField
from portal.models import Source
from vendors.models.scheme import Scheme
from vendors.querysets.events import ListingEventQuerySet


class ListingEvent(models.Model):
    """Names are as written on that day; `key` is that of the item's listings."""

    class Kind(models.TextChoices):
        ENTERED = "entered", _("Entered")
        LEFT = "left", _("Left")
        RENAMED = "renamed", _("Renamed")
        MOVED = "moved", _("Moved")
        THERE_AT_START = "there_at_start", _("There at the start")

    scheme = models.ForeignKey(Scheme, verbose_name=_("scheme"), on_delete=models.PROTECT, related_name="events")
    date = PartialDateField(_("date"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    key = models.SlugField(_("key"), max_length=80)
    name = models.CharField(_("name"), max_length=120)
    previous_name = models.CharField(_("previous name"), max_length=120, blank=True)
    # As written: early categories were gone before the first edition.
    from_category = models.CharField(_("from category"), max_length=120, blank=True)
    to_category = models.CharField(_("to category"), max_length=120, blank=True)
    revision = models.CharField(
        _("revision"), max_length=40, blank=True, help_text=_("Of the landscape file in its repository.")
    )
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="+")

    objects = ListingEventQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "date", "key", "kind"]
        verbose_name = _("event of a landscape")
        verbose_name_plural = _("events of landscapes")
        constraints = [
            models.UniqueConstraint(fields=["scheme", "date", "kind", "key"], name="listing_event_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.kind} {self.key}"
