"""The weight that a codebook asks for by its targets, as one more column of the answers."""

from dataclasses import replace

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.loading.problems import Report
from surveys.microdata.codebook.codebook import Weighting
from surveys.microdata.codebook.questions import Question
from surveys.microdata.statistics.raking import MOST_ROUNDS, CannotRakeError, Margin, Obstacle, rake
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.columns import MISSING


def with_raked_weight(answers: Answers, report: Report) -> Answers | None:
    """The answers with the weight of their codebook's targets, or as they are where it has none.

    None where a problem was added. Notes say how efficient the weight is and who is raked on some questions only.
    """
    weighting = answers.codebook.weighting
    if weighting is None:
        return answers
    questions = [answers.codebook.by_code[code] for code in weighting.targets]
    margins = [_margin(answers, question, weighting) for question in questions]
    try:
        raked = rake(margins)
    except CannotRakeError as error:
        _refuse(error, weighting, questions, report)
        return None
    for question, margin in zip(questions, margins, strict=True):
        _note_missing(question, int(np.count_nonzero(margin.codes == MISSING)), weighting, report)
    words = _("raked in rounds: %(rounds)d; weighting efficiency %(efficiency)s %%")
    said = words % {"rounds": raked.rounds, "efficiency": f"{100 * raked.efficiency:.1f}"}
    report.note("", None, weighting.code, "", said)
    return replace(answers, columns={**answers.columns, weighting.code: raked.weights})


def _margin(answers: Answers, question: Question, weighting: Weighting) -> Margin:
    (codes,) = answers.parts(question)
    targets = weighting.targets[question.code]
    return Margin(np.asarray(codes), np.array([targets.get(option.code, np.nan) for option in question.options]))


def _note_missing(question: Question, count: int, weighting: Weighting, report: Report) -> None:
    if count:
        words = ngettext(
            "%(count)d respondent gave no answer to %(question)s and is raked on the other questions only",
            "%(count)d respondents gave no answer to %(question)s and are raked on the other questions only",
            count,
        )
        report.note("", None, weighting.code, "", words % {"count": count, "question": question.code})


def _refuse(error: CannotRakeError, weighting: Weighting, questions: list[Question], report: Report) -> None:
    place: dict[str, object] = {"rounds": MOST_ROUNDS}
    value = ""
    if error.margin is not None:
        question = questions[error.margin]
        place |= {"question": question.code}
        value = question.code
        if error.category is not None:
            place |= {"option": question.options[error.category].code}
            value = f"{question.code}: {place['option']}"
    words = {
        Obstacle.NOBODY: _(
            "expected respondents who chose %(option)s of %(question)s, which has a target; put it together with "
            "another option, or leave it out of the targets"
        ),
        Obstacle.NO_TARGET: _("expected a target for %(option)s of %(question)s, which respondents chose"),
        Obstacle.NOT_ONE: _("expected shares of %(question)s above 0 that add to 1"),
        Obstacle.NO_END: _(
            "expected targets that can all be met at once; %(rounds)d rounds did not settle: give fewer targets, or "
            "put rare options together"
        ),
    }[error.obstacle]
    report.add("", None, weighting.code, value, words % place)
