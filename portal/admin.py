"""Admin pages of sources, terms, chapters, texts of exhibits and import runs."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.administration.base import DataAdmin, both
from portal.administration.choices import DescribedForm
from portal.administration.fields import LinesField
from portal.administration.upload_page import PERMISSION, upload_page
from portal.models import Chapter, ExhibitText, ImportRun, Source, Term
from portal.report.chapter_form import ChapterForm
from portal.report.chapter_form import preview as preview_chapter
from portal.sharing.text_form import KEYS, ExhibitTextForm, preview, state_of

LONGEST_TITLE = 90  # characters; titles of sources fill a list otherwise


@admin.register(Source)
class SourceAdmin(DataAdmin):
    keys = ("code",)
    list_display = ["code", "title", "publisher", "kind", "standing", "published", "accessed", "shown_link"]
    list_display_links = ["code", "title"]
    list_filter = ["kind", "standing", ("published", admin.EmptyFieldListFilter), "licence"]
    search_fields = ["code", "title", "publisher", "url"]
    fieldsets = [
        (None, {"fields": ["code", "title", "publisher", "url", ("kind", "standing")]}),
        (_("Dates and licence"), {"fields": [("published", "accessed", "licence")]}),
    ]

    @admin.display(description=_("Link"))
    def shown_link(self, source):
        """As readers see it: copy sites are not linked."""
        return format_html('<a href="{}" rel="noreferrer">{}</a>', source.link, _("Open")) if source.link else "–"

    def describe(self, row):
        title = row.title if len(row.title) <= LONGEST_TITLE else f"{row.title[:LONGEST_TITLE]}…"
        return f"{title} ({row.code})"


@admin.register(ExhibitText)
class ExhibitTextAdmin(DataAdmin):
    """Saving a text again says that it was checked against the numbers of now."""

    form = ExhibitTextForm
    keys = KEYS
    list_display = ["address", "query", "is_for_all_views", "state", "finding_en", "finding_zh"]
    list_display_links = ["address", "query"]
    list_filter = ["is_for_all_views"]
    list_per_page = 20  # each row that was written for older data is compared with those of now
    search_fields = ["address", "query", "finding_en", "finding_zh", "description_en", "description_zh"]
    readonly_fields = ["state", "generated_en", "generated_zh"]
    fieldsets = [
        (None, {"fields": [("address", "query"), "is_for_all_views", "state"]}),
        (_("English"), {"fields": ["generated_en", "finding_en", "description_en"]}),
        (_("Chinese"), {"fields": ["generated_zh", "finding_zh", "description_zh"]}),
    ]

    @admin.display(description=_("State"))
    def state(self, text):
        return state_of(text) if text.pk else "–"

    @admin.display(description=_("As generated"))
    def generated_en(self, text):
        return preview(text, "en")

    @admin.display(description=_("As generated"))
    def generated_zh(self, text):
        return preview(text, "zh-hans")


class TermForm(DescribedForm):
    aliases = LinesField(empty_value=[], label=_("Aliases"), help_text=_("Other words, both languages, one a line."))


@admin.register(Term)
class TermAdmin(DataAdmin):
    form = TermForm
    keys = ("code",)
    related = ("source",)
    list_display = ["code", "name_en", "name_zh", "shown_aliases", "source"]
    list_display_links = ["code", "name_en"]
    search_fields = ["code", "name_en", "name_zh", "aliases", "definition_en", "definition_zh"]
    autocomplete_fields = ["source"]
    fieldsets = [(None, {"fields": ["code", *both("name", "definition"), "aliases", "source"]})]

    @admin.display(description=_("Aliases"))
    def shown_aliases(self, term):
        return ", ".join(map(str, term.aliases))


@admin.register(Chapter)
class ChapterAdmin(DataAdmin):
    form = ChapterForm
    change_form_template = "portal/administration/chapter.html"
    keys = ("slug",)
    slug_from = "title_en"
    list_display = ["order", "number", "slug", "title_en", "title_zh", "published"]
    list_display_links = ["slug", "title_en"]
    list_filter = ["published"]
    search_fields = ["slug", "title_en", "title_zh", "body_en", "body_zh"]
    fieldsets = [
        (None, {"fields": [*both("title"), ("slug", "number", "order", "published"), *both("summary", "body")]})
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(preview_chapter)
        return [path("preview/<str:language>/", view, name="portal_chapter_preview"), *super().get_urls()]


@admin.register(ImportRun)
class ImportRunAdmin(admin.ModelAdmin):
    """To be read only: a run is made by loading, and stays as it was."""

    change_list_template = "portal/administration/import_runs.html"
    list_display = ["started", "dataset", "outcome", "shown_changes", "shown_problems", "who"]
    list_display_links = ["started", "dataset"]
    list_filter = ["outcome", "started", ("who", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["who"]
    search_fields = ["dataset", "file", "sha256"]
    fields = ["dataset", "file", "outcome", "who", ("started", "finished"), "sha256", "counts_table"]
    fields += ["problems_table", "notes_table"]
    readonly_fields = ["counts_table", "problems_table", "notes_table"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        upload = self.admin_site.admin_view(upload_page)
        return [path("upload/", upload, name="portal_importrun_upload"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        can_upload = {"can_upload": request.user.has_perm(PERMISSION)}
        return super().changelist_view(request, can_upload | (extra_context or {}))

    @admin.display(description=_("Added, changed"))
    def shown_changes(self, run):
        added, changed = (sum(counted[part] for counted in run.counts.values()) for part in ("added", "changed"))
        return f"+{added}, ~{changed}" if added or changed else ""

    @admin.display(description=_("Problems"))
    def shown_problems(self, run):
        return len(run.refusals) or ""

    @admin.display(description=_("Rows"))
    def counts_table(self, run):
        return render_to_string("portal/administration/_counts.html", {"run": run})

    @admin.display(description=_("Problems"))
    def problems_table(self, run):
        context = {"problems": run.refusals, "heading": _("Expected")}
        return render_to_string("portal/administration/_problems.html", context)

    @admin.display(description=_("Notes"))
    def notes_table(self, run):
        context = {"problems": run.notes, "heading": _("Note")}
        return render_to_string("portal/administration/_problems.html", context)
