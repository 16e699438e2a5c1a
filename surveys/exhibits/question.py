"""The exhibit of a question in one wave, whole or broken down by parts of the sample."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.charts.shape import Shape
from portal.exhibits.columns import Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import sentences
from surveys.descriptions import parts_description, question_description
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import citations_of, look_notes, notes_of, question_notes
from surveys.exhibits.shapes import segment_chart, whole_chart
from surveys.findings import Result, finding
from surveys.frames import broken_down, figures_frame, looked_at, sorted_rows, whole_rows, with_remainder
from surveys.frames.figures import remainder_of
from surveys.frames.written import with_page_words
from surveys.looks import Look, only_dimension, question_charts, shown_figures
from surveys.models import Figure, Question, Wording
from surveys.stages import stages_of
from surveys.words import shown_words, subtitle, titled

if TYPE_CHECKING:
    from pandas import DataFrame

BY_CODE_LIST = "order"
BY_VALUE = "-value"


@dataclass(frozen=True)
class Laid:
    """The rows of a question with what is drawn of them."""

    frame: "DataFrame"
    shape: Shape | None = None
    chart_frame: "DataFrame | None" = None
    finding: str = ""
    grid: Grid | None = None


def question_exhibit(
    wording: Wording, figures: Sequence[Figure], look: Look | None = None, *, query: str = ""
) -> Exhibit:
    """`figures` are all of the wording, in code-list order."""
    look = completed(look or Look(), wording, figures)
    laid = (_broken_down if look.by else _whole)(wording, figures, look)
    across = laid.grid.columns if laid.grid else ""
    frame = with_page_words(laid.frame, across=across)
    answers = len({figure.option_id for figure in figures})
    asked = subtitle(wording, frame["base_n"], answers=answers)
    title = titled(wording.question.label, is_people=look.is_people)
    return make_exhibit(
        address=f"surveys/{wording.wave.survey.slug}/{wording.wave.slug}/{wording.question.code}",
        title=title,
        columns=figure_columns(frame, on_page=("option", "segment"), across=across),
        frame=frame,
        citations=citations_of(figures, [wording]),
        query=query,
        subtitle=sentences([asked, shown_words(len(look.options), answers)]),
        finding=laid.finding,
        description=(parts_description if look.by else question_description)(title, wording, frame),
        shape=laid.shape,
        chart_frame=laid.chart_frame,
        file_order=BY_CODE_LIST if look.sort == default_sort(wording, figures) else "",
        grid=laid.grid,
        notes=notes_of([*look_notes(look), *question_notes(wording, frame)[0]], question_notes(wording, frame)[1]),
    )


def completed(look: Look, wording: Wording, figures: Sequence[Figure]) -> Look:
    """The look with what these figures have in place of what is left open."""
    look = replace(look, by=look.by or only_dimension(figures), sort=look.sort or default_sort(wording, figures))
    return replace(look, chart=look.chart or question_charts(wording.question, figures, look)[0])


def default_sort(wording: Wording, figures: Sequence[Figure]) -> str:
    """Options with an order of their own keep it; others stand by value."""
    is_staged = bool(question_stages(wording, [figure.option.code for figure in figures]))
    return BY_CODE_LIST if wording.question.is_ordered or is_staged else BY_VALUE


def question_stages(wording: Wording, codes: Sequence[str]) -> dict[str, str]:
    """Stages exclude each other: several answers at once are no stages, and must not be added up."""
    return stages_of(list(dict.fromkeys(codes))) if wording.question.kind == Question.Kind.SINGLE else {}


def results_of(frame) -> list[Result]:
    """The rows of a whole sample as findings take them."""
    columns = zip(frame["option"], frame[label_column("option")], frame["value"], frame["is_apart"], strict=True)
    return [Result(*row) for row in columns]


def _whole(wording: Wording, figures: Sequence[Figure], look: Look) -> Laid:
    """The finding speaks of all answers, so there is none over some of them; nor is anything known to be missing."""
    whole = whole_rows(figures_frame(figures))
    if whole.empty:
        return Laid(whole)
    results, stages = results_of(whole), question_stages(wording, whole["option"])
    headline = ""
    frame = whole_rows(figures_frame(shown_figures(figures, look)))
    frame = sorted_rows(frame, look.sort)
    if not look.options:
        missing = remainder_of(whole) if wording.is_whole else 0.0
        headline = finding(wording.question, results, stages, missing=missing, is_whole=wording.is_whole)
        frame = with_remainder(frame, wording)
    frame = looked_at(frame, look)
    shape, chart_frame = whole_chart(wording, frame, results, stages, look)
    return Laid(frame, shape, chart_frame, headline)


def _broken_down(wording: Wording, figures: Sequence[Figure], look: Look) -> Laid:
    rows = looked_at(figures_frame(shown_figures(figures, look)), look)
    frame = broken_down(rows, look.by, look.sort)
    across = tuple(frame.sort_values("order")["segment"].unique())
    return Laid(frame, segment_chart(frame, look), grid=Grid("option", "segment", "value", order=across))
