"""What is new, as a page with its files and as feeds."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import exhibit_response, root_of
from portal.labels import page_path
from portal.models import Source
from portal.one_query import with_one_query
from portal.parameters import ParameterForm
from portal.site.exhibits import news_exhibit
from portal.site.feeds import FeedPlace, atom_feed, json_feed
from portal.site.filters import NewsForm
from portal.site.news import all_news
from portal.site.pages import news_context


@require_safe
@with_one_query
def news(request: HttpRequest, suffix: str) -> HttpResponse:
    form = NewsForm.read(request.GET)
    found = all_news(form.chosen("kind"))
    sources = list(Source.objects.of_codes({each.source for each in found}))
    exhibit = news_exhibit(found, sources, filters=form.words(), query=form.view_query)
    return exhibit_response(request, exhibit, form, suffix, "portal/news.html", news_context(exhibit))


@require_safe
def news_atom(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        atom_feed(unfiltered(request), place_of(request)), content_type="application/atom+xml; charset=utf-8"
    )


@require_safe
def news_json(request: HttpRequest) -> HttpResponse:
    return JsonResponse(json_feed(unfiltered(request), place_of(request)), content_type="application/feed+json")


def unfiltered(request: HttpRequest) -> Exhibit:
    """All news; feeds take no parameters and name no sources."""
    ParameterForm.read(request.GET)
    return news_exhibit(all_news(), [])


def place_of(request: HttpRequest) -> FeedPlace:
    return FeedPlace(root_of(request), request.path, page_path("news"))
