"""Datasets of answers: read only; published, withdrawn, loaded, and deleted where nobody used them."""

from typing import ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.administration.deletion import citing_rows
from surveys.admin.answers_page import PERMISSION, answers_page
from surveys.admin.research_page import research_page
from surveys.intake.files import FORMS, codebook_bytes
from surveys.intake.publication import PublicationRefused, publish, withdraw
from surveys.intake.removal import remove_unused
from surveys.microdata.store.folders import NoSuchRevision, open_answers
from surveys.models import Dataset

CHANGE = "surveys.change_dataset"


@admin.register(Dataset)
class DatasetAdmin(admin.ModelAdmin):
    """A revision never changes; whether readers may ask it does."""

    class Media:
        css: ClassVar = {"all": ["surveys/admin/answers.css"]}

    change_list_template = "surveys/administration/datasets.html"
    list_display = ["wave", "short_revision", "respondents", "is_published", "loaded", "who", "table"]
    list_display_links = ["wave", "short_revision"]
    list_filter = ["is_published", ("wave__survey", admin.RelatedOnlyFieldListFilter), "loaded"]
    list_select_related = ["wave__survey", "who"]
    search_fields = ["revision", "file_name", "file_sha256", "wave__slug", "wave__survey__slug"]
    actions = ["publish_selected", "withdraw_selected"]
    fields = ["wave", "revision", "respondents", "is_published", "source", ("loaded", "who")]
    fields += ["file_name", "file_sha256", "codebook", "table", "warnings_table"]
    readonly_fields = ["codebook", "table", "warnings_table"]

    def has_add_permission(self, request):
        return False  # a dataset is made by loading

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_published)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE)

    def get_urls(self):
        page = self.admin_site.admin_view(answers_page)
        codebook = self.admin_site.admin_view(self.codebook_file)
        table = self.admin_site.admin_view(research_page)
        return [
            path("load/", page, name="surveys_dataset_load"),
            path("<int:pk>/table", table, name="surveys_dataset_table"),
            path("<int:pk>/table<str:suffix>", table, name="surveys_dataset_table_file"),
            path("<int:pk>/codebook<str:suffix>", codebook, name="surveys_dataset_codebook"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        can_load = {"can_load": request.user.has_perm(PERMISSION)}
        return super().changelist_view(request, can_load | (extra_context or {}))

    @admin.display(description=_("revision"), ordering="revision")
    def short_revision(self, dataset):
        return dataset.short_revision

    @admin.display(description=_("Table"))
    def table(self, dataset):
        """Of all answers, without disclosure control; that page asks for the permission."""
        address = reverse("admin:surveys_dataset_table", args=[dataset.pk])
        return format_html('<a href="{}">{}</a>', address, _("Tabulate"))

    @admin.display(description=_("Codebook"))
    def codebook(self, dataset):
        """As it was loaded, to be corrected for the next revision."""
        links = [(reverse("admin:surveys_dataset_codebook", args=[dataset.pk, suffix]), suffix) for suffix in FORMS]
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    def codebook_file(self, request, pk, suffix):
        dataset = self.get_object(request, str(pk))
        if not self.has_view_permission(request, dataset):
            raise PermissionDenied
        if dataset is None or suffix not in FORMS:
            raise Http404
        try:
            content = codebook_bytes(open_answers(dataset.revision).codebook, suffix)
        except NoSuchRevision:
            raise Http404 from None
        name = f"{dataset.wave.survey.slug}-{dataset.wave.slug}-codebook{suffix}"
        headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
        return HttpResponse(content, content_type=FORMS[suffix], headers=headers)

    @admin.display(description=_("Warnings"))
    def warnings_table(self, dataset):
        context = {"problems": dataset.warnings, "heading": _("Note")}
        table = render_to_string("portal/administration/_problems.html", context)
        return format_html('<div class="answers-table">{}</div>', table)

    @admin.action(description=_("Publish: readers may ask these answers"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        waves = [dataset.wave_id for dataset in queryset]
        if len(set(waves)) < len(waves):
            messages.error(request, _("Choose one revision of a wave: it publishes one at a time."))
            return
        changed = []
        try:
            with transaction.atomic():
                changed = [dataset for dataset in queryset.with_context() if publish(dataset)]
        except PublicationRefused as refusal:
            messages.error(request, str(refusal))
            return
        self._tell(request, changed, _("Published."))
        count = len(changed)
        words = ngettext("%(count)d revision is published now.", "%(count)d revisions are published now.", count)
        messages.success(request, words % {"count": count})

    @admin.action(description=_("Withdraw: readers may no longer ask these answers"), permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        with transaction.atomic():
            changed = [dataset for dataset in queryset.with_context() if withdraw(dataset)]
        self._tell(request, changed, _("Withdrawn."))
        count = len(changed)
        words = ngettext("%(count)d revision is withdrawn.", "%(count)d revisions are withdrawn.", count)
        messages.success(request, words % {"count": count})

    def _tell(self, request: HttpRequest, datasets: list[Dataset], words: str) -> None:
        """Into the history of each."""
        for dataset in datasets:
            self.log_change(request, dataset, str(words))

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        remove_unused([obj])

    def delete_queryset(self, request, queryset):
        datasets = list(queryset)
        with transaction.atomic():
            super().delete_queryset(request, queryset)
            remove_unused(datasets)

    def get_deleted_objects(self, objs, request):
        published = [_("%(dataset)s is published; withdraw it first.") % {"dataset": each} for each in self._open(objs)]
        in_the_way = published + citing_rows(objs, self.admin_site.name)
        if in_the_way:
            return [], {}, set(), in_the_way
        return super().get_deleted_objects(objs, request)

    def _open(self, datasets) -> list[Dataset]:
        return [dataset for dataset in datasets if dataset.is_published]
