"""The rows of all tables of a banner, one table under the other, as those of a single crosstab."""

from collections.abc import Sequence

import pandas as pd

from portal.exhibits.columns import label_column
from portal.words import joined, write_count
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.frames import crosstab_frame
from surveys.microdata.tables.table import Table


def toplines_frame(tables: Sequence[Table], asking: Asking) -> pd.DataFrame:
    """`order` runs through all tables; `question_written` is what heads a table: its question and who answered."""
    dataset = asking.published.dataset
    frames = [crosstab_frame(table, asking, dataset) for table in tables]
    heads = [heading(table, asking) for table in tables]
    frame = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
    written = [head for head, rows in zip(heads, frames, strict=True) for _row in range(len(rows))]
    return frame.assign(question_written=written, order=range(len(frame)))


def heading(table: Table, asking: Asking) -> str:
    """ "Serverless use · n = 1,320"."""
    base = "" if table.base.n is None else f"n = {write_count(table.base.n)}"
    return joined([asking.label(table.spec.rows), base])


def segment_heads(frame: pd.DataFrame) -> pd.Series:
    """What stands over the columns of all tables: letter and name; their bases differ from table to table."""
    names = frame[label_column("segment")]
    return (frame["letter"] + " " + names).str.strip()
