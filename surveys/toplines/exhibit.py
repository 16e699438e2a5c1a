"""The exhibit of all questions of a wave by the same columns."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.citations import Note, cite
from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import all_of, headed, joined, sentences, write_count
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.columns import crosstab_columns, with_words
from surveys.crosstabs.notes import arrow_notes, flag_notes, revision_note, rounding_notes
from surveys.crosstabs.words import filter_words
from surveys.exhibits.notes import notes_of
from surveys.microdata.codebook.questions import Kind
from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.table import SUPPRESSED, Table, TableSpec
from surveys.toplines.frames import segment_heads, toplines_frame
from surveys.weights import weight_label
from surveys.words import low_start, quoted

if TYPE_CHECKING:
    from pandas import DataFrame

GRID = Grid(rows="option", columns="segment", value="value", group="question")


def toplines_exhibit(tables: Sequence[Table], asking: Asking, *, query: str = "") -> Exhibit:
    """`tables` are at least one, all of one banner."""
    dataset, spec = asking.published.dataset, tables[0].spec
    frame = with_words(toplines_frame(tables, asking))
    frame = frame.assign(segment_written=segment_heads(frame))
    name = title(spec, asking)
    about = subtitle(tables, asking)
    return make_exhibit(
        address=f"surveys/{dataset.wave.survey.slug}/{dataset.wave.slug}/toplines",
        title=name,
        subtitle=about,
        columns=tuple(map(_of_all_questions, crosstab_columns(frame))),
        frame=frame,
        citations=(cite(dataset.source),),
        query=query,
        description=sentences([name, about]),
        grid=GRID,
        notes=notes(tables, frame, asking),
    )


def title(spec: TableSpec, asking: Asking) -> str:
    wave = asking.published.dataset.wave.title()
    if not spec.breaks:
        return _("%(wave)s: all answers") % {"wave": wave}
    breaks = all_of([quoted(asking.label(code)) for code in spec.breaks])
    return _("%(wave)s: all answers by %(columns)s") % {"wave": wave, "columns": breaks}


def subtitle(tables: Sequence[Table], asking: Asking) -> str:
    """How many questions and people; who of them; how they are weighted."""
    spec, dataset = tables[0].spec, asking.published.dataset
    questions = ngettext("%(count)s question", "%(count)s questions", len(tables)) % {"count": len(tables)}
    people = _("%(count)s respondents") % {"count": write_count(dataset.respondents)}
    filtered = filter_words(spec.filter, asking)
    return sentences(
        [
            joined([questions, people, low_start(weight_label(asking.codebook, spec.weight))]),
            headed(_("Only those who"), filtered) if filtered else "",
        ]
    )


def notes(tables: Sequence[Table], frame: "DataFrame", asking: Asking) -> tuple[Note, ...]:
    must = [footnote_of(tables[0]) if tables[0].columns else "", *flag_notes(frame)]
    if (frame["status"] == SUPPRESSED).any():
        must.append(_("Hidden: columns that would show, or leave over, fewer than 10 people."))
    if any(asking.codebook.by_code[table.spec.rows].kind is Kind.MULTIPLE for table in tables):
        must.append(_("Where several answers were possible, the shares do not add to 100."))
    more = [*arrow_notes(frame, tables[0].spec.adjust), *rounding_notes(), revision_note(asking)]
    return notes_of(must, more)


def _of_all_questions(column: Column) -> Column:
    """Here rows are told apart by their question, which heads each table."""
    return replace(column, on_page=True, written_by="question_written") if column.key == "question" else column
