"""Schemes, their categories, and what is listed there."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, RowsInline, both
from vendors.models import Category, Listing, ListingEvent, Scheme


class CategoriesInline(RowsInline):
    """The categories of a scheme; their definitions are on their own pages."""

    model = Category
    related = ("parent__scheme",)
    fields = ["order", "code", "name_en", "name_zh", "parent"]
    autocomplete_fields = ["parent"]


@admin.register(Scheme)
class SchemeAdmin(DataAdmin):
    keys = ("code",)
    related = ("source",)
    list_display = ["code", "name_en", "name_zh", "kind", "source"]
    list_display_links = ["code", "name_en"]
    list_filter = ["kind"]
    search_fields = ["code", "name_en", "name_zh", "description_en", "description_zh"]
    autocomplete_fields = ["source"]
    inlines = [CategoriesInline]
    fieldsets = [(None, {"fields": [*both("name"), ("code", "kind"), *both("description"), "source"]})]


@admin.register(Category)
class CategoryAdmin(DataAdmin):
    keys = ("scheme", "code")
    related = ("scheme", "parent__scheme")
    list_display = ["code", "name_en", "name_zh", "scheme", "parent", "order"]
    list_display_links = ["code", "name_en"]
    list_filter = ["scheme", ("parent", admin.EmptyFieldListFilter)]
    search_fields = ["code", "name_en", "name_zh", "scheme__code", "scheme__name_en", "scheme__name_zh"]
    autocomplete_fields = ["scheme", "parent"]
    fieldsets = [(None, {"fields": [("scheme", "code"), *both("name"), ("parent", "order"), *both("definition")]})]

    def describe(self, row):
        return f"{row.label} – {row.scheme.label}"


@admin.register(Listing)
class ListingAdmin(DataAdmin):
    keys = ("category", "edition", "key")
    related = ("category__scheme", "product__vendor", "vendor", "source")
    list_display = [
        "name_en", "name_zh", "category", "edition", "organisation", "product", "vendor",
        "is_open_source", "maturity", "certainty", "is_second_path",
    ]  # fmt: skip
    list_display_links = ["name_en", "name_zh"]
    list_filter = [
        "category__scheme",
        "edition",
        "certainty",
        "maturity",
        "is_open_source",
        "is_second_path",
        "category",
    ]
    search_fields = [
        "key",
        "name_en",
        "name_zh",
        "organisation",
        "product__name_en",
        "vendor__name_en",
        "vendor__name_zh",
    ]
    autocomplete_fields = ["category", "product", "vendor", "source"]
    fieldsets = [
        (None, {"fields": [("category", "edition", "key"), *both("name"), ("organisation", "is_second_path")]}),
        (
            _("What it is"),
            {"fields": ["product", "vendor", ("homepage", "repository"), ("is_open_source", "maturity")]},
        ),
        (_("As listed then"), {"fields": ["crunchbase", "description", "details"]}),
        (_("Evidence"), {"fields": [("added", "removed"), "certainty", "source", *both("note")]}),
    ]

    def describe(self, row):
        return f"{row.label} – {row.category.label} {row.edition}"


@admin.register(ListingEvent)
class ListingEventAdmin(DataAdmin):
    keys = ("scheme", "date", "kind", "key")
    related = ("scheme", "source")
    list_display = ["date", "kind", "name", "previous_name", "from_category", "to_category", "scheme"]
    list_display_links = ["date", "name"]
    list_filter = ["scheme", "kind"]
    search_fields = ["key", "name", "previous_name"]
    autocomplete_fields = ["scheme", "source"]
    fieldsets = [
        (None, {"fields": [("scheme", "date", "kind"), ("key", "name", "previous_name")]}),
        (None, {"fields": [("from_category", "to_category"), ("source", "revision")]}),
    ]

    def describe(self, row):
        return f"{row.name} – {row.get_kind_display()} {row.date}"
