"""A question over its waves: figures of whole samples with breaks marked."""

from collections.abc import Iterable, Sequence

import pandas as pd

from surveys.frames.figures import figures_frame
from surveys.models import Figure, Wording

BREAK = "b"


def trend_frame(figures: Iterable[Figure], wordings: Sequence[Wording], options: Sequence[str]) -> pd.DataFrame:
    """The rows of `options`, waves as time goes; status b where a wave does not compare with the one before."""
    broken = {wording.wave.slug for wording in breaks_of(wordings)}
    frame = figures_frame(figure for figure in figures if figure.option.code in options)
    frame["status"] = [
        BREAK if wave in broken else status for wave, status in zip(frame["wave"], frame["status"], strict=True)
    ]
    return frame


def breaks_of(wordings: Sequence[Wording]) -> list[Wording]:
    """Wordings that do not compare with the wave before; the first wave has none before it."""
    return [wording for wording in wordings[1:] if wording.comparable == Wording.Comparable.NO]


def has_breaks(figures: Iterable[Figure], wordings: Sequence[Wording]) -> bool:
    """Whether a break lies between two waves with figures, so that a line could cross it."""
    waves = sorted({figure.wave.slug for figure in figures})
    return any(waves and waves[0] < wording.wave.slug <= waves[-1] for wording in breaks_of(wordings))


def sorted_options(frame: pd.DataFrame, sort: str, ranked: Sequence[str]) -> pd.DataFrame:
    """Waves as time goes; in each the options as `ranked` has them for -value, the other way round for value."""
    if sort in ("", "order"):
        return frame
    places = {code: place if sort == "-value" else -place for place, code in enumerate(ranked)}
    rows = frame.assign(rank=frame["option"].map(places))
    return rows.sort_values(["wave", "rank"], kind="stable", ignore_index=True).drop(columns="rank")


def latest_options(figures: Iterable[Figure], limit: int) -> tuple[str, ...]:
    """Codes of the `limit` options with the largest newest value, the largest first."""
    newest: dict[str, Figure] = {}
    for figure in figures:
        held = newest.get(figure.option.code)
        if held is None or figure.wave.slug > held.wave.slug:
            newest[figure.option.code] = figure
    ranked = sorted(newest.values(), key=lambda figure: (-figure.percent, figure.option.order, figure.option.code))
    return tuple(figure.option.code for figure in ranked[:limit])
