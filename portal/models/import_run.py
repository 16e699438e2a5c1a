"""ImportRun: one try to load files, also a refused one."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.querysets import ImportRunQuerySet


class ImportRun(models.Model):
    """What was loaded, by whom, and what came of it. Never edited afterwards."""

    class Outcome(models.TextChoices):
        LOADED = "loaded", _("Loaded")
        UNCHANGED = "unchanged", _("Nothing to change")
        REFUSED = "refused", _("Refused")
        CHECKED = "checked", _("Checked only")

    dataset = models.CharField(_("dataset"), max_length=100, help_text=_("Names of the datasets, or the folder."))
    file = models.CharField(_("file"), max_length=300)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    started = models.DateTimeField(_("started"))
    finished = models.DateTimeField(_("finished"))
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, blank=True, on_delete=models.SET_NULL
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    counts = models.JSONField(_("counts"), default=dict, help_text=_("For each dataset: added, changed, unchanged."))
    problems = models.JSONField(
        _("problems"), default=list, help_text=_("Each with file, line, column, value, expected.")
    )

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        ordering = ["-started", "-pk"]
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")

    @property
    def refusals(self) -> list[dict]:
        """The problems for which it was refused."""
        return [each for each in self.problems if not each.get("is_note")]

    @property
    def notes(self) -> list[dict]:
        """What was taken in all the same, but should be known; kept among the problems, marked."""
        return [each for each in self.problems if each.get("is_note")]

    def __str__(self) -> str:
        return f"{self.dataset} {self.started:%Y-%m-%d %H:%M} {self.get_outcome_display()}"
