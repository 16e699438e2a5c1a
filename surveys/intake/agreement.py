"""Where a codebook and the portal's own questions of the survey say different things; told, and refused for nothing."""

from django.utils.translation import gettext as _

from portal.loading.problems import Report, with_nearest
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Question
from surveys.models import Question as PortalQuestion
from surveys.models import Survey


def note_differences(codebook: Codebook, survey: Survey, name: str, report: Report) -> None:
    """Questions of the same code should be of the same kind, and their options of the same codes.

    Options that the portal has beyond those of the codebook were offered in other waves.
    """
    known = {each.code: each for each in PortalQuestion.objects.in_survey(survey).prefetch_related("options")}
    for question in codebook.tabulated:
        if theirs := known.get(question.code):
            _note_kind(question, theirs, name, report)
            _note_options(question, theirs, name, report)


def _note_kind(question: Question, theirs: PortalQuestion, name: str, report: Report) -> None:
    if str(question.kind) != theirs.kind:
        words = _("the portal has this question as “%(kind)s”") % {"kind": theirs.get_kind_display()}
        report.note(name, None, question.code, question.kind, words)


def _note_options(question: Question, theirs: PortalQuestion, name: str, report: Report) -> None:
    codes = [option.code for option in theirs.options.all()]
    if not codes:
        return
    for option in question.options:
        if option.code not in codes:
            words = _("the portal has no option of this code at the question of the same code")
            report.note(name, None, question.code, option.code, with_nearest(words, option.code, codes))
