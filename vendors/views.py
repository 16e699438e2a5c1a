"""Pages of vendors, products, comparison, taxonomy and landscape, and their files."""

from dataclasses import replace

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response, shown
from portal.labels import page_path
from portal.one_query import with_one_query
from portal.parameters import ParameterForm
from portal.site.sections import mentions_of
from vendors import selections
from vendors.exhibits.vendors import vendor_exhibit
from vendors.filters import CompareForm, LandscapeForm, ProductsForm, TaxonomyForm, VendorsForm
from vendors.layouts.facts import compare_pickers, comparison, fact_groups
from vendors.layouts.listings import blocks, country_counts, matrix, places, scheme_links
from vendors.layouts.tables import sort_links
from vendors.models import Attribute, Listing, Product, Scheme, Vendor
from vendors.rows import known_edition, row_or_404
from vendors.words import city_name, country_name


@require_safe
@with_one_query
def vendors(request, suffix):
    form = VendorsForm.read(request.GET, countries=Vendor.objects.countries())
    exhibit = selections.chosen_vendors(form)
    return exhibit_response(request, exhibit, form, suffix, "vendors/vendors.html", {"sorts": sort_links(form)})


@require_safe
def vendor(request, slug, suffix):
    form = ExhibitForm.read(request.GET)
    row = row_or_404(Vendor.objects.with_presence(), slug=slug)
    listings = list(Listing.objects.of_vendor(row).with_everything().in_order())
    products = selections.products_of(row)
    exhibit = vendor_exhibit(row, listings, products=products, query=form.view_query)
    context = {
        "vendor": row,
        "country": country_name(row.country),
        "city": city_name(row.city),
        "country_note": row.text("country_note"),
        "products": shown(replace(products, citations=exhibit.citations)),
        "places": places(listings),
        "mentions": mentions_of("vendor", [slug]) + mentions_of("product", list(products.frame["product"])),
        "crumbs": [(_("Vendors and projects"), page_path("vendors"))],
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/vendor.html", context)


@require_safe
@with_one_query
def products(request, suffix):
    form = ProductsForm.read(
        request.GET,
        vendors=Vendor.objects.with_products().labels(),
        countries=Vendor.objects.with_products().countries(),
        attributes=Attribute.objects.labels(),
    )
    exhibit = selections.chosen_products(form)
    return exhibit_response(request, exhibit, form, suffix, "vendors/products.html", {"sorts": sort_links(form)})


@require_safe
def product(request, slug, suffix):
    form = ExhibitForm.read(request.GET)
    row = row_or_404(Product.objects.with_owners(), slug=slug)
    exhibit = selections.facts_of(row, form.view_query)
    context = {
        "product": row,
        "summary": row.text("summary"),
        "vendor_address": f"vendors/{row.vendor.slug}",
        "compare_address": selections.comparison_with(row),
        "groups": fact_groups(exhibit),
        "places": places(list(Listing.objects.of_product(row).with_everything().in_order())),
        "mentions": mentions_of("product", [slug]),
        "crumbs": [(_("Products"), page_path("products"))],
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/product.html", context)


@require_safe
@with_one_query
def compare(request, suffix):
    form = CompareForm.read(request.GET, products=Product.objects.labels(), attributes=Attribute.objects.labels())
    exhibit = selections.compared(form)
    context = {"comparison": comparison(exhibit), "pickers": compare_pickers(form, exhibit)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/compare.html", context)


@require_safe
def schemes(request, kind):
    """The schemes of a kind; where there is one only, its page."""
    ParameterForm.read(request.GET)
    found = list(Scheme.objects.of_kind(kind))
    if len(found) == 1:
        return redirect(page_path(f"{kind}/{found[0].code}"))
    return render(request, "vendors/schemes.html", {"schemes": scheme_links(found), "title": Scheme.Kind(kind).label})


@require_safe
@with_one_query
def taxonomy(request, code, suffix):
    form = TaxonomyForm.read(request.GET)
    scheme = row_or_404(Scheme.objects.taxonomies().with_categories(), code=code)
    exhibit = selections.placed(scheme, form)
    context = {"scheme": scheme, "categories": blocks(exhibit, scheme), "providers": matrix(exhibit, scheme)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/taxonomy.html", context, with_chart=False)


@require_safe
def landscape_latest(request, code):
    """To the latest edition."""
    ParameterForm.read(request.GET)
    scheme = row_or_404(Scheme.objects.landscapes().with_categories(), code=code)
    edition = known_edition(Listing.objects.in_scheme(scheme).editions())
    return redirect(page_path(f"landscape/{code}/{edition}"))


@require_safe
@with_one_query
def landscape(request, code, edition, suffix):
    scheme = row_or_404(Scheme.objects.landscapes().with_categories(), code=code)
    editions = Listing.objects.in_scheme(scheme).editions()
    listings = Listing.objects.in_edition(scheme, known_edition(editions, edition))
    form = LandscapeForm.read(request.GET, categories=scheme.category_labels(), countries=listings.countries())
    exhibit = selections.mapped(scheme, edition, form)
    context = {
        "scheme": scheme,
        "edition": edition,
        "editions": editions,
        "categories": [block for block in blocks(exhibit, scheme) if block.cards],
        "counts": country_counts(exhibit),
        "changes": selections.changes_of(scheme, edition, editions),
    }
    return exhibit_response(request, exhibit, form, suffix, "vendors/landscape.html", context, with_chart=False)
