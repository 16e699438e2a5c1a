"""The exhibit of a crosstab: a public table with its finding, chart, notes, sources and recipe."""

from functools import partial
from typing import TYPE_CHECKING

from portal.exhibits.citations import cite
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import all_of
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.attachments import attachments_of
from surveys.crosstabs.columns import GRID, crosstab_columns, with_words
from surveys.crosstabs.findings import description, finding
from surveys.crosstabs.frames import crosstab_frame, sorted_answers
from surveys.crosstabs.notes import crosstab_notes, subtitle
from surveys.crosstabs.picturing import with_pictured
from surveys.crosstabs.recipe import plain_recipe
from surveys.crosstabs.shapes import charts_of, drawing_of
from surveys.looks import STACKED
from surveys.microdata.codebook.questions import Kind
from surveys.microdata.tables.table import Table

if TYPE_CHECKING:
    from pandas import DataFrame


def crosstab_exhibit(
    table: Table, frame: "DataFrame", asking: Asking, *, sort: str = "order", chart: str = "", query: str = ""
) -> Exhibit:
    """`frame` is the table's crosstab_frame; `chart` one of those that suit it, the best where it is empty."""
    dataset = asking.published.dataset
    frame = with_words(sorted_answers(frame, sort))
    chart = chart or suiting_charts(frame, asking, table)[0]
    drawing = drawing_of(frame, chart)
    found = finding(table, asking, draws_nets=chart != STACKED)
    name = title(table, asking)
    notes = crosstab_notes(table, frame, asking, left_out=drawing.left_out)
    return make_exhibit(
        address=address_of(asking),
        title=name,
        subtitle=subtitle(table, asking),
        columns=crosstab_columns(frame),
        frame=frame,
        citations=(cite(dataset.source),),
        query=query,
        finding=found,
        description=description(table, asking, found or name),
        shape=drawing.shape,
        chart_frame=drawing.frame,
        file_order="order",
        grid=GRID,
        notes=with_pictured(notes, table, frame, asking, drawing),
        recipe=plain_recipe(table, asking),
        attached=partial(attachments_of, table, asking),
    )


def table_frame(table: Table, asking: Asking) -> "DataFrame":
    return crosstab_frame(table, asking, asking.published.dataset)


def suiting_charts(frame: "DataFrame", asking: Asking, table: Table) -> tuple[str, ...]:
    kind = asking.codebook.by_code[table.spec.rows].kind
    return charts_of(frame, is_single=kind in (Kind.SINGLE, Kind.SCALE))


def title(table: Table, asking: Asking) -> str:
    rows = asking.label(table.spec.rows)
    if not table.spec.breaks:
        return rows
    return f"{rows} × {all_of([asking.label(code) for code in table.spec.breaks])}"


def address_of(asking: Asking) -> str:
    wave = asking.published.dataset.wave
    return f"surveys/{wave.survey.slug}/{wave.slug}/crosstab"
