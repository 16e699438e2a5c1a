"""What the admin pages of all models share."""

from typing import ClassVar

from django.contrib import admin
from django.db import models, router, transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.administration.choices import DescribedChoicesMixin
from portal.administration.deletion import citing_rows
from portal.administration.fields import PlainNumberInput
from portal.versions import bump_version

OVERRIDES = {
    models.DecimalField: {"widget": PlainNumberInput},
    models.URLField: {"assume_scheme": "https"},
}


def both(*fields: str) -> tuple[tuple[str, str], ...]:
    """English and Chinese side by side: one row of a fieldset for each field."""
    return tuple((f"{field}_en", f"{field}_zh") for field in fields)


class DataAdmin(DescribedChoicesMixin, admin.ModelAdmin):
    """A model that readers see: each change bumps the data version, in the transaction of the change.

    `related` names what lists, forms and `describe` read of other tables, so that they ask once.
    `keys` are the natural keys: addresses, files and other portals' links use them, so they never change.
    `slug_from` names the field that suggests the slug of a new row.
    """

    related: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    slug_from = ""

    class Media:
        css: ClassVar = {"all": ["portal/admin/forms.css"]}

    formfield_overrides = OVERRIDES
    list_per_page = 50
    save_on_top = True

    def describe(self, row: models.Model) -> str:
        """The words by which a row is chosen elsewhere; also without its surroundings they say what it is."""
        return str(row)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.related)

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(self.keys if obj else ())]

    def formfield_for_dbfield(self, db_field, request, **options):
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None:
            field.show_hidden_initial = False  # a second copy, which Django adds where a default is made by a function
        return field

    def get_prepopulated_fields(self, request, obj=None):
        return {"slug": [self.slug_from]} if self.slug_from and obj is None else {}

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change or form.has_changed() or any(formset.has_changed() for formset in formsets):
            bump_version()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        bump_version()

    def delete_queryset(self, request, queryset):
        # Unlike the page that deletes one row, the action over many opens no transaction of its own.
        with transaction.atomic(using=router.db_for_write(self.model)):
            super().delete_queryset(request, queryset)
            bump_version()

    def get_deleted_objects(self, objs, request):
        cited_by = citing_rows(objs, self.admin_site.name)
        if cited_by:
            return [], {}, set(), cited_by
        return super().get_deleted_objects(objs, request)


class RowsInline(DescribedChoicesMixin, admin.TabularInline):
    """Rows that belong to the page's row, one a line."""

    related: tuple[str, ...] = ()
    formfield_overrides = OVERRIDES
    extra = 0
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.related)


class ListedInline(RowsInline):
    """Rows that are many or have many fields: shown here, changed on their own page.

    A form over all facts of a product would have more fields than Django accepts.
    """

    can_delete = False
    show_change_link = False  # it would say "View", as this list itself changes nothing

    def get_fields(self, request, obj=None):
        return [*self.fields, "page"]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("Its page"))
    def page(self, row):
        address = reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, _("Open"))


class NewRowsInline(DescribedChoicesMixin, admin.StackedInline):
    """Adds rows beside a ListedInline of the same model."""

    formfield_overrides = OVERRIDES
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).none()

    def has_view_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)
