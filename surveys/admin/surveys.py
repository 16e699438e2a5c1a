"""Surveys and their waves."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, RowsInline, both
from surveys.models import Survey, Wave


class WavesInline(RowsInline):
    """The waves of a survey; population, geography and mode are on their own pages."""

    model = Wave
    related = ("survey", "source")
    fields = ["slug", "name_en", "name_zh", "fieldwork_start", "fieldwork_end", "sample_size", "source"]
    autocomplete_fields = ["source"]


@admin.register(Survey)
class SurveyAdmin(DataAdmin):
    keys = ("slug",)
    slug_from = "name_en"
    list_display = ["slug", "name_en", "name_zh", "kind", "publisher", "publisher_country"]
    list_display_links = ["slug", "name_en"]
    list_filter = ["kind", "publisher_country"]
    search_fields = ["slug", "name_en", "name_zh", "publisher"]
    inlines = [WavesInline]
    fieldsets = [(None, {"fields": [*both("name"), ("slug", "kind"), ("publisher", "publisher_country")]})]


@admin.register(Wave)
class WaveAdmin(DataAdmin):
    keys = ("survey", "slug")
    related = ("survey", "source")
    list_display = ["survey", "slug", "name_en", "name_zh", "fieldwork_start", "fieldwork_end", "sample_size", "source"]
    list_display_links = ["survey", "slug"]
    list_filter = [("sample_size", admin.EmptyFieldListFilter), ("survey", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["slug", "name_en", "name_zh", "survey__slug", "survey__name_en", "survey__name_zh"]
    autocomplete_fields = ["survey", "source"]
    fieldsets = [
        (None, {"fields": [("survey", "slug"), *both("name")]}),
        (
            _("Method: leave empty what was not published"),
            {
                "fields": [
                    ("fieldwork_start", "fieldwork_end", "sample_size"),
                    *both("population", "geography", "mode"),
                    "source",
                ]
            },
        ),
    ]
