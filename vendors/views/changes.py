"""What changed, as a page and as feeds."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import exhibit_response, root_of
from portal.labels import page_path
from portal.one_query import with_one_query
from portal.parameters import ParameterForm
from portal.site.feeds import FeedPlace
from vendors.exhibits.changes import changes_exhibit
from vendors.filters.changes import ChangesForm, PagedChangesForm
from vendors.history.feed import changes_feed
from vendors.layouts.changes import page_of_changes
from vendors.models import Attribute, Product, Scheme
from vendors.rows import row_or_404
from vendors.selections.changes import changes_of, chosen_changes, labels_of_changes


@require_safe
@with_one_query
def changes(request, suffix):
    if suffix:
        form = ChangesForm.read(request.GET, **labels_of_changes())
        return exhibit_response(request, chosen_changes(form, form.view_query), form, suffix, "")
    form = PagedChangesForm.read(request.GET, **labels_of_changes())
    exhibit = chosen_changes(form, form.whole_query)
    context = {"pages": page_of_changes(exhibit, form), "feed": page_path("changes.atom"), "feed_title": _("Changes")}
    return exhibit_response(request, exhibit, form, suffix, "vendors/changes.html", context)


@require_safe
def all_feed(request):
    return feed_response(request, changes_exhibit(changes_of()), page="changes")


@require_safe
def product_feed(request, slug):
    product = row_or_404(Product.objects.with_owners(), slug=slug)
    exhibit = changes_exhibit(changes_of(products=[slug]), address=f"products/{slug}")
    return feed_response(request, exhibit, page=f"products/{slug}", about=product.label)


@require_safe
def attribute_feed(request, code):
    attribute = row_or_404(Attribute.objects.all(), code=code)
    exhibit = changes_exhibit(changes_of(attributes=[code]), address=f"attributes/{code}")
    return feed_response(request, exhibit, page=f"attributes/{code}", about=attribute.label)


@require_safe
def landscape_feed(request, code):
    scheme = row_or_404(Scheme.objects.landscapes(), code=code)
    exhibit = changes_exhibit(changes_of(schemes=[code]), address=f"landscape/{code}/changes")
    return feed_response(request, exhibit, page=f"landscape/{code}", about=scheme.label)


def feed_response(request: HttpRequest, exhibit: Exhibit, *, page: str, about: str = "") -> HttpResponse:
    """The feed; it takes no parameters."""
    ParameterForm.read(request.GET)
    place = FeedPlace(root_of(request), request.path, page_path(page))
    return HttpResponse(changes_feed(exhibit, place, about=about), content_type="application/atom+xml; charset=utf-8")
