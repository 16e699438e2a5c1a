"""Figures and the segments they speak of."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, both
from surveys.admin.wholes import FigureForm
from surveys.models import Figure, Segment


@admin.register(Segment)
class SegmentAdmin(DataAdmin):
    keys = ("dimension", "code")
    list_display = ["dimension", "code", "name_en", "name_zh", "order"]
    list_display_links = ["dimension", "code"]
    list_filter = ["dimension"]
    search_fields = ["dimension", "code", "name_en", "name_zh", "dimension_name_en", "dimension_name_zh"]
    fieldsets = [(None, {"fields": [("dimension", "code", "order"), *both("dimension_name", "name")]})]

    def describe(self, row):
        return f"{row.text('dimension_name')}: {row.label}"


@admin.register(Figure)
class FigureAdmin(DataAdmin):
    form = FigureForm
    related = ("wave__survey", "option__question__survey", "segment", "source")
    list_display = ["wave", "question", "option", "segment", "percent", "base_n", "basis", "source"]
    list_display_links = ["wave", "option"]
    list_filter = [
        "basis",
        ("base_n", admin.EmptyFieldListFilter),
        ("segment", admin.EmptyFieldListFilter),
        "option__question__topic",
        ("wave__survey", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = [
        "option__code", "option__name_en", "option__name_zh",
        "option__question__code", "option__question__name_en", "option__question__name_zh",
        "wave__slug", "wave__survey__slug", "wave__survey__name_en", "wave__survey__name_zh", "segment__code",
    ]  # fmt: skip
    autocomplete_fields = ["wave", "option", "segment", "source"]
    fieldsets = [
        (None, {"fields": ["wave", "option", "segment"]}),
        (
            _("As published; leave empty what was not"),
            {"fields": [("percent", "base_n"), ("low", "high"), *both("note")]},
        ),
        (_("Evidence"), {"fields": [("page", "basis"), "source"]}),
    ]

    @admin.display(description=_("question"), ordering="option__question__code")
    def question(self, figure):
        return figure.option.question
