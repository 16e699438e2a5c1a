"""How every frame of this room is made."""

from collections.abc import Iterable

import pandas as pd

Types = dict[str, str]


def labelled_types(*keys: str) -> Types:
    """Types of labelled columns: the code and its label in both languages."""
    return {f"{key}{ending}": "str" for key in keys for ending in ("", "_label_en", "_label_zh")}


def text_types(*keys: str) -> Types:
    return dict.fromkeys(keys, "str")


def frame_of(rows: Iterable[dict], types: Types) -> pd.DataFrame:
    """One row for each dict, in the order of `types`; a key that is missing or not named there is an error."""
    rows = list(rows)
    for row in rows:
        if row.keys() != types.keys():
            raise ValueError(f"a row has {sorted(row.keys() ^ types.keys())} too much or too little")
    return pd.DataFrame(rows, columns=list(types), dtype=object).astype(types)
