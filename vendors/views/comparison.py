"""Products compared."""

from django.http import HttpResponseRedirect
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.one_query import with_one_query
from vendors.filters.comparison import AddingForm, CompareForm
from vendors.layouts.comparison import comparison
from vendors.layouts.comparison_forms import compare_controls
from vendors.models import Attribute, Product
from vendors.selections.comparison import compared


@require_safe
@with_one_query
def compare(request, suffix):
    """What the form of requirements sends is put in its place first: one view has one address."""
    known = {"products": Product.objects.labels(), "attributes": Attribute.objects.all()}
    if AddingForm.is_sent(request.GET):
        form = AddingForm.read(request.GET, **known)
        return HttpResponseRedirect(f"{request.path}?{form.complete_query}")
    form = CompareForm.read(request.GET, **known)
    found = compared(form)
    if suffix:
        return exhibit_response(request, found.exhibit, form, suffix, "vendors/compare.html")
    controls = compare_controls(form, found, Product.objects.by_service_model())
    context = {
        "comparison": comparison(found, form),
        "controls": controls,
        "chosen": found.chosen,
        "is_unranked": bool(form.preferences and found.chosen.products and not found.chosen.ranks),
    }
    return exhibit_response(request, found.exhibit, form, suffix, "vendors/compare.html", context)
