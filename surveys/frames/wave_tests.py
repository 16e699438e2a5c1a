"""Whether an answer's share differs from that of the wave before: the z test on published bases.

Waves are samples of different people, so nothing is shared: ANALYTICS' pooled z with e0 = 0 and the published base as
effective base. Of one answer all tested steps are adjusted together, by Holm.
"""

from collections.abc import Sequence

import pandas as pd

from surveys.frames.figures import LEAST_BASE, UNIT
from surveys.frames.trends import breaks_of
from surveys.microdata.statistics.adjusting import holm
from surveys.microdata.statistics.shares import pooled_z
from surveys.microdata.statistics.tails import two_sided
from surveys.models import Survey, Wording
from surveys.statistics import WHOLE

HIGHER, LOWER = "higher", "lower"
LEVEL = 0.05  # of the adjusted p


def with_wave_tests(frame: pd.DataFrame, wordings: Sequence[Wording]) -> pd.DataFrame:
    """The frame with `significance`, higher or lower than in the wave before or empty, and `p_adjusted`.

    `p_adjusted` is NaN where nothing was tested: the first wave, a break, a base that is unknown or below 30, both
    shares 0 % or 100 %, and usage data, which are no sample.
    """
    broken = {wording.wave.slug for wording in breaks_of(wordings)}
    is_sample = bool(wordings) and wordings[0].wave.survey.kind == Survey.Kind.SURVEY
    p = pd.Series(float("nan"), index=frame.index)
    z = p.copy()
    if is_sample and not frame.empty and frame["unit"].iloc[0] == UNIT:
        for _option, rows in frame.groupby("option", sort=False):
            steps = _steps(rows.sort_values("wave", kind="stable"), broken)
            z.update(steps)
            p.update(pd.Series(holm(two_sided(steps.to_numpy())), index=steps.index))
    named = [("" if not each < LEVEL else HIGHER if step > 0 else LOWER) for each, step in zip(p, z, strict=True)]
    return frame.assign(significance=pd.Series(named, index=frame.index, dtype="str"), p_adjusted=p)


def has_tests(frame: pd.DataFrame) -> bool:
    return "p_adjusted" in frame and bool(frame["p_adjusted"].notna().any())


def _steps(rows: pd.DataFrame, broken: set[str]) -> pd.Series:
    """z of each row against the one before, of those that can be tested."""
    before = rows.shift(1)
    between = [
        any(first < wave <= last for wave in broken) if isinstance(first, str) else True
        for first, last in zip(before["wave"], rows["wave"], strict=True)
    ]
    is_tested = (rows["base_n"] >= LEAST_BASE) & (before["base_n"] >= LEAST_BASE) & ~pd.Series(between, rows.index)
    now, then = rows[is_tested], before[is_tested]
    bases = now["base_n"].to_numpy(float), then["base_n"].to_numpy(float)
    shares = now["value"].to_numpy(float) / WHOLE, then["value"].to_numpy(float) / WHOLE
    return pd.Series(pooled_z(shares, bases, bases), index=now.index)
