"""A table of all answers of a dataset, without disclosure control, for researchers; each look is logged."""

from collections.abc import Callable
from dataclasses import dataclass

import orjson
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from portal.labels import choose
from surveys.admin.research_form import ResearchForm, asked_text
from surveys.microdata.publishing import table_for
from surveys.microdata.store.folders import NoSuchRevision, open_answers
from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.table import Audience, Estimate, Table
from surveys.microdata.tables.writing import table_csv, table_json
from surveys.models import Dataset, ResearchRequest

PERMISSION = "surveys.see_answers"
UNDEFINED = "–"
PLACES = 2  # of what the page shows; the files are not rounded
FILES: dict[str, tuple[str, Callable[[Table], str | bytes]]] = {
    ".json": ("application/json", lambda table: orjson.dumps(table_json(table), option=orjson.OPT_INDENT_2)),
    ".csv": ("text/csv; charset=utf-8", table_csv),
}


@require_GET
@never_cache
def research_page(request: HttpRequest, pk: int, suffix: str = "") -> HttpResponse:
    """The form; with a question its table. A file where the suffix asks for one."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if suffix and suffix not in FILES:
        raise Http404
    dataset = get_object_or_404(Dataset.objects.with_context(), pk=pk)
    try:
        answers = open_answers(dataset.revision)
    except NoSuchRevision:
        raise Http404(_("This machine's store lacks the answers of this dataset.")) from None
    form = ResearchForm(request.GET if request.GET or suffix else None, codebook=answers.codebook)
    if not form.is_valid():
        return _page(request, dataset, form, status=400 if form.is_bound else 200)
    ResearchRequest.objects.create(dataset=dataset, who=request.user, asked=_logged(form, suffix))
    table = table_for(answers, form.spec, Audience.RESEARCH)
    return _file(dataset, table, suffix) if suffix else _page(request, dataset, form, table=table)


def _logged(form: ResearchForm, suffix: str) -> str:
    longest = ResearchRequest._meta.get_field("asked").max_length
    return f"{asked_text(form.spec)}{f' · {suffix}' if suffix else ''}"[:longest]


def _file(dataset: Dataset, table: Table, suffix: str) -> HttpResponse:
    kind, write = FILES[suffix]
    name = f"{dataset.wave.survey.slug}-{dataset.wave.slug}-{table.spec.rows}-research{suffix}"
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(write(table), content_type=kind, headers=headers)


def _page(
    request: HttpRequest, dataset: Dataset, form: ResearchForm, *, table: Table | None = None, status: int = 200
) -> HttpResponse:
    context = admin.site.each_context(request) | {
        "title": _("Table without disclosure control"),
        "opts": Dataset._meta,
        "dataset": dataset,
        "form": form,
        "shown": None if table is None else shown_table(table),
        "files": [(suffix, f"table{suffix}?{request.GET.urlencode()}") for suffix in FILES],
    }
    return TemplateResponse(request, "surveys/administration/research_table.html", context, status=status)


@dataclass(frozen=True)
class ShownTable:
    """Texts: heads (label, letter) of the columns, the total first; rows (label, cells); bases likewise."""

    heads: list[tuple[str, str]]
    rows: list[tuple[str, list[str]]]
    bases: list[tuple[str, list[str]]]
    footnote: str


def shown_table(table: Table) -> ShownTable:
    heads = [(_("Total"), ""), *((_label(column, column.code), column.letter) for column in table.columns)]
    rows = [
        (
            _label(row, row.code),
            [_share(row.total), *(f"{_share(cell.estimate)} {cell.letters}".rstrip() for cell in row.cells)],
        )
        for row in table.rows
    ]
    bases = [table.base, *(column.base for column in table.columns)]
    lines = [
        (_("Base"), [_number(base.n, 0) for base in bases]),
        (_("Weighted base"), [_number(base.w, PLACES) for base in bases]),
        (_("Effective base"), [_number(base.effective, PLACES) for base in bases]),
    ]
    return ShownTable(heads, rows, lines, footnote_of(table))


def _label(each, code: str) -> str:
    return choose(each.label_en, each.label_zh) or code


def _share(estimate: Estimate) -> str:
    if estimate.mean is not None:
        return _number(estimate.mean, PLACES)
    return UNDEFINED if estimate.p is None else f"{estimate.p * 100:.{PLACES}f}% ({estimate.n})"


def _number(value: float | None, places: int) -> str:
    return UNDEFINED if value is None else f"{value:.{places}f}"
