"""A landscape: its newest edition or that of a day, and each edition as a map."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.one_query import with_one_query
from vendors.editions import edition_on
from vendors.filters.landscape import LatestForm
from vendors.layouts.landscape import groups_of, map_ways
from vendors.layouts.listings import country_counts
from vendors.models import Listing, Scheme
from vendors.rows import known_edition, row_or_404
from vendors.selections.landscape import changes_of, landscape_form, legend_of, mapped


@require_safe
@with_one_query
def landscape_latest(request, code):
    """To the latest edition, or the one that was the latest on the day `as_of`."""
    day = LatestForm.read(request.GET).values["as_of"]
    scheme = row_or_404(Scheme.objects.landscapes().with_categories(), code=code)
    listings = Listing.objects.in_scheme(scheme)
    edition = edition_on(listings.dated_editions(), day) if day else known_edition(listings.editions())
    if not edition:
        raise Http404(_("There was no edition yet on %(day)s.") % {"day": day})
    return redirect(page_path(f"landscape/{code}/{edition}"))


@require_safe
@with_one_query
def landscape(request, code, edition, suffix):
    scheme = row_or_404(Scheme.objects.landscapes().with_categories(), code=code)
    editions = Listing.objects.in_scheme(scheme).editions()
    known_edition(editions, edition)
    form = landscape_form(request.GET, scheme, edition)
    exhibit = mapped(scheme, edition, form)
    context = {"scheme": scheme, "edition": edition, "editions": editions}
    if not suffix:
        context |= {"groups": groups_of(exhibit, scheme), "counts": country_counts(exhibit)}
        context |= {"ways": map_ways(form, exhibit), "legend": legend_of(exhibit, form)}
        context |= {"changes": changes_of(scheme, edition, editions)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/landscape.html", context, with_chart=False)
