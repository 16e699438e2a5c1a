"""Questions with their options, and their wording in each wave."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, RowsInline, both
from surveys.admin.wholes import QuestionForm, WordingForm
from surveys.models import Option, Question, Wording

WORDING_FIELDSETS = [
    (_("Wording"), {"fields": both("text", "asked")}),
    (_("What was published"), {"fields": [("is_published", "is_whole"), *both("note")]}),
    (_("Comparison with the wave before"), {"fields": ["comparable", *both("break_reason")]}),
    (_("Evidence"), {"fields": [("page", "source")]}),
]


class OptionsInline(RowsInline):
    model = Option
    related = ("product__vendor",)
    fields = ["order", "code", "name_en", "name_zh", "is_exclusive", "product"]
    autocomplete_fields = ["product"]


class WordingsInline(RowsInline):
    """What each wave asked; remarks are on the page behind the link."""

    model = Wording
    form = WordingForm
    related = ("question", "wave__survey", "source")
    fields = ["wave", "text_en", "text_zh", "is_published", "is_whole", "comparable", "break_reason_en", "source"]
    autocomplete_fields = ["wave", "source"]


@admin.register(Question)
class QuestionAdmin(DataAdmin):
    form = QuestionForm
    keys = ("survey", "code")
    related = ("survey",)
    list_display = ["survey", "code", "name_en", "name_zh", "kind", "topic", "is_ordered", "order"]
    list_display_links = ["survey", "code"]
    list_filter = ["topic", "kind", "is_ordered", ("survey", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["code", "name_en", "name_zh", "survey__slug", "survey__name_en", "survey__name_zh"]
    autocomplete_fields = ["survey"]
    inlines = [OptionsInline, WordingsInline]
    fieldsets = [(None, {"fields": [("survey", "code"), *both("name"), ("kind", "topic"), ("is_ordered", "order")]})]

    def describe(self, row):
        return f"{row.label} – {row.survey.label}"

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        # Options that the form left alone carry the copied kind as well.
        form.instance.options.update(question_kind=form.instance.kind)


@admin.register(Option)
class OptionAdmin(DataAdmin):
    keys = ("question", "code")
    related = ("question__survey", "product__vendor")
    list_display = ["code", "name_en", "name_zh", "question", "survey", "is_exclusive", "product", "order"]
    list_display_links = ["code", "name_en"]
    list_filter = ["is_exclusive", ("product", admin.EmptyFieldListFilter), "question__topic", "question__survey"]
    search_fields = [
        "code", "name_en", "name_zh",
        "question__code", "question__name_en", "question__name_zh", "question__survey__slug",
    ]  # fmt: skip
    autocomplete_fields = ["question", "product"]
    readonly_fields = ["question_kind"]
    fieldsets = [
        (None, {"fields": [("question", "code"), *both("name"), ("order", "is_exclusive", "question_kind"), "product"]})
    ]

    @admin.display(description=_("survey"), ordering="question__survey__slug")
    def survey(self, option):
        return option.question.survey

    def describe(self, row):
        return f"{row.label} – {row.question.label} – {row.question.survey.label}"


@admin.register(Wording)
class WordingAdmin(DataAdmin):
    form = WordingForm
    keys = ("question", "wave")
    related = ("question__survey", "wave__survey", "source")
    list_display = ["wave", "question", "text_en", "text_zh", "is_published", "is_whole", "comparable", "source"]
    list_display_links = ["wave", "question"]
    list_filter = ["is_published", "is_whole", "comparable", ("wave__survey", admin.RelatedOnlyFieldListFilter)]
    search_fields = [
        "question__code", "question__name_en", "question__name_zh",
        "wave__slug", "wave__survey__slug", "wave__survey__name_en", "wave__survey__name_zh", "text_en", "text_zh",
    ]  # fmt: skip
    autocomplete_fields = ["question", "wave", "source"]
    fieldsets = [(None, {"fields": ["question", "wave"]}), *WORDING_FIELDSETS]
