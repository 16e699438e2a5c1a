"""Autocomplete whose entries can be told apart: "Yes" alone does not say of which question.

An admin's `describe(row)` gives the words; the list that drops down and the chosen entry both use it.
"""

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model

LONGEST_KEY = 18  # digits of the largest key that every database takes


class DescribedRowsView(AutocompleteJsonView):
    """The list that drops down."""

    def process_request(self, request):
        term, *rest = super().process_request(request)
        return term.replace("\x00", ""), *rest  # PostgreSQL refuses to search for it

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        describe = getattr(self.model_admin, "describe", str)
        return super().serialize_result(obj, to_field_name) | {"text": describe(obj)}


class DescribedChoice(AutocompleteSelect):
    """The chosen entry. `loaded` is the row where a form has it already, so that long inlines ask no more."""

    loaded: Model | None = None

    def optgroups(self, name, value, attrs=None):
        keys = [text for text in map(str, value) if is_key(text)]
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        for index, row in enumerate(self.chosen_rows(keys), start=len(options)):
            options.append(self.create_option(name, row.pk, self.describe(row), True, index))
        return [(None, options, 0)]

    def chosen_rows(self, keys: list[str]) -> list[Model]:
        if self.loaded is not None and keys == [str(self.loaded.pk)]:
            return [self.loaded]
        if not keys:
            return []
        related = getattr(self.model_admin(), "related", ())
        return list(self.choices.queryset.using(self.db).select_related(*related).filter(pk__in=keys))

    def describe(self, row: Model) -> str:
        return getattr(self.model_admin(), "describe", str)(row)

    def model_admin(self):
        return self.admin_site.get_model_admin(self.field.remote_field.model)


class DescribedForm(forms.ModelForm):
    """Hands the related rows that came with the instance to their widgets."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)  # the admin wraps it with its add and change links
            if isinstance(widget, DescribedChoice) and widget.field.is_cached(self.instance):
                widget.loaded = getattr(self.instance, name)


class DescribedChoicesMixin:
    """For admins and inlines: autocomplete_fields get the widget above."""

    form = DescribedForm

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name in self.get_autocomplete_fields(request):
            options["widget"] = DescribedChoice(db_field, self.admin_site, using=options.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **options)


def is_key(text: str) -> bool:
    """Whether it can be a primary key; a form that was sent anything else is shown again, without it."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY
