"""Figure: one published number; Segment: the part of the sample it speaks of."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from portal.models import Source
from surveys.models.option import Option
from surveys.models.question import validate_code
from surveys.models.wave import Wave
from surveys.querysets import FigureQuerySet

MAX_SHARE = 100  # per cent


class Segment(TwoLanguages):
    """A value of a dimension such as region; figures without one speak of the whole sample."""

    dimension = models.CharField(_("dimension"), max_length=40, validators=[validate_code])
    code = models.CharField(_("code"), max_length=40, validators=[validate_code])
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    dimension_name_en = models.CharField(_("name of the dimension (English)"), max_length=80)
    dimension_name_zh = models.CharField(_("name of the dimension (Chinese)"), max_length=80, blank=True)
    name_en = models.CharField(_("name (English)"), max_length=80)
    name_zh = models.CharField(_("name (Chinese)"), max_length=80, blank=True)

    class Meta:
        ordering = ["dimension", "order", "code"]
        verbose_name = _("segment")
        verbose_name_plural = _("segments")
        constraints = [models.UniqueConstraint(fields=["dimension", "code"], name="segment_unique")]


def number_address(*codes: str | None) -> str:
    """Of the codes of survey, wave, question, option, and of dimension and segment where there are any."""
    return "/".join(["n", *[code for code in codes if code]])


class Figure(TwoLanguages):
    """A percentage as published, with base and interval where those were published."""

    LABEL = "note"

    class Basis(models.TextChoices):
        QUOTED = "quoted", _("Quoted")
        DERIVED = "derived", _("Derived")

    wave = models.ForeignKey(Wave, verbose_name=_("wave"), on_delete=models.PROTECT, related_name="figures")
    option = models.ForeignKey(Option, verbose_name=_("option"), on_delete=models.PROTECT, related_name="figures")
    segment = models.ForeignKey(
        Segment, verbose_name=_("segment"), null=True, blank=True, on_delete=models.PROTECT, related_name="figures"
    )
    percent = models.DecimalField(
        _("per cent"), max_digits=5, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(MAX_SHARE)]
    )
    base_n = models.PositiveIntegerField(_("base"), null=True, blank=True, help_text=_("Empty where not published."))
    low = models.DecimalField(_("lower bound"), max_digits=5, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(_("upper bound"), max_digits=5, decimal_places=2, null=True, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=300, blank=True)
    note_zh = models.CharField(_("note (Chinese)"), max_length=300, blank=True)
    page = models.CharField(_("page"), max_length=40, blank=True)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="figures")

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "option", "segment"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "option", "segment"], condition=Q(segment__isnull=False), name="figure_unique_segment"
            ),
            models.UniqueConstraint(
                fields=["wave", "option"], condition=Q(segment__isnull=True), name="figure_unique_whole"
            ),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=MAX_SHARE),
                name="figure_percent_range",
                violation_error_message=_("A share lies between 0 and 100."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True)
                # Said of both ends: a comparison with a missing one is neither true nor false, and would pass.
                | Q(low__isnull=False, high__isnull=False)
                & Q(low__gte=0, low__lte=F("percent"), high__gte=F("percent"), high__lte=MAX_SHARE),
                name="figure_interval_holds_percent",
                violation_error_message=_("An interval holds its share and lies between 0 and 100."),
            ),
            models.CheckConstraint(condition=Q(base_n__isnull=True) | Q(base_n__gt=0), name="figure_base_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.option.label}: {self.percent} %"

    @property
    def address(self) -> str:
        """The path of its own page, without language: "n/cncf-annual/2019/serverless_use/yes"."""
        question, part = self.option.question, self.segment
        codes = (self.wave.survey.slug, self.wave.slug, question.code, self.option.code)
        return number_address(*codes, *((part.dimension, part.code) if part else ()))

    def clean(self) -> None:
        if self.wave_id and self.option_id and self.wave.survey_id != self.option.question.survey_id:
            raise ValidationError({"option": _("The option belongs to another survey than the wave.")})
