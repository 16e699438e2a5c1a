"""A summary of a survey's published answers: plan and portal in, merged rows of figures.csv out."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.loading.problems import Report, with_nearest
from surveys.answers import published_answers
from surveys.microdata.publishing import RefusedTable
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.making import SpecError
from surveys.models import Dataset, Question, Segment, Survey, Wording
from surveys.summaries.lines import FigureLine, lines_of
from surveys.summaries.merging import Cells, Merged, merge
from surveys.summaries.plan import PlanLine


def summarise(
    survey: Survey, plan: list[PlanLine], plan_name: str, rows: list[Cells], waves: list[str], report: Report
) -> Merged | None:
    """None where something stands in the report: a code that is not known, a wave without answers or wording."""
    sources: dict[str, str] = {}
    lines: list[FigureLine] = []
    questions = {each.code: each for each in Question.objects.in_survey(survey).prefetch_related("options")}
    wordings = {(each.wave.slug, each.question.code): each for each in Wording.objects.in_survey(survey).with_context()}
    segments = {f"{each.dimension}={each.code}" for each in Segment.objects.all()}
    for line in plan:
        if line.figures_of not in questions:
            _refuse(
                report, plan_name, line, "figures_of", line.figures_of, _("expected the code of a question"), questions
            )
    for wave in waves or _waves_with_answers(survey):
        published = published_answers(survey.slug, wave)
        if published is None:
            report.add(plan_name, None, "waves", wave, _("expected a wave whose answers are loaded and published"))
            continue
        sources[wave] = published.dataset.source.code
        for line in plan:
            question = questions.get(line.figures_of)
            if (
                question is None
                or not line.is_for(wave)
                or not _is_asked(line, published.answers, wave, plan_name, report)
            ):
                continue
            if (wave, line.figures_of) not in wordings:
                words = _("expected a row in wordings.csv for this wave and question")
                report.add(plan_name, line.line, "figures_of", f"{wave} / {line.figures_of}", words)
                continue
            options = set(line.options) or {option.code for option in question.options.all()}
            lines += _lines(line, published.answers, options, segments, plan_name, report)
    if report.total:
        return None
    wholes = {key for key, each in wordings.items() if each.is_whole or each.question.kind == Question.Kind.SINGLE}
    return merge(rows, lines, source=sources, wholes=wholes)


def _waves_with_answers(survey: Survey) -> list[str]:
    published = Dataset.objects.published().with_context()
    return sorted({dataset.wave.slug for dataset in published if dataset.wave.survey_id == survey.pk})


def _is_asked(line: PlanLine, answers: Answers, wave: str, plan_name: str, report: Report) -> bool:
    """Whether the wave asked the question; that one of its named waves did not is a mistake of the plan."""
    if line.question in answers.codebook.by_code:
        return True
    if line.waves:
        words = _("expected a question of the codebook of %(wave)s") % {"wave": wave}
        _refuse(report, plan_name, line, "question", line.question, words, answers.codebook.by_code)
    return False


def _lines(
    line: PlanLine, answers: Answers, options: set[str], segments: set[str], plan_name: str, report: Report
) -> Iterator[FigureLine]:
    """Of the whole sample and by each break that this wave's codebook has."""
    for by in ("", *line.by):
        if by and by not in answers.codebook.by_code:
            continue
        try:
            yield from lines_of(answers, line.question, line.figures_of, by=by, options=options, segments=segments)
        except (RefusedTable, SpecError) as refusal:
            report.add(plan_name, line.line, "by" if by else "question", by or line.question, str(refusal))


def _refuse(report: Report, name: str, line: PlanLine, column: str, value: str, expected: str, known) -> None:
    report.add(name, line.line, column, value, with_nearest(expected, value, known))
