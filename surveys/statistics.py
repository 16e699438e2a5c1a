"""How far a published share may be off because a sample was asked and not everybody.

The score interval of Wilson (1927), doi 10.2307/2276774, which Brown, Cai and DasGupta (2001), doi
10.1214/ss/1009213286, recommend for any base: it stays inside 0 to 100 and holds near both ends. It takes the share
and the base as published, as of a simple random sample: rounding, weighting and who chose to answer are not in it.
"""

from math import sqrt

from surveys.microdata.statistics.shares import Z, score

__all__ = ["WHOLE", "Z", "wilson_interval"]
WHOLE = 100  # per cent


def wilson_interval(percent: float, base: int, *, z: float = Z) -> tuple[float, float]:
    """(lower, upper) end of the interval of a share, in per cent: the 95% one unless `z` says otherwise."""
    if not 0 <= percent <= WHOLE:
        raise ValueError(f"share {percent}: expected per cent from 0 to {WHOLE}")
    if base < 1:
        raise ValueError(f"base {base}: expected 1 person or more")
    middle, half = score(percent / WHOLE, z * z / base, sqrt)
    low = 0.0 if percent == 0 else max((middle - half) * WHOLE, 0.0)
    high = float(WHOLE) if percent == WHOLE else min((middle + half) * WHOLE, float(WHOLE))
    return low, high
