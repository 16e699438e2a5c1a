"""What a picture of a chart says in place of notes that speak of the table: of letters, of intervals it has not."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from portal.exhibits.citations import Note
from portal.labels import choose
from portal.words import spaced
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.frames import segment_labels
from surveys.crosstabs.notes import flag_notes, hidden_columns, hidden_notes
from surveys.crosstabs.shapes import SEGMENT, Drawing
from surveys.crosstabs.words import FLAG, STRONG_FLAG
from surveys.microdata.tables.footnote import chart_footnote_of, footnote_of
from surveys.microdata.tables.table import Table

if TYPE_CHECKING:
    from pandas import DataFrame


def with_pictured(
    notes: Iterable[Note], table: Table, frame: "DataFrame", asking: Asking, drawing: Drawing
) -> tuple[Note, ...]:
    """`frame` is that of the notes; hidden columns have names in a picture, which has no letters."""
    has_intervals = bool(getattr(drawing.shape, "low", None))
    said = {spaced(footnote_of(table)): chart_footnote_of(table, has_intervals=has_intervals)}
    hidden = hidden_columns(table)
    labels = segment_labels(table.columns, asking)
    by_letter = hidden_notes([column.letter for column in hidden])
    by_name = hidden_notes([choose(*labels[column.key]) for column in hidden])
    said |= {spaced(letters): names for letters, names in zip(by_letter, by_name, strict=True)}
    flags = _flags(drawing)
    said |= {spaced(text): "" for text in flag_notes(frame) if text.split(" ", 1)[0] not in flags}
    return tuple(replace(note, in_picture=said.get(note.text)) for note in notes)


def _flags(drawing: Drawing) -> set[str]:
    """Those that stand behind labels of the chart."""
    if drawing.frame is None or drawing.shape is None:
        return set()
    shown = {column for column in drawing.shape.columns if column.endswith(SEGMENT) or column == "dot_label"}
    words = {word for column in shown for label in drawing.frame[column] for word in label.split()}
    found = {len(word) - len(word.rstrip("*")) for word in words}
    return {flag for flag in (FLAG, STRONG_FLAG) if len(flag) in found}
