"""Forms that keep the rules of loading: shares that are parts of a whole add up to no more than it."""

from decimal import Decimal

from django import forms
from django.db.models import Sum
from django.utils.translation import gettext as _

from portal.administration.choices import DescribedForm
from surveys.loading.figures import MAX_WHOLE
from surveys.models import Figure, Question, Wording


class FigureForm(DescribedForm):
    """Each figure has a wording that says who was asked; the total counts what is stored beside it."""

    def clean(self):
        values = super().clean()
        wave, option, percent = (values.get(name) for name in ("wave", "option", "percent"))
        if not wave or not option or percent is None:
            return values
        wording = Wording.objects.filter(wave=wave, question=option.question).first()
        if wording is None:
            self.add_error("option", _("This wave has no wording of the question yet: add it first."))
        elif not wording.is_published:
            self.add_error("option", _("The wording says that this wave published no figures of the question."))
        elif wording.is_whole or option.question.kind == Question.Kind.SINGLE:
            beside = Figure.objects.filter(wave=wave, option__question=option.question, segment=values.get("segment"))
            total = percent + sum_of(beside.exclude(pk=self.instance.pk))
            if total > MAX_WHOLE:
                self.add_error("percent", too_much(total))
        return values


class WordingForm(DescribedForm):
    def clean(self):
        values = super().clean()
        if values.get("is_whole") and self.instance.pk:
            check_totals(Figure.objects.filter(wave=self.instance.wave, option__question=self.instance.question))
        return values


class QuestionForm(DescribedForm):
    def clean(self):
        values = super().clean()
        if values.get("kind") == Question.Kind.SINGLE and self.instance.pk:
            check_totals(Figure.objects.filter(option__question=self.instance))
        return values


def check_totals(figures) -> None:
    """Raises ValidationError where the figures of a wave and segment add up to more than the whole."""
    totals = figures.order_by().values("wave", "segment").annotate(total=Sum("percent"))
    largest = max((row["total"] for row in totals), default=Decimal(0))
    if largest > MAX_WHOLE:
        raise forms.ValidationError(too_much(largest))


def sum_of(figures) -> Decimal:
    return figures.aggregate(total=Sum("percent"))["total"] or Decimal(0)


def too_much(total: Decimal) -> str:
    return _("The shares of this question add up to %(total)s; parts of a whole add up to at most %(most)s.") % {
        "total": total,
        "most": MAX_WHOLE,
    }
