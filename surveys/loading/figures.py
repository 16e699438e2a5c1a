"""figures.csv: published percentages."""

from collections import defaultdict
from decimal import Decimal

from django.utils.translation import gettext as _
from pydantic import model_validator

from portal.loading.columns import OptionalCount, OptionalShare, Required, Row, Share, Text, WrongValue
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

    @model_validator(mode="after")
    def has_both_ends_of_its_interval(self):
        if (self.low is None) != (self.high is None):
            missing = "low" if self.low is None else "high"
            raise WrongValue(missing, _("expected both ends of the interval, or neither"))
        return self


def name_segment(figure: Figure) -> str:
    """The segment as the file writes it: region=asia."""
    return f"{figure.segment.dimension}={figure.segment.code}" if figure.segment else ""


def verify(draft: Draft, report: Report) -> None:
    verify_wordings(draft, report)
    verify_totals(draft, report)


def verify_wordings(draft: Draft, report: Report) -> None:
    """Without a wording nobody learns who was asked, and the portal has no page for the figure."""
    wordings, said = draft.objects["wordings"], set()
    for figure in draft.complete("figures"):
        key = figure_key(figure)[:3]
        wording = wordings.get(key)
        place = draft.place(figure) or draft.place(wording)
        if key in said or not place:
            continue
        if wording is None and key not in draft.spoiled["wordings"] and "wordings" not in draft.torn:
            expected = _("expected a row in wordings.csv for this wave and question")
        elif wording is not None and not wording.is_published:
            expected = _("wordings.csv says that this wave published no figures of the question")
        else:
            continue
        said.add(key)
        report.add(place.file, place.line, "question", " / ".join(key), expected)


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
    key, question = figure_key(figures[0]), figures[0].option.question
    wording = draft.objects["wordings"].get(key[:3])
    places = [place for each in (wording, question, *figures) if (place := draft.place(each))]
    if places:  # else the load has nothing to do with it
        where = " / ".join(filter(None, [*key[:3], key[-1]]))
        expected = _("expected the shares of %(where)s to add up to at most %(most)s, as each counts only once")
        report.add(places[-1].file, places[-1].line, "percent", total, expected % {"where": where, "most": MAX_WHOLE})


def figure_key(figure: Figure) -> tuple[str, ...]:
    question = figure.option.question
    return figure.wave.survey.slug, figure.wave.slug, question.code, figure.option.code, name_segment(figure)


FIGURES = Dataset(
    name="figures",
    model=Figure,
    row=FigureRow,
    key=("survey", "wave", "question", "option", "segment"),
    key_of=figure_key,
    references=(
        Reference("wave", "waves", ("survey", "wave")),
        Reference("option", "options", ("survey", "question", "option")),
        Reference("segment", "segments", ("segment",), separator="="),
        Reference("source", "sources", ("source",)),
    ),
    verify=verify,
    watches=frozenset({"questions", "wordings"}),
)
