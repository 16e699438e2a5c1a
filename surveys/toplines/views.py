"""The page of all tables of a wave, and the same as a book."""

from urllib.parse import quote

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.exhibits.suffixes import FORM_OF
from portal.one_query import with_one_query
from surveys.books.book import book_file
from surveys.crosstabs.pages import asking_or_404
from surveys.crosstabs.ticks import with_ticks
from surveys.toplines.exhibit import toplines_exhibit
from surveys.toplines.forms import BookForm, ToplinesForm
from surveys.toplines.pages import tables_or_refuse, toplines_context


@require_safe
@with_ticks
@with_one_query
def toplines(request, survey, wave, suffix):
    form = ToplinesForm.read(request.GET, asking=asking_or_404(survey, wave))
    tables = tables_or_refuse(form)
    exhibit = toplines_exhibit(tables, form.asking, query=form.view_query)
    context = {} if suffix else toplines_context(tables, form)
    return exhibit_response(request, exhibit, form, suffix, "surveys/toplines.html", context)


@require_safe
def book(request, survey, wave):
    form = BookForm.read(request.GET, asking=asking_or_404(survey, wave))
    tables = tables_or_refuse(form)
    exhibit = toplines_exhibit(tables, form.asking, query=form.view_query)
    response = HttpResponse(book_file(tables, form.asking, exhibit), content_type=FORM_OF[".xlsx"].content_type)
    name, titled = f"{survey}-{wave}-book.xlsx", quote(f"{exhibit.title.replace('/', '-')[:80]}.xlsx")
    response["Content-Disposition"] = f"attachment; filename=\"{name}\"; filename*=UTF-8''{titled}"
    response["Link"] = f'<{exhibit.href()}>; rel="canonical"'
    return response
