"""The list of products and the page of one."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.one_query import with_one_query
from vendors.filters.products import ProductForm, ProductsForm
from vendors.history.products import standing_then
from vendors.layouts.product_page import product_context
from vendors.layouts.tables import table_context
from vendors.models import Attribute, Product, Scheme, Vendor
from vendors.rows import row_or_404
from vendors.selections.around import around_product
from vendors.selections.products import chosen_products, facts_of


@require_safe
@with_one_query
def products(request, suffix):
    form = ProductsForm.read(
        request.GET,
        vendors=Vendor.objects.with_products().labels(),
        countries=Vendor.objects.with_products().countries(),
        attributes=Attribute.objects.labels(),
        schemes={scheme.code: scheme.label for scheme in Scheme.objects.all()},
    )
    exhibit = chosen_products(form)
    return exhibit_response(request, exhibit, form, suffix, "vendors/products.html", table_context(exhibit, form))


@require_safe
@with_one_query
def product(request, slug, suffix):
    form = ProductForm.read(request.GET)
    row = row_or_404(Product.objects.with_owners(), slug=slug)
    as_of = form.values["as_of"]
    exhibit = facts_of(row, form.view_query, as_of)
    if suffix:
        return exhibit_response(request, exhibit, form, suffix, "")
    context = product_context(exhibit, around_product(row, as_of), as_of)
    context |= {"then": standing_then(row, as_of), "crumbs": [(_("Products"), page_path("products"))]}
    return exhibit_response(request, exhibit, form, suffix, "vendors/product.html", context)
