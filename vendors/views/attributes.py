"""The dictionary of attributes, and the page of one."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.one_query import with_one_query
from vendors.filters.attributes import AttributeForm, AttributesForm
from vendors.layouts.attributes import values_of_attribute
from vendors.layouts.tables import when_stacked
from vendors.models import Attribute
from vendors.rows import row_or_404
from vendors.selections.attributes import chosen_attributes, values_of
from vendors.units import unit_words


@require_safe
@with_one_query
def attributes(request, suffix):
    form = AttributesForm.read(request.GET)
    exhibit = chosen_attributes(form)
    context = {"stacked": when_stacked(exhibit)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/attributes.html", context)


@require_safe
@with_one_query
def attribute(request, code, suffix):
    form = AttributeForm.read(request.GET)
    row = row_or_404(Attribute.objects.all(), code=code)
    exhibit = values_of(row, form)
    context = {
        "attribute": row,
        "definition": row.text("definition"),
        "unit": unit_words(row.unit),
        "values": values_of_attribute(exhibit, code),
        "group_address": f"attributes?group={row.group}",
        "feed": page_path(f"attributes/{code}.atom"),
        "crumbs": [(_("Attributes"), page_path("attributes"))],
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/attribute.html", context)
