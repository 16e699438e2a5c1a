"""Tariffs and what they count; prices are facts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, RowsInline, both
from portal.administration.choices import DescribedForm
from portal.administration.fields import LinesField
from vendors.models import Meter, Tariff


class MetersInline(RowsInline):
    """What the tariff counts; notes are on the meters' own pages."""

    model = Meter
    related = ("price", "free", "source")
    fields = ["kind", "architecture", "price", "free", "included", "source"]
    autocomplete_fields = ["price", "free", "source"]


class TariffForm(DescribedForm):
    rules = LinesField(label=_("Rules"), empty_value=[], help_text=_("Attributes whose facts hold for this plan."))


@admin.register(Tariff)
class TariffAdmin(DataAdmin):
    form = TariffForm
    keys = ("product", "code")
    related = ("product", "source")
    list_display = ["product", "code", "name_en", "name_zh", "source"]
    list_display_links = ["product", "code"]
    list_filter = [("product__vendor", admin.RelatedOnlyFieldListFilter), ("obstacle_en", admin.EmptyFieldListFilter)]
    search_fields = ["code", "name_en", "name_zh", "product__slug", "product__name_en", "product__name_zh"]
    autocomplete_fields = ["product", "source"]
    inlines = [MetersInline]
    fieldsets = [
        (None, {"fields": [("product", "code"), *both("name"), "source"]}),
        (
            _("Rounding and limits"),
            {"fields": ["rules", ("gigabyte_mb", "memory_step_mb"), ("max_memory_mb", "min_billed_ms")]},
        ),
        (_("Remarks"), {"fields": [*both("note", "obstacle")]}),
    ]

    def describe(self, row):
        return f"{row.product.label} · {row.label}"


@admin.register(Meter)
class MeterAdmin(DataAdmin):
    keys = ("tariff", "kind", "architecture")
    related = ("tariff__product", "price", "free", "source")
    list_display = ["tariff", "kind", "architecture", "price", "free", "included", "source"]
    list_display_links = ["tariff", "kind"]
    list_filter = ["kind", "architecture"]
    search_fields = ["tariff__code", "tariff__product__slug", "tariff__product__name_en"]
    autocomplete_fields = ["tariff", "price", "free", "source"]
    fieldsets = [
        (None, {"fields": [("tariff", "kind", "architecture"), ("price", "free", "included"), "source"]}),
        (_("Remarks"), {"fields": both("note")}),
    ]

    def describe(self, row):
        return f"{row.tariff.product.label} · {row.tariff.label} · {row.get_kind_display()}"
