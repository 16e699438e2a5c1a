"""The catalogue of data, as a page with its files."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response, root_of
from portal.labels import language_now
from portal.one_query import with_one_query
from portal.site.catalogue import all_downloads, catalog_of
from portal.site.exhibits import data_exhibit
from portal.site.filters import DataForm
from portal.site.pages import data_context
from portal.site.whole_tables import data_set_of, whole_tables


@require_safe
@with_one_query
def data(request: HttpRequest, suffix: str) -> HttpResponse:
    form = DataForm.read(request.GET)
    downloads = all_downloads(form.chosen("kind"), form.values["q"])
    exhibit = data_exhibit(downloads, filters=form.words(), query=form.view_query)
    context = data_context(downloads, is_whole=not form.is_filtered)
    context["tables"] = [] if form.is_filtered else whole_tables()
    context["catalog"] = catalog_of(downloads, root_of(request), language_now())
    context["catalog"]["dataset"] += [data_set_of(table, root_of(request)) for table in context["tables"]]
    return exhibit_response(request, exhibit, form, suffix, "portal/data.html", context)
