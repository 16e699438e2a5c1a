"""Question: what a survey asks, the same over its waves."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.address_fields import AddressCharField
from portal.labels import TwoLanguages
from surveys.models.survey import Survey
from surveys.querysets import QuestionQuerySet

validate_code = RegexValidator(
    r"^[a-z0-9]+(_[a-z0-9]+)*$", _("Use small letters, digits and single underscores, such as serverless_use.")
)
OTHER_PAGES = ("crosstab", "toplines", "book")  # below a wave, where its questions have theirs


class Question(TwoLanguages):
    """A subject in short words; each wave's own words are its Wording."""

    class Kind(models.TextChoices):
        SINGLE = "single", _("Single choice")
        MULTIPLE = "multiple", _("Multiple choice")
        SCALE = "scale", _("Scale")
        NUMERIC = "numeric", _("Number")

    class Topic(models.TextChoices):
        ADOPTION = "adoption", _("Adoption")
        CONCERNS = "concerns", _("Concerns")
        CHALLENGES = "challenges", _("Challenges")
        PROVIDERS = "providers", _("Providers")
        PRACTICE = "practice", _("Practice")
        PROFILE = "profile", _("Who was asked")

    survey = models.ForeignKey(Survey, verbose_name=_("survey"), on_delete=models.PROTECT, related_name="questions")
    code = AddressCharField(_("code"), max_length=60, validators=[validate_code], reserved=OTHER_PAGES)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)
    is_ordered = models.BooleanField(
        _("ordered"), default=False, help_text=_("Options have an order of their own, as stages do.")
    )
    name_en = models.CharField(_("name (English)"), max_length=160)
    name_zh = models.CharField(_("name (Chinese)"), max_length=160, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["survey", "order", "code"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [models.UniqueConstraint(fields=["survey", "code"], name="question_unique_in_survey")]

    def clean(self) -> None:
        """A question becomes single-choice only when all its options exclude each other already."""
        if self.kind == self.Kind.SINGLE and self.pk and self.options.filter(is_exclusive=False).exists():
            raise ValidationError({"kind": _("First mark all its options as exclusive.")})
