"""Wording: a question as one wave asked it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from portal.models import Source
from surveys.models.question import Question
from surveys.models.wave import Wave
from surveys.querysets import WordingQuerySet


class Wording(TwoLanguages):
    """The words, who was asked, and whether the answers compare with the wave before."""

    class Comparable(models.TextChoices):
        UNKNOWN = "unknown", _("Not known")
        YES = "yes", _("Comparable with the wave before")
        NO = "no", _("Not comparable with the wave before")

    question = models.ForeignKey(
        Question, verbose_name=_("question"), on_delete=models.PROTECT, related_name="wordings"
    )
    wave = models.ForeignKey(Wave, verbose_name=_("wave"), on_delete=models.PROTECT, related_name="wordings")
    text_en = models.CharField(
        _("text (English)"), max_length=400, blank=True, help_text=_("As asked; empty where not published.")
    )
    text_zh = models.CharField(_("text (Chinese)"), max_length=400, blank=True)
    asked_en = models.CharField(
        _("who was asked (English)"), max_length=300, blank=True, help_text=_("Who was asked, or what the base is.")
    )
    asked_zh = models.CharField(_("who was asked (Chinese)"), max_length=300, blank=True)
    is_published = models.BooleanField(
        _("published"), default=True, help_text=_("Off where the wave asked but published no number.")
    )
    is_whole = models.BooleanField(
        _("parts of a whole"),
        default=False,
        help_text=_("The shares are parts of a whole: what is missing to 100 is not stated."),
    )
    comparable = models.CharField(_("comparable"), max_length=10, choices=Comparable, default=Comparable.UNKNOWN)
    break_reason_en = models.CharField(_("why not comparable (English)"), max_length=300, blank=True)
    break_reason_zh = models.CharField(_("why not comparable (Chinese)"), max_length=300, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=400, blank=True)
    note_zh = models.CharField(_("note (Chinese)"), max_length=400, blank=True)
    page = models.CharField(_("page"), max_length=40, blank=True)
    source = models.ForeignKey(Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="wordings")

    objects = WordingQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "question__order", "question__code"]
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        constraints = [
            models.UniqueConstraint(fields=["question", "wave"], name="wording_unique"),
            models.CheckConstraint(
                condition=~Q(comparable="no") | ~Q(break_reason_en=""),
                name="wording_break_has_reason",
                violation_error_message=_("Say why the answers do not compare."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question.code} {self.wave.slug}"

    def clean(self) -> None:
        if self.question_id and self.wave_id and self.question.survey_id != self.wave.survey_id:
            raise ValidationError({"wave": _("The wave belongs to another survey than the question.")})

    def get_absolute_url(self) -> str:
        return reverse("surveys:question", args=[self.wave.survey.slug, self.wave.slug, self.question.code])
