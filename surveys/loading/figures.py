"""figures.csv: published percentages."""

from collections import defaultdict
from decimal import Decimal

from django.utils.translation import gettext as _

from portal.loading.columns import OptionalCount, OptionalShare, Required, Row, Share, Text
from portal.loading.dataset import Dataset, Reference
from portal.loading.draft import Draft
from portal.loading.problems import Report
from surveys.models import Figure, Question

MAX_WHOLE = Decimal("100.5")  # per cent; published shares are rounded


class FigureRow(Row):
    survey: Required
    wave: Required
    question: Required
    option: Required
    segment: Text
    percent: Share
    base_n: OptionalCount
    low: OptionalShare
    high: OptionalShare
    note_en: Text
    note_zh: Text
    page: Text
    basis: Required
    source: Required


def name_segment(figure: Figure) -> str:
    """The segment as the file writes it: region=asia."""
    return f"{figure.segment.dimension}={figure.segment.code}" if figure.segment else ""


def verify_totals(draft: Draft, report: Report) -> None:
    """Shares that are parts of a whole add up to no more than it, stored and new ones together."""
    whole = {(id(wording.wave), id(wording.question)) for wording in draft.complete("wordings") if wording.is_whole}
    groups = defaultdict(list)
    for figure in draft.complete("figures"):
        question = figure.option.question
        if question.kind == Question.Kind.SINGLE or (id(figure.wave), id(question)) in whole:
            groups[id(figure.wave), id(question), id(figure.segment)].append(figure)
    for figures in groups.values():
        total = sum(figure.percent for figure in figures)
        if total > MAX_WHOLE:
            report_total(figures, total, draft, report)


def report_total(figures: list[Figure], total: Decimal, draft: Draft, report: Report) -> None:
    """Names the last line that adds to the total; where no file brings figures, the question or wording is at fault."""
    places = [place for figure in figures if (place := draft.place(figure))]
    question, wave = figures[0].option.question, figures[0].wave
    where = " / ".join(filter(None, [wave.survey.slug, wave.slug, question.code, name_segment(figures[0])]))
    expected = _("expected the shares of %(where)s to add up to at most %(most)s, as only one answer is possible") % {
        "where": where, "most": MAX_WHOLE}
    place = places[-1] if places else draft.place(question)
    report.add(place.file if place else "wordings.csv", place.line if place else None, "percent", total, expected)


FIGURES = Dataset(
    name="figures",
    model=Figure,
    row=FigureRow,
    key=("survey", "wave", "question", "option", "segment"),
    key_of=lambda figure: (
        figure.wave.survey.slug, figure.wave.slug, figure.option.question.code, figure.option.code,
        name_segment(figure)),
    references=(
        Reference("wave", "waves", ("survey", "wave")),
        Reference("option", "options", ("survey", "question", "option")),
        Reference("segment", "segments", ("segment",), separator="="),
        Reference("source", "sources", ("source",)),
    ),
    verify=verify_totals,
    watches=frozenset({"questions", "wordings"}),
)
