"""A question broken down by a dimension: whole sample and segments side by side."""

from collections.abc import Iterable

import pandas as pd

from surveys.models import Figure


def dimensions_of(figures: Iterable[Figure]) -> dict[str, tuple[str, str]]:
    """{code: names in both languages} of the dimensions that the figures break down by."""
    segments = [figure.segment for figure in figures if figure.segment]
    return {
        segment.dimension: (segment.dimension_name_en, segment.dimension_name_zh or segment.dimension_name_en)
        for segment in segments
    }


def broken_down(frame: pd.DataFrame, dimension: str, sort: str) -> pd.DataFrame:
    """Whole sample and segments of one dimension; options sorted by the whole sample, or their largest segment."""
    is_wanted = (frame["segment"] == "") | frame["segment"].str.startswith(f"{dimension}=")
    rows = frame[is_wanted].reset_index(drop=True)
    if sort == "order":
        return rows
    whole = rows[rows["segment"] == ""].set_index("option")["value"]
    rank = rows.groupby("option")["value"].max()
    rank.update(whole)
    rows = rows.assign(rank=rows["option"].map(rank))
    by, ascending = ["is_apart", "rank", "order"], [True, sort == "value", True]
    return rows.sort_values(by, ascending=ascending, kind="stable", ignore_index=True).drop(columns="rank")


def whole_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Without parts of the sample."""
    return frame[frame["segment"] == ""].reset_index(drop=True)
