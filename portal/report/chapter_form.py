"""The form of a chapter and its preview: what the text names is checked as loading checks it, and must be there."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_POST

from portal.administration.choices import DescribedForm
from portal.exhibits.lookup import exhibit_at
from portal.labels import LANGUAGES
from portal.models import Chapter, Source, Term
from portal.parameters import WrongParameters
from portal.report.manuscript import EXHIBIT, Manuscript, read_manuscript
from portal.report.pages import chapter_context
from portal.report.targets import Known, WrongTarget, wrong_exhibit, wrong_targets

BODIES = {"body_en": "en", "body_zh": "zh-hans"}
TEXTS = ("number", "title_en", "title_zh", "summary_en", "summary_zh", *BODIES)
MARKS = gettext_lazy(
    "Markdown. ![words](exhibit:address?view) shows an exhibit; [words](term:code) explains a term; "
    "[words](source:code) and [words](page:address) lead there; [^1] calls a footnote, [^1]: begins it."
)
PERMISSIONS = ("portal.add_chapter", "portal.change_chapter")


class ChapterForm(DescribedForm):
    """Says of each wrong target on which line of the text it stands."""

    class Meta:
        help_texts = dict.fromkeys(BODIES, MARKS)

    def clean(self):
        values = super().clean()
        slug = values.get("slug") or self.instance.slug
        known = known_now(slug)
        for name, language in BODIES.items():
            if name in values:
                values[name] = plain_lines(values[name])
                manuscript = read_manuscript(values[name])
                for wrong in (*wrong_targets(manuscript, known), *missing_exhibits(manuscript, language)):
                    line = _("Line %(line)d") % {"line": wrong.line}
                    self.add_error(name, f"{line}: “{wrong.value}” – {wrong.expected}")
        return values


def known_now(slug: str) -> Known:
    """`slug` is that of the chapter itself, which may not be stored yet."""
    return Known(
        terms=list(Term.objects.values_list("code", flat=True)),
        sources=list(Source.objects.values_list("code", flat=True)),
        chapters=[*Chapter.objects.values_list("slug", flat=True), slug],
    )


def missing_exhibits(manuscript: Manuscript, language: str) -> Iterator[WrongTarget]:
    """Those whose address is right, but where nothing is or the page would refuse the view."""
    for place in manuscript.places:
        if wrong_exhibit(place):
            continue
        try:
            exhibit_at(place.address, QueryDict(place.query), language=language)
        except Http404:
            yield WrongTarget(place.line, f"{EXHIBIT}{place.address}", _("there is no exhibit at this address"))
        except WrongParameters as error:
            yield WrongTarget(place.line, f"{EXHIBIT}{place.address}?{place.query}", str(error))


def plain_lines(text: str) -> str:
    """As files have them; browsers send CRLF."""
    return text.replace("\r\n", "\n")


@require_POST
def preview(request: HttpRequest, language: str) -> HttpResponse:
    """The chapter of the form as readers would see it; nothing is saved."""
    if not any(request.user.has_perm(permission) for permission in PERMISSIONS):
        raise PermissionDenied
    if language not in LANGUAGES:
        raise Http404(language)
    chapter = Chapter(**{name: plain_lines(request.POST.get(name, "")) for name in TEXTS})
    with override(language):
        return render(request, "portal/report/chapter.html", chapter_context(chapter, []))
