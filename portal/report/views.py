"""The report's cover and its chapters."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import root_of, unless_chartless
from portal.models import Chapter
from portal.report.pages import article_of, chapter_context, cover_context


@require_safe
def cover(request: HttpRequest) -> HttpResponse:
    ExhibitForm.read(request.GET)
    chapters = list(Chapter.objects.published())
    return render(request, "portal/report/cover.html", cover_context(chapters))


@require_safe
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    ExhibitForm.read(request.GET)
    chapters = list(Chapter.objects.published())
    found = next((each for each in chapters if each.slug == slug), None)
    if found is None:
        raise Http404(_("There is no chapter “%(slug)s” in the report.") % {"slug": slug})
    context = chapter_context(found, chapters)
    context["page_type"] = "article"
    context["article"] = article_of(context["chapter"], root_of(request))
    return unless_chartless(render(request, "portal/report/chapter.html", context), *context["text"].exhibits)
