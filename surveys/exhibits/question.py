"""The exhibit of a question in one wave, whole or broken down by parts of the sample."""

from collections.abc import Sequence

import pandas as pd

from portal.exhibits.columns import Grid
from portal.exhibits.exhibit import Exhibit
from portal.labels import language_now
from portal.versions import current_version
from surveys.exhibits.columns import figure_columns, shown_label, with_page_words
from surveys.exhibits.notes import citations_of, notes_of, question_notes
from surveys.exhibits.shapes import segment_chart, whole_chart
from surveys.findings import Result, finding
from surveys.frames import broken_down, dimensions_of, figures_frame, sorted_rows, whole_rows, with_remainder
from surveys.frames.figures import remainder_of
from surveys.models import Figure, Wording
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
    exhibit = _broken_down(wording, frame, by, sort) if by else _whole(wording, frame, sort)
    version = current_version()
    frame, shape, chart_frame, headline, grid = exhibit
    frame = with_page_words(frame, bases_in_cells=grid is not None)
    return Exhibit(
        address=f"surveys/{wording.wave.survey.slug}/{wording.wave.slug}/{wording.question.code}",
        language=language_now(),
        title=wording.question.label,
        columns=figure_columns(frame, on_page=("option", "segment")),
        frame=frame,
        citations=citations_of(figures, [wording]),
        updated=version.changed,
        version=version.number,
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


def default_sort(wording: Wording, stages: dict[str, str]) -> str:
    return BY_CODE_LIST if wording.question.is_ordered or stages else BY_VALUE


def results_of(frame: pd.DataFrame) -> list[Result]:
    """The rows of a whole sample as findings take them."""
    columns = zip(frame["option"], frame[shown_label("option")], frame["value"], frame["is_apart"], strict=True)
    return [Result(*row) for row in columns]


def _whole(wording: Wording, frame: pd.DataFrame, sort: str):
    frame = whole_rows(frame)
    if frame.empty:
        return frame, None, None, "", None
    results, stages = results_of(frame), stages_of(list(frame["option"])) if _may_be_stages(wording) else {}
    missing = remainder_of(frame) if wording.is_whole else 0.0
    headline = finding(wording.question, results, stages, missing=missing, is_whole=wording.is_whole)
    frame = with_remainder(sorted_rows(frame, sort or default_sort(wording, stages)), wording)
    shape, chart_frame = whole_chart(wording.question, frame, results, stages, is_whole=wording.is_whole)
    return frame, shape, chart_frame, headline, None


def _may_be_stages(wording: Wording) -> bool:
    """Stages exclude each other: several answers at once are no stages, and must not be added up."""
    return wording.question.kind == wording.question.Kind.SINGLE


def _broken_down(wording: Wording, frame: pd.DataFrame, by: str, sort: str):
    stages = stages_of(list(frame["option"].unique())) if _may_be_stages(wording) else {}
    frame = broken_down(frame, by, sort or default_sort(wording, stages))
    return frame, segment_chart(frame), None, "", Grid("option", "segment", "value")
