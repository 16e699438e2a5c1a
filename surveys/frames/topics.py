"""Blocks of one survey each, cut to their largest answers."""

from collections.abc import Mapping

import pandas as pd

from surveys.frames.written import texts

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


def with_block_text(frame: pd.DataFrame, name: str, words: Mapping[tuple[str, str, str], str]) -> pd.DataFrame:
    """With a column of what `words` says of the block of each row."""
    return frame.assign(**{name: texts(frame, (words.get(key, "") for key in _keys(frame)))})


def bases_of_blocks(frame: pd.DataFrame) -> dict[tuple[str, str, str], list[float]]:
    """{(survey, wave, question): bases of its rows}."""
    return {key: list(rows["base_n"]) for key, rows in frame.groupby(BLOCK, sort=False)}


def _keys(frame: pd.DataFrame):
    return frame[BLOCK].itertuples(index=False, name=None)
