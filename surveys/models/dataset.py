"""Dataset: a revision of the answers of a wave; ResearchRequest: a look at them without disclosure control."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.models import Source
from surveys.models.wave import Wave
from surveys.querysets import DatasetQuerySet


class Dataset(models.Model):
    """The answers themselves lie in the store, under `revision`; a wave publishes one revision at a time."""

    wave = models.ForeignKey(Wave, verbose_name=_("wave"), on_delete=models.PROTECT, related_name="datasets")
    revision = models.CharField(
        _("revision"),
        max_length=64,
        validators=[RegexValidator(r"^[0-9a-f]{64}$")],
        help_text=_("SHA-256 of the stored columns and their codebook."),
    )
    respondents = models.PositiveIntegerField(_("respondents"))
    file_name = models.CharField(_("file"), max_length=300)
    file_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    warnings = models.JSONField(_("warnings"), default=list, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="datasets")
    is_published = models.BooleanField(_("published"), default=False)
    loaded = models.DateTimeField(_("loaded"), auto_now_add=True)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, blank=True, on_delete=models.SET_NULL
    )

    objects = DatasetQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "-loaded", "-pk"]
        verbose_name = _("dataset of answers")
        verbose_name_plural = _("datasets of answers")
        permissions = [("see_answers", _("Can see tables of answers without disclosure control"))]
        constraints = [
            models.UniqueConstraint(fields=["wave", "revision"], name="dataset_unique_revision"),
            models.UniqueConstraint(
                fields=["wave"], condition=Q(is_published=True), name="dataset_one_published_in_wave"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wave} {self.short_revision}"

    @property
    def short_revision(self) -> str:
        return self.revision[:12]

    def clean(self) -> None:
        others = Dataset.objects.filter(wave=self.wave_id, is_published=True).exclude(pk=self.pk)
        if self.is_published and others.exists():
            raise ValidationError({"is_published": _("Another revision of this wave is published; withdraw it first.")})


class ResearchRequest(models.Model):
    """A table that was shown without disclosure control. Never edited afterwards."""

    dataset = models.ForeignKey(
        Dataset, verbose_name=_("dataset of answers"), on_delete=models.PROTECT, related_name="research_requests"
    )
    who = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, on_delete=models.SET_NULL)
    when = models.DateTimeField(_("when"), auto_now_add=True)
    asked = models.CharField(_("asked for"), max_length=2000)

    class Meta:
        ordering = ["-when", "-pk"]
        verbose_name = _("research request")
        verbose_name_plural = _("research requests")

    def __str__(self) -> str:
        return f"{self.when:%Y-%m-%d %H:%M} {self.asked}"
