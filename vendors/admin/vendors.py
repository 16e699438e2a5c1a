"""Vendors and products."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, ListedInline, both
from vendors.admin.facts import NewFactsInline, save_new_facts
from vendors.models import Fact, Product, Vendor
from vendors.values import value_in_words


class ProductsInline(ListedInline):
    """The products of a vendor."""

    model = Product
    related = ("vendor", "source")
    fields = ["slug", "name_en", "name_zh", "service_model", "deployment", "status", "launched"]


class FactsInline(ListedInline):
    """The facts of a product, old ones too."""

    model = Fact
    related = ("product", "attribute", "source")
    fields = ["attribute", "shown_value", "observed_on", "is_current", "basis", "source"]

    @admin.display(description=_("Value"))
    def shown_value(self, fact):
        return value_in_words(fact)


@admin.register(Vendor)
class VendorAdmin(DataAdmin):
    keys = ("slug",)
    slug_from = "name_en"
    related = ("source", "country_source")
    list_display = ["slug", "name_en", "name_zh", "kind", "country", "city", "founded", "source"]
    list_display_links = ["slug", "name_en"]
    list_filter = ["kind", "country"]
    search_fields = ["slug", "name_en", "name_zh", "city", "crunchbase", "homepage"]
    autocomplete_fields = ["source", "country_source"]
    inlines = [ProductsInline]
    fieldsets = [
        (None, {"fields": [*both("name"), ("slug", "kind"), ("founded", "homepage"), "source"]}),
        (_("Headquarters"), {"fields": [("country", "city"), "country_source", *both("country_note")]}),
        (_("In the CNCF landscape"), {"fields": ["crunchbase"]}),
    ]

    def describe(self, row):
        return f"{row.label} ({row.slug})"


@admin.register(Product)
class ProductAdmin(DataAdmin):
    keys = ("slug",)
    slug_from = "name_en"
    related = ("vendor", "source")
    list_display = ["slug", "name_en", "name_zh", "vendor", "service_model", "deployment", "status", "launched"]
    list_display_links = ["slug", "name_en"]
    list_filter = ["service_model", "deployment", "status", ("vendor", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["slug", "name_en", "name_zh", "vendor__slug", "vendor__name_en", "vendor__name_zh"]
    autocomplete_fields = ["vendor", "source"]
    inlines = [NewFactsInline, FactsInline]
    fieldsets = [
        (None, {"fields": [*both("name"), ("slug", "vendor"), *both("summary")]}),
        (_("What it is"), {"fields": [("service_model", "deployment", "status"), ("launched", "retired")]}),
        (_("Evidence"), {"fields": ["homepage", "source"]}),
    ]

    def describe(self, row):
        return f"{row.label} – {row.vendor.label}"

    def save_formset(self, request, form, formset, change):
        if formset.model is Fact:
            save_new_facts(formset)
        else:
            super().save_formset(request, form, formset, change)
