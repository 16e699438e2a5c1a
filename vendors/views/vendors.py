"""The list of vendors and the page of one."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.one_query import with_one_query
from vendors.exhibits.vendors import vendor_exhibit
from vendors.filters.vendors import VendorsForm
from vendors.layouts.tables import table_context
from vendors.layouts.vendor_page import vendor_context
from vendors.models import Scheme, Vendor
from vendors.rows import row_or_404
from vendors.selections.around import around_vendor
from vendors.selections.products import products_of
from vendors.selections.vendors import chosen_vendors


@require_safe
@with_one_query
def vendors(request, suffix):
    schemes = {scheme.code: scheme.label for scheme in Scheme.objects.all()}
    form = VendorsForm.read(request.GET, countries=Vendor.objects.countries(), schemes=schemes)
    exhibit = chosen_vendors(form)
    return exhibit_response(request, exhibit, form, suffix, "vendors/vendors.html", table_context(exhibit, form))


@require_safe
def vendor(request, slug, suffix):
    form = ExhibitForm.read(request.GET)
    row = row_or_404(Vendor.objects.with_presence(), slug=slug)
    products = products_of(row)
    around = around_vendor(row, products.frame["product"])
    exhibit = vendor_exhibit(row, list(around.listings), products=products, query=form.view_query)
    context = {
        **vendor_context(row, exhibit, products, around),
        "crumbs": [(_("Vendors and projects"), page_path("vendors"))],
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/vendor.html", context)
