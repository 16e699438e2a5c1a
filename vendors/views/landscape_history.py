"""A landscape over time: what differs between two editions, statistics over all of them, and the history of an item."""

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
from portal.labels import page_path
from portal.one_query import with_one_query
from vendors.filters.landscape_changes import DifferenceForm
from vendors.filters.landscape_years import YearsForm
from vendors.layouts.landscape import crumbs_of, ways_of
from vendors.layouts.landscape_changes import changed_groups
from vendors.layouts.landscape_items import item_context
from vendors.models import Listing, Scheme
from vendors.rows import known_edition, row_or_404
from vendors.selections.landscape_changes import differing
from vendors.selections.landscape_items import item_of
from vendors.selections.landscape_years import over_editions

LEAST_EDITIONS = 2


@require_safe
@with_one_query
def changes(request, code, suffix):
    scheme, editions = scheme_and_editions(code)
    if len(editions) < LEAST_EDITIONS:
        raise Http404(_("There are no two editions yet between which something could differ."))
    form = DifferenceForm.read(request.GET, editions=editions)
    exhibit = differing(scheme, form)
    context = {"scheme": scheme, "editions": editions, "crumbs": crumbs_of(scheme)}
    context |= {"groups": changed_groups(exhibit), "feed": page_path(f"landscape/{code}/changes.atom")}
    template = "vendors/landscape_changes.html"
    return exhibit_response(request, exhibit, form, suffix, template, context, with_chart=False)


@require_safe
@with_one_query
def over_time(request, code, suffix):
    scheme, _editions = scheme_and_editions(code)
    form = YearsForm.read(request.GET)
    exhibit = over_editions(scheme, form)
    context = {"scheme": scheme, "crumbs": crumbs_of(scheme), "links": ways_of(form, "show", form.show)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/landscape_years.html", context)


@require_safe
@with_one_query
def item(request, code, key, suffix):
    scheme, editions = scheme_and_editions(code)
    form = ExhibitForm.read(request.GET)
    found = item_of(scheme, key)
    if found is None:
        raise Http404(_("There is no “%(key)s” here.") % {"key": key})
    exhibit = found.exhibit(form.view_query)
    context = {"scheme": scheme, "crumbs": crumbs_of(scheme), **item_context(found, exhibit, editions)}
    return exhibit_response(request, exhibit, form, suffix, "vendors/landscape_item.html", context)


def scheme_and_editions(code: str) -> tuple[Scheme, list[str]]:
    """A landscape that has an edition, with them oldest first."""
    scheme = row_or_404(Scheme.objects.landscapes().with_categories(), code=code)
    editions = Listing.objects.in_scheme(scheme).editions()
    known_edition(editions)
    return scheme, editions
