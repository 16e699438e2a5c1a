"""The exhibit of a question in one wave, whole or broken down by parts of the sample."""

from collections.abc import Sequence

from portal.exhibits.columns import Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import citations_of, notes_of, question_notes
from surveys.exhibits.shapes import segment_chart, whole_chart
from surveys.findings import Result, finding
from surveys.frames import broken_down, dimensions_of, figures_frame, sorted_rows, whole_rows, with_remainder
from surveys.frames.figures import remainder_of
from surveys.frames.written import with_page_words
from surveys.models import Figure, Question, Wording
from surveys.stages import stages_of
from surveys.words import subtitle

BY_CODE_LIST = "order"
BY_VALUE = "-value"


def question_exhibit(
    wording: Wording, figures: Sequence[Figure], *, by: str = "", sort: str = "", query: str = ""
) -> Exhibit:
    """`figures` are those of the wording in code-list order; `by` is a dimension of theirs, `sort` as in filters."""
    frame = figures_frame(figures)
    by = by or only_dimension(figures)
    order = sort or default_sort(wording, figures)
    exhibit = _broken_down(frame, by, order) if by else _whole(wording, frame, order)
    frame, shape, chart_frame, headline, grid = exhibit
    across = grid.columns if grid else ""
    frame = with_page_words(frame, across=across)
    return make_exhibit(
        address=f"surveys/{wording.wave.survey.slug}/{wording.wave.slug}/{wording.question.code}",
        title=wording.question.label,
        columns=figure_columns(frame, on_page=("option", "segment"), across=across),
        frame=frame,
        citations=citations_of(figures, [wording]),
        query=query,
        subtitle=subtitle(wording, frame["base_n"], answers=frame["option"].nunique()),
        finding=headline,
        shape=shape,
        chart_frame=chart_frame,
        file_order="" if sort else BY_CODE_LIST,
        grid=grid,
        notes=notes_of(*question_notes(wording, frame)),
    )


def only_dimension(figures: Sequence[Figure]) -> str:
    """The dimension to show where no number of the whole sample was published."""
    has_whole = any(figure.segment is None for figure in figures)
    return "" if has_whole or not figures else next(iter(dimensions_of(figures)))


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


def _whole(wording: Wording, frame, sort: str):
    frame = whole_rows(frame)
    if frame.empty:
        return frame, None, None, "", None
    results, stages = results_of(frame), question_stages(wording, frame["option"])
    missing = remainder_of(frame) if wording.is_whole else 0.0
    headline = finding(wording.question, results, stages, missing=missing, is_whole=wording.is_whole)
    frame = with_remainder(sorted_rows(frame, sort), wording)
    shape, chart_frame = whole_chart(wording.question, frame, results, stages, is_whole=wording.is_whole)
    return frame, shape, chart_frame, headline, None


def _broken_down(frame, by: str, sort: str):
    frame = broken_down(frame, by, sort)
    across = tuple(frame.sort_values("order")["segment"].unique())
    return frame, segment_chart(frame), None, "", Grid("option", "segment", "value", order=across)
