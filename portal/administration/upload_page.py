"""The upload page: choose files → read the report of a check → write exactly what was checked."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.administration.upload_form import UploadForm
from portal.administration.uploads import Ticket, UploadRefused, data_has_moved, kept_files, make_ticket
from portal.loading.files import InputFile
from portal.loading.registry import all_datasets, all_formats, with_formats
from portal.loading.run import load
from portal.models import ImportRun
from portal.versions import stored_version
from portal.words import listed

PERMISSION = "portal.add_importrun"


@require_http_methods(["GET", "HEAD", "POST"])
def upload_page(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if request.method != "POST":
        return show(request, UploadForm())
    if "ticket" in request.POST:
        return write(request)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, form)
    return check(request, [InputFile(file.name, file.read()) for file in form.cleaned_data["files"]])


def check(request: HttpRequest, files: list[InputFile]) -> HttpResponse:
    """Reads the files without writing; the report carries the ticket to write them."""
    version = stored_version().number
    run = load(files, who=request.user, dry_run=True)
    can_write = run.outcome == ImportRun.Outcome.CHECKED and would_change(run)
    ticket = make_ticket(files, run, version=version).sign() if can_write else ""
    return show(request, UploadForm(), run=run, ticket=ticket)


def write(request: HttpRequest) -> HttpResponse:
    """Writes what the ticket names; where the data moved on and the result would differ, checks again instead."""
    try:
        ticket = Ticket.read(request.POST["ticket"], who=request.user.pk)
        files = kept_files(ticket)
    except UploadRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:portal_importrun_upload")
    if data_has_moved(ticket) and not ticket.fits(load(files, who=request.user, dry_run=True)):
        messages.warning(request, _("Nothing was written: the data changed since the check. Here is a new one."))
        return check(request, files)
    run = load(files, who=request.user)
    announce(request, run)
    return redirect("admin:portal_importrun_change", run.pk)


def announce(request: HttpRequest, run: ImportRun) -> None:
    if run.outcome == ImportRun.Outcome.LOADED:
        messages.success(request, _("The files are loaded."))
    elif run.outcome == ImportRun.Outcome.UNCHANGED:
        messages.info(request, _("The data held all this already; nothing was changed."))
    else:
        messages.error(request, _("Nothing was written; the problems are listed below."))


def would_change(run: ImportRun) -> bool:
    return any(counted["added"] or counted["changed"] for counted in run.counts.values())


def described_datasets() -> list[dict]:
    """What the page tells of each file that can be loaded."""
    datasets = all_datasets()
    rows = {each.name: str(each.model._meta.verbose_name_plural) for each in with_formats()}
    tables = [
        {"file": f"{each.name}.csv", "rows": rows[each.name], "columns": ", ".join(each.columns)} for each in datasets
    ]
    others = [
        {"file": each.example, "rows": listed([rows[name] for name in each.datasets]), "columns": each.holds}
        for each in all_formats()
    ]
    return tables + others


def show(request: HttpRequest, form: UploadForm, *, run: ImportRun | None = None, ticket: str = "") -> HttpResponse:
    context = admin.site.each_context(request) | {
        "title": _("Upload files"),
        "opts": ImportRun._meta,
        "form": form,
        "run": run,
        "ticket": ticket,
        "datasets": described_datasets(),
    }
    return TemplateResponse(request, "portal/administration/upload.html", context)
