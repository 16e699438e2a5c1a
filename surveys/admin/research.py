"""The log of tables that were shown without disclosure control: read only, and never deleted."""

from django.contrib import admin

from surveys.models import ResearchRequest


@admin.register(ResearchRequest)
class ResearchRequestAdmin(admin.ModelAdmin):
    list_display = ["when", "who", "dataset", "asked"]
    list_filter = ["when", ("who", admin.RelatedOnlyFieldListFilter), ("dataset", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["who", "dataset__wave__survey"]
    search_fields = ["asked", "who__username", "dataset__revision"]
    date_hierarchy = "when"
    fields = ["when", "who", "dataset", "asked"]
    readonly_fields = ["when"]

    def has_add_permission(self, request):
        return False  # the page of the table adds them

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
