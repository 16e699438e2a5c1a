"""Blocks of one survey each, cut to their largest answers."""

import pandas as pd

BLOCK = ["survey", "wave", "question"]


def block_rows(frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """At most `most` rows of each block, the largest first; other, none and do not know come last."""
    ranked = frame.sort_values(["is_apart", "value", "order"], ascending=[True, False, True], kind="stable")
    kept = ranked.groupby(BLOCK, sort=False).head(most)
    blocks = {
        block: place for place, block in enumerate(frame[BLOCK].drop_duplicates().itertuples(index=False, name=None))
    }
    place = pd.Series(
        [blocks[key] for key in kept[BLOCK].itertuples(index=False, name=None)], index=kept.index, dtype="int64"
    )
    return kept.assign(block=place).sort_values("block", kind="stable", ignore_index=True).drop(columns="block")
