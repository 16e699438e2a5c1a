"""The columns of tables of figures, in file order; those that do not apply are left out, never renamed."""

import pandas as pd
from django.utils.translation import gettext as _

from portal.exhibits.columns import Column
from portal.labels import language_now
from surveys.frames.figures import NOT_PUBLISHED, UNRELIABLE
from surveys.models import Figure
from surveys.words import base_words, joined, write_count


def figure_columns(
    frame: pd.DataFrame, *, on_page: tuple[str, ...], linked: str = "", across: str = ""
) -> tuple[Column, ...]:
    """`on_page` names the code columns that pages show; `linked` the one that leads to a question."""
    has_segments = bool((frame["segment"] != "").any())
    is_derived = (frame["basis"] == Figure.Basis.DERIVED) & (frame["status"] != NOT_PUBLISHED)
    has_intervals = bool(frame["ci_low"].notna().any())

    def code(key: str, label: str, *, is_labelled: bool = True) -> Column:
        return Column(
            key,
            label,
            "code",
            is_labelled=is_labelled,
            on_page=key in on_page,
            linked_by="href" if key == linked else "",
            written_by=f"{across}_written" if key == across else "",
        )

    return (
        code("survey", _("Survey"), is_labelled="survey" in on_page),
        code("wave", _("Wave"), is_labelled="wave" in on_page),
        code("question", _("Question")),
        code("option", _("Answer")),
        *([code("segment", _("Part of the sample"))] if has_segments else []),
        Column("value", _("Share"), "value", unit="%", decimals=2, tagged_by="value_tag"),
        Column("unit", _("Unit"), on_page=False),
        Column("base_n", _("Base"), "value", decimals=0, written_by="base_written"),
        *(
            [
                Column("ci_low", _("Interval from"), "value", unit="%", decimals=2),
                Column("ci_high", _("Interval to"), "value", unit="%", decimals=2),
            ]
            if has_intervals
            else []
        ),
        Column("status", _("Status"), "status", on_page=False),
        Column("note", _("Note"), on_page=bool((frame["note"] != "").any())),
        Column(
            "basis",
            _("Quoted or derived"),
            on_page=bool(is_derived.any()),
            written_by="basis_written",
        ),
        Column("source", _("Source"), "source"),
        Column("source_title", _("Source title"), on_page=False),
        Column("source_url", _("Source address"), on_page=False),
    )


def with_page_words(frame: pd.DataFrame, *, across: str = "") -> pd.DataFrame:
    """The frame with what pages write in place of bare values: bases, doubts, where a row leads.

    `across` is the column that a grid spreads: its headings name the base, which is the same down a column.
    """
    missing = _("not published")
    bases = [missing if pd.isna(base) else write_count(base) for base in frame["base_n"]]
    words = {value: str(label) for value, label in Figure.Basis.choices}
    tags = [_("small base") if status == UNRELIABLE else "" for status in frame["status"]]
    places = zip(frame["survey"], frame["wave"], frame["question"], strict=True)
    if across:
        frame = frame.assign(**{f"{across}_written": _headings(frame, across)})
    return frame.assign(
        base_written=pd.Series(bases, index=frame.index, dtype="object"),
        basis_written=pd.Series(
            [words.get(basis, basis) for basis in frame["basis"]], index=frame.index, dtype="object"
        ),
        value_tag=pd.Series(tags, index=frame.index, dtype="object"),
        href=pd.Series([f"surveys/{'/'.join(place)}" for place in places], index=frame.index, dtype="object"),
    )


def _headings(frame: pd.DataFrame, across: str) -> pd.Series:
    """Label and base of each column of a grid: "Europe, n = 409"; the label alone where no base was published."""
    words = {}
    for code, rows in frame.groupby(across, sort=False):
        label = rows[shown_label(across)].iloc[0]
        words[code] = joined([label, base_words(rows["base_n"])]) if rows["base_n"].notna().all() else label
    return pd.Series([words[code] for code in frame[across]], index=frame.index, dtype="object")


def shown_label(key: str) -> str:
    """Name of the frame's label column of `key` in the active language."""
    return f"{key}_label_{'zh' if language_now() == 'zh-hans' else 'en'}"
