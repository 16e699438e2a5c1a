"""The page that loads answers: a file is recognised and its codebook drafted, then both are checked, then stored."""

from pathlib import PurePath

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.administration.uploads import UploadRefused
from portal.loading.problems import Report
from surveys.admin.answers_stream import streamed
from surveys.intake.files import FORMS, codebook_bytes
from surveys.intake.forms import AnswersForm, CodebookForm
from surveys.intake.recognised import recognised
from surveys.intake.tickets import Ticket
from surveys.intake.uploads import keep, kept_path, remove_old
from surveys.loading_answers import begin
from surveys.microdata.codebook.reading import read_codebook
from surveys.models import Dataset

PERMISSION = "surveys.add_dataset"
HERE = "admin:surveys_dataset_load"
CHECKED = "id_checked_%s"  # ids of the second form of the page


@require_http_methods(["GET", "HEAD", "POST"])
def answers_page(request: HttpRequest) -> HttpResponseBase:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if request.method != "POST":
        remove_old()
        return show(request)
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:
        raise BadRequest("step: expected one of " + ", ".join(STEPS))
    try:
        return step(request)
    except UploadRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(HERE)


def recognise(request: HttpRequest) -> HttpResponse:
    """Which tool wrote the file, and the draft of its codebook."""
    form = AnswersForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, answers_form=form)
    given = form.cleaned_data
    ticket = Ticket(
        request.user.pk, given["answers"].name, keep(given["answers"].chunks()), given["encoding"], given["sheet"]
    )
    report = Report()
    found = recognised(ticket, kept_path(ticket.name, ticket.sha256), report)
    if found is None:
        return show(request, answers_form=form, problems=report.problems)
    return show(request, found=found, ticket=ticket.sign())


def draft(request: HttpRequest) -> HttpResponse:
    """The draft as a file to correct."""
    ticket = ticket_of(request)
    suffix = request.POST.get("form", "")
    if suffix not in FORMS:
        raise BadRequest("form: expected one of " + ", ".join(FORMS))
    report = Report()
    found = recognised(ticket, kept_path(ticket.name, ticket.sha256), report)
    if found is None:
        return show(request, problems=report.problems)
    name = f"{PurePath(ticket.name).stem}-codebook{suffix}"
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(codebook_bytes(found.draft, suffix), content_type=FORMS[suffix], headers=headers)


def check(request: HttpRequest) -> HttpResponseBase:
    """Reads answers and codebook, writes nothing."""
    form = CodebookForm(request.POST, request.FILES, auto_id=CHECKED)
    if not form.is_valid():
        return show(request, codebook_form=form, ticket=request.POST.get("ticket", ""))
    codebook, answers = form.cleaned_data["codebook"], form.cleaned_data["answers"]
    if answers:
        ticket = Ticket(request.user.pk, answers.name, keep(answers.chunks()))
    elif "ticket" in request.POST:
        ticket = ticket_of(request)
    else:
        form.add_error("answers", _("Choose the file of answers."))
        return show(request, codebook_form=form)
    return run(request, ticket.with_codebook(codebook.name, keep(codebook.chunks())), dry_run=True)


def load(request: HttpRequest) -> HttpResponseBase:
    """Stores exactly what was checked."""
    ticket = ticket_of(request)
    if not ticket.codebook_sha256:
        raise UploadRefused(_("This is not a check made here. Choose the files again."))
    return run(request, ticket, dry_run=False)


def run(request: HttpRequest, ticket: Ticket, *, dry_run: bool) -> HttpResponseBase:
    """One answer of several parts: the top of the page, rows as they are read, what came of it."""
    report = Report()
    answers = kept_path(ticket.name, ticket.sha256)
    content = kept_path(ticket.codebook_name, ticket.codebook_sha256).read_bytes()
    attempt = begin(
        ticket.name,
        answers,
        read_codebook(ticket.codebook_name, content, report),
        codebook_name=ticket.codebook_name,
        who=request.user,
        report=report,
    )
    is_published = not dry_run and "publish" in request.POST
    frame = render_to_string("surveys/administration/load_running.html", context_of(request), request)
    return streamed(request, frame, attempt, ticket, dry_run=dry_run, is_published=is_published)


def ticket_of(request: HttpRequest) -> Ticket:
    return Ticket.read(request.POST.get("ticket", ""), who=request.user.pk)


def context_of(request: HttpRequest) -> dict:
    return admin.site.each_context(request) | {"title": _("Load answers"), "opts": Dataset._meta}


def show(
    request: HttpRequest,
    *,
    answers_form: AnswersForm | None = None,
    codebook_form: CodebookForm | None = None,
    **found,
) -> HttpResponse:
    context = context_of(request) | found
    context["answers_form"] = answers_form or AnswersForm()
    context["codebook_form"] = codebook_form or CodebookForm(auto_id=CHECKED)
    return TemplateResponse(request, "surveys/administration/load.html", context)


STEPS = {"recognise": recognise, "draft": draft, "check": check, "load": load}
