"""How the frames of exhibits are made: fixed columns and types, also when empty; labels stand in both languages.

Text that is not there is an empty text, a number that is not there NaN, so templates and files need no special case.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from portal.exhibits.columns import label_column
from portal.labels import TwoLanguages

Types = dict[str, str]


def frame_of(rows: Iterable[dict], types: Types) -> pd.DataFrame:
    """One row for each dict, in the order of `types`; a key that is missing or not named there is an error."""
    rows = list(rows)
    for row in rows:
        if row.keys() != types.keys():
            raise ValueError(f"a row has {sorted(row.keys() ^ types.keys())} too much or too little")
    # Each column in its type at once: a frame of objects that changes its types takes four times as long.
    columns = {key: pd.array([row[key] for row in rows], dtype=kind) for key, kind in types.items()}
    return pd.DataFrame(columns, columns=list(types))


def rows_of(frame: pd.DataFrame) -> list[dict]:
    """Each row as a dict of Python's own values, as `to_dict("records")` gives them, in a fifth of the time."""
    columns = [_values(frame.iloc[:, place]) for place in range(frame.shape[1])]
    names = list(frame.columns)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _values(series: pd.Series) -> list:
    values = series.tolist()  # numbers of NumPy become Python's own, but for those among objects
    if series.dtype != object:
        return values
    return [value.item() if isinstance(value, np.generic) else value for value in values]


def text_types(*keys: str) -> Types:
    return dict.fromkeys(keys, "str")


def labelled_types(*keys: str) -> Types:
    """Types of labelled columns: the code and its label in both languages."""
    return {name: "str" for key in keys for name in (key, label_column(key, "en"), label_column(key, "zh-hans"))}


def labelled(key: str, code: str, labels: tuple[str, str]) -> dict[str, str]:
    """The three cells of a labelled column; English stands in where Chinese is missing."""
    english, chinese = labels
    return {key: code, label_column(key, "en"): english, label_column(key, "zh-hans"): chinese or english}


def named(key: str, code: str, row: TwoLanguages) -> dict[str, str]:
    """The three cells for a row of the database with a name in two languages."""
    return labelled(key, code, (row.text("name", "en"), row.text("name", "zh-hans")))
