"""The columns of a crosstab in file order, and the grid in which pages and files for people lay them out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column, Grid, label_column
from portal.exhibits.frames import rows_of
from portal.words import listed, write_count
from surveys.crosstabs.frames import HIGHER, LOWER, MEAN_UNIT
from surveys.crosstabs.words import flag_of, write_cell
from surveys.microdata.tables.table import SUPPRESSED

if TYPE_CHECKING:
    from pandas import DataFrame

ARROWS = {HIGHER: "↑", LOWER: "↓"}
GRID = Grid(rows="option", columns="segment", value="value")


def crosstab_columns(frame: "DataFrame") -> tuple[Column, ...]:
    """Columns that do not apply are left out: letters of a topline, intervals of means."""
    has_parts = bool((frame["segment"] != "").any())
    return (
        Column("survey", _("Survey"), "code", is_labelled=True, on_page=False),
        Column("wave", _("Wave"), "code", is_labelled=True, on_page=False),
        Column("question", _("Question"), "code", is_labelled=True, on_page=False),
        Column("option", _("Answer"), "code", is_labelled=True),
        Column("segment", _("Part of the sample"), "code", is_labelled=True, written_by="segment_written"),
        Column(
            "value",
            _("Value"),
            "value",
            decimals=2,
            written_by="value_written",
            tagged_by="value_tag",
            tags_stand_apart=True,
        ),
        Column("unit", _("Unit"), on_page=False),
        Column("base_n", _("Base"), "value", decimals=0),
        Column("base_weighted", _("Weighted base"), "value", decimals=1, on_page=False),
        Column("base_effective", _("Effective base"), "value", decimals=1, on_page=False),
        *(
            [
                Column("ci_low", _("Interval from"), "value", unit="%", decimals=1),
                Column("ci_high", _("Interval to"), "value", unit="%", decimals=1),
            ]
            if frame["ci_low"].notna().any()
            else []
        ),
        Column("status", _("Status"), "status", on_page=False),
        *([Column("significance", _("Significantly higher than"))] if has_parts else []),
        Column("source", _("Source"), "source", on_page=False),
        *(
            [
                Column("letter", _("Letter"), on_page=False),
                Column("versus_rest", _("Against the rest"), on_page=False),
            ]
            if has_parts
            else []
        ),
    )


def with_words(frame: "DataFrame") -> "DataFrame":
    """What stands in the table: headings with letter and base, values with letters, arrows and flags."""
    rows = rows_of(frame)
    return frame.assign(
        segment_written=[heading(row) for row in rows],
        value_written=[
            write_cell(row["value"], row["status"], is_mean=row["unit"] == MEAN_UNIT, base=row["base_n"])
            for row in rows
        ],
        value_tag=[tag(row) for row in rows],
    )


def heading(row: dict) -> str:
    """ "A Europe, n = 310"; the letter is missing for the whole sample, the base where it is hidden."""
    base = "" if row["base_n"] != row["base_n"] else f"n = {write_count(row['base_n'])}"
    return listed(part for part in (f"{row['letter']} {row[label_column('segment')]}".strip(), base) if part)


def tag(row: dict) -> str:
    """ "B, c ↑ *": what the cell is higher than, how it stands to the rest, how small its base is."""
    if row["status"] == SUPPRESSED:
        return ""
    marks = (row["significance"], ARROWS.get(row["versus_rest"], ""), flag_of(row["base_n"], row["status"]))
    return " ".join(mark for mark in marks if mark)
