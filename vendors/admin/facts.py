"""Attributes and facts. Whatever changes a fact settles anew which one is current."""

from django.contrib import admin
from django.db import router, transaction
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, NewRowsInline, both
from portal.administration.choices import DescribedForm
from portal.administration.fields import LinesField
from vendors.contradictions import expected_of
from vendors.current_facts import mark_current_facts
from vendors.models import Attribute, Fact
from vendors.values import value_in_words


@admin.register(Attribute)
class AttributeAdmin(DataAdmin):
    keys = ("code",)
    list_display = ["code", "name_en", "name_zh", "group", "order", "value_type", "unit", "better"]
    list_display_links = ["code", "name_en"]
    list_filter = ["group", "value_type", "better"]
    search_fields = ["code", "name_en", "name_zh", "definition_en", "definition_zh", "unit"]
    fieldsets = [
        (None, {"fields": ["code", *both("name", "definition")]}),
        (_("Comparison"), {"fields": [("group", "order"), ("value_type", "unit", "better")]}),
    ]

    def describe(self, row):
        return f"{row.label} ({row.code})"

    def get_readonly_fields(self, request, obj=None):
        """The value type stays while facts are kept by it."""
        kept = ["value_type"] if obj and obj.facts.exists() else []
        return [*super().get_readonly_fields(request, obj), *kept]


class FactForm(DescribedForm):
    items = LinesField(label=_("Items"), help_text=_("For a list: one item a line."))

    def clean(self):
        """A fact that would be current must agree with the others of its product."""
        values = super().clean()
        if {"product", "attribute", "observed_on"} <= set(values):
            names = ("product", "attribute", "observed_on", "state", "number", "boolean")
            fact = Fact(is_current=True, **{name: values[name] for name in names if name in values})
            others = Fact.objects.of_products([fact.product]).current().with_everything()
            newer = [each for each in others if is_replaced(fact, each) and each.pk != self.instance.pk]
            for expected in [] if newer else expected_of(fact, others):
                self.add_error(None, expected)
        return values


FACT_FIELDSETS = [
    (
        _("Value: fill in the field of the attribute's type"),
        {"fields": ["state", ("number", "currency"), "boolean", "words", "items"]},
    ),
    (_("Evidence"), {"fields": [("observed_on", "basis"), "source"]}),
    (_("Remarks"), {"fields": both("note", "doubt")}),
]


def is_replaced(fact: Fact, other: Fact) -> bool:
    """Whether the other is about the same thing and newer."""
    return other.attribute_id == fact.attribute_id and other.observed_on > fact.observed_on


@admin.register(Fact)
class FactAdmin(DataAdmin):
    form = FactForm
    related = ("product", "attribute", "source")
    list_display = ["product", "attribute", "shown_value", "observed_on", "is_current", "is_doubted", "basis", "source"]
    list_display_links = ["product", "attribute"]
    list_filter = [
        "is_current",
        "basis",
        "state",
        "attribute__group",
        ("doubt_en", admin.EmptyFieldListFilter),
        ("product__vendor", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = [
        "product__slug", "product__name_en", "product__name_zh",
        "attribute__code", "attribute__name_en", "attribute__name_zh",
        "words", "note_en", "note_zh", "source__code",
    ]  # fmt: skip
    autocomplete_fields = ["product", "attribute", "source"]
    readonly_fields = ["is_current"]
    fieldsets = [(None, {"fields": ["product", "attribute", "is_current"]}), *FACT_FIELDSETS]

    @admin.display(description=_("Value"))
    def shown_value(self, fact):
        return value_in_words(fact)

    @admin.display(description=_("Doubt"))
    def is_doubted(self, fact):
        """The reason appears when the mark is pointed at."""
        return format_html('<abbr title="{}">?</abbr>', fact.text("doubt")) if fact.doubt_en else ""

    def save_model(self, request, obj, form, change):
        pairs = [*pairs_of(Fact.objects.filter(pk=obj.pk)), (obj.product_id, obj.attribute_id)]
        obj.is_current = False  # until all facts of the pair are looked at; two current ones cannot be
        super().save_model(request, obj, form, change)
        mark_current_facts(pairs)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        mark_current_facts([(obj.product_id, obj.attribute_id)])

    def delete_queryset(self, request, queryset):
        pairs = pairs_of(queryset)
        with transaction.atomic(using=router.db_for_write(Fact)):
            super().delete_queryset(request, queryset)
            mark_current_facts(pairs)


class NewFactsInline(NewRowsInline):
    """On the page of a product, beside the list of its facts."""

    model = Fact
    form = FactForm
    verbose_name = _("new fact")
    verbose_name_plural = _("Add facts")
    autocomplete_fields = ["attribute", "source"]
    fieldsets = [(None, {"fields": ["attribute"]}), *FACT_FIELDSETS]


def save_new_facts(formset) -> None:
    """Saves the facts of NewFactsInline."""
    facts = formset.save(commit=False)
    for fact in facts:
        fact.is_current = False
        fact.save()
    mark_current_facts((fact.product_id, fact.attribute_id) for fact in facts)


def pairs_of(facts) -> list[tuple[int, int]]:
    return list(facts.order_by().values_list("product_id", "attribute_id"))
