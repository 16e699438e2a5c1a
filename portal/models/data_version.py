"""DataVersion: one number that grows with every change of published data."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DataVersion(models.Model):
    """The single row behind every ETag and cache key; portal/versions.py reads and bumps it."""

    number = models.PositiveIntegerField(_("number"), default=1)
    changed = models.DateTimeField(_("changed"))

    class Meta:
        verbose_name = _("data version")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="data_version_single_row")]

    def __str__(self) -> str:
        return str(self.number)
