"""One fact with its history, and the files of a correction that a reader prepares."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response, root_of
from portal.labels import page_path
from vendors.filters.facts import CorrectionForm, FactForm
from vendors.history.corrections import as_csv
from vendors.layouts.history import fact_now, prepared, value_hint
from vendors.layouts.tables import when_stacked
from vendors.models import Attribute, Product
from vendors.rows import row_or_404
from vendors.selections.facts import history_of
from vendors.units import unit_words


@require_safe
def fact(request, slug, code, suffix):
    product, attribute = product_and_attribute(slug, code)
    if suffix:
        form = FactForm.read(request.GET)
        exhibit = history_of(product, attribute, as_of=form.values["as_of"], query=form.view_query)
        return exhibit_response(request, exhibit, form, suffix, "")
    form = CorrectionForm.read(request.GET, product=product, attribute=attribute)
    exhibit = history_of(product, attribute, as_of=form.values["as_of"], query=form.fact_query)
    context = {
        "product": product,
        "attribute": attribute,
        "unit": unit_words(attribute.unit),
        "now": fact_now(exhibit, form.values["as_of"]),
        "stacked": when_stacked(exhibit),
        "hint": value_hint(attribute),
        "prepared": prepared(form, exhibit, root_of(request)),
        "feed": page_path(f"products/{slug}.atom"),
        "addresses": {
            "attribute": f"attributes/{code}",
            "changes": f"changes?product={slug}&attribute={code}",
            "product": f"products/{slug}#{code}",
        },
        "crumbs": [(_("Products"), page_path("products")), (product.label, page_path(f"products/{slug}"))],
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/fact.html", context)


@require_safe
def correction(request, slug, code):
    """One line of facts.csv."""
    return csv_response("facts.csv", written_correction(request, slug, code).fact_cells)


@require_safe
def correction_source(request, slug, code):
    """One line of sources.csv, for a source that the portal does not have."""
    return csv_response("sources.csv", written_correction(request, slug, code).source_cells)


def written_correction(request, slug, code):
    product, attribute = product_and_attribute(slug, code)
    return CorrectionForm.read_written(request.GET, product=product, attribute=attribute).correction()


def product_and_attribute(slug: str, code: str) -> tuple[Product, Attribute]:
    return row_or_404(Product.objects.with_owners(), slug=slug), row_or_404(Attribute.objects.all(), code=code)


def csv_response(name: str, cells: dict[str, str]) -> HttpResponse:
    response = HttpResponse(as_csv(cells), content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
