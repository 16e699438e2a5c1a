"""What pages write in place of bare values, as columns beside them, in the active language."""

from collections.abc import Iterable

import pandas as pd
from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.words import joined, write_count, write_number, write_share
from surveys.frames.figures import NOT_PUBLISHED, UNIT, UNRELIABLE
from surveys.frames.wave_tests import HIGHER, LOWER
from surveys.models import Figure
from surveys.words import base_words


def with_page_words(frame: pd.DataFrame, *, across: str = "") -> pd.DataFrame:
    """Figures with their bases, doubts and addresses in words.

    `across` is the column that a grid spreads: its headings name the base, or the bases where they differ down a
    column, and its cells the interval.
    """
    basis = {value: str(label) for value, label in Figure.Basis.choices}
    places = zip(frame["survey"], frame["wave"], frame["question"], strict=True)
    if across:
        frame = frame.assign(**{f"{across}_written": _headings(frame, across)})
    return frame.assign(
        base_written=_bases(frame),
        basis_written=texts(frame, (basis.get(code, code) for code in frame["basis"])),
        value_tag=_tags(frame, with_interval=bool(across)),
        href=texts(frame, (f"surveys/{'/'.join(place)}" for place in places)),
    )


def with_result_words(frame: pd.DataFrame) -> pd.DataFrame:
    """Results with the share, or that nothing was published, or that only parts of the sample have numbers."""
    waves = frame.groupby("question")["wave"].nunique()
    trends = (
        f"surveys/{survey}/trend/{question}" if waves[question] > 1 else ""
        for survey, question in zip(frame["survey"], frame["question"], strict=True)
    )
    values = zip(frame["value"], frame["status"], strict=True)
    return frame.assign(
        value_written=texts(frame, (_result(value, status) for value, status in values)),
        base_written=_bases(frame),
        trend_href=texts(frame, trends),
        answer=frame[label_column("option")],
    )


def texts(frame: pd.DataFrame, items: Iterable[str]) -> pd.Series:
    """A column of texts for the frame, of one type also when it is empty."""
    return pd.Series(list(items), index=frame.index, dtype="str")


def _result(value: float, status: str) -> str:
    if not pd.isna(value):
        return write_share(value)
    return _("not published") if status == NOT_PUBLISHED else _("by part of the sample")


def _bases(frame: pd.DataFrame) -> pd.Series:
    missing = _("not published")
    return texts(frame, (missing if pd.isna(base) else write_count(base) for base in frame["base_n"]))


def _tags(frame: pd.DataFrame, *, with_interval: bool) -> pd.Series:
    """What stands beside a value: "36.8–45.4%, small base"."""
    small, steps = _("small base"), {HIGHER: _("higher"), LOWER: _("lower")}
    tags = []
    if "significance" not in frame:
        frame = frame.assign(significance="")
    for row in frame[["ci_low", "ci_high", "unit", "status", "significance"]].itertuples():
        has_interval = with_interval and not pd.isna(row.ci_low)
        ends = f"{write_number(row.ci_low, 2)}–{write_number(row.ci_high, 2)}" if has_interval else ""
        interval = f"{ends}%" if ends and row.unit == UNIT else ends
        tags.append(joined([interval, steps.get(row.significance, ""), small if row.status == UNRELIABLE else ""]))
    return texts(frame, tags)


def _headings(frame: pd.DataFrame, across: str) -> pd.Series:
    """Label and bases of each column of a grid: "Europe, n = 409", "2019, n = 965–1,335"; the label where none are."""
    words = {}
    for code, rows in frame.groupby(across, sort=False):
        label = rows[label_column(across)].iloc[0]
        words[code] = joined([label, base_words(rows["base_n"])]) if rows["base_n"].notna().any() else label
    return texts(frame, (words[code] for code in frame[across]))
