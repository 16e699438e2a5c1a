"""Option: an answer that a question offers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.labels import TwoLanguages
from surveys.models.question import Question, validate_code
from surveys.querysets import OptionQuerySet
from vendors.models import Product


class Option(TwoLanguages):
    """Points to the product it names, where it names one."""

    question = models.ForeignKey(Question, verbose_name=_("question"), on_delete=models.PROTECT, related_name="options")
    # A copy of question.kind, kept by save() and by loading, so that the database itself can hold the rule below.
    question_kind = models.CharField(_("kind of the question"), max_length=10, choices=Question.Kind, editable=False)
    code = models.CharField(_("code"), max_length=60, validators=[validate_code])
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_exclusive = models.BooleanField(
        _("exclusive"), default=False, help_text=_("Cannot be chosen together with others.")
    )
    name_en = models.CharField(_("name (English)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    product = models.ForeignKey(
        Product,
        verbose_name=_("product"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="survey_options",
    )

    objects = OptionQuerySet.as_manager()

    class Meta:
        ordering = ["question", "order", "code"]
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints = [
            models.UniqueConstraint(fields=["question", "code"], name="option_unique_in_question"),
            models.CheckConstraint(
                condition=~Q(question_kind="single") | Q(is_exclusive=True),
                name="option_single_choice_excludes",
                violation_error_message=_("Options of a single-choice question exclude each other."),
            ),
        ]

    def clean(self) -> None:
        """The rule that the database holds as well, in words; of new options the question may be missing still."""
        if self.question_id is None:
            return
        if self.question.kind == Question.Kind.SINGLE and not self.is_exclusive:
            raise ValidationError({"is_exclusive": _("Options of a single-choice question exclude each other.")})

    def save(self, *args, **options):
        self.question_kind = self.question.kind
        super().save(*args, **options)
