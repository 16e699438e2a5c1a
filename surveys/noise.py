"""Whether a difference of two published shares is more than the chance of who was asked explains.

All take shares as of simple random samples, at 95%; rounding, weighting and self-selection are not in them.
"""

from math import sqrt
from statistics import NormalDist

from surveys.statistics import WHOLE, Z, wilson_interval

BEYOND, WITHIN, UNKNOWN = "beyond", "within", "unknown"
ERROR = 0.05  # chance of calling noise a difference


def in_one_sample(first: float, second: float, base: int, *, excludes: bool) -> str:
    """Of two answers of the same people, in per cent.

    The variance of the difference is (p + q - 2 b - (p - q)²) / n, where b is the share that gave both answers (Scott
    and Seber, "Difference of proportions from the same survey", The American Statistician 37, 1983). Answers that
    exclude each other have b = 0. Of others b is not published: BEYOND and WITHIN only where both the least and the
    largest possible b say so.
    """
    p, q = first / WHOLE, second / WHOLE
    if excludes:
        return _judged(p, q, p + q, base)
    least, most = max(0.0, p + q - 1), min(p, q)
    careful, bold = (_judged(p, q, p + q - 2 * both, base) for both in (least, most))
    return careful if careful == bold else UNKNOWN


def _judged(p: float, q: float, total: float, base: int) -> str:
    spread = sqrt(max(total - (p - q) ** 2, 0) / base)
    return BEYOND if abs(p - q) > _z(1) * spread else WITHIN


def in_two_samples(first: float, first_base: int, second: float, second_base: int, *, comparisons: int = 1) -> str:
    """Of the same answer of different people, in per cent: WITHIN where the interval of the difference holds 0.

    The largest of many differences is large by chance too: `comparisons` is how many there were, and the error is
    shared out among them (Bonferroni).
    """
    low, high = difference_interval(first, first_base, second, second_base, z=_z(comparisons))
    return WITHIN if low <= 0 <= high else BEYOND


def difference_interval(
    first: float, first_base: int, second: float, second_base: int, *, z: float = Z
) -> tuple[float, float]:
    """(lower, upper) end of first - second, in points.

    Method 10 of Newcombe, "Interval estimation for the difference between independent proportions: comparison of
    eleven methods", Statistics in Medicine 17 (1998): made of the Wilson intervals of both.
    """
    low, high = wilson_interval(first, first_base, z=z)
    other_low, other_high = wilson_interval(second, second_base, z=z)
    difference = first - second
    return (
        difference - sqrt((first - low) ** 2 + (other_high - second) ** 2),
        difference + sqrt((high - first) ** 2 + (second - other_low) ** 2),
    )


def _z(comparisons: int) -> float:
    """Standard deviations that hold all but the shared error on both sides."""
    return NormalDist().inv_cdf(1 - ERROR / comparisons / 2)
