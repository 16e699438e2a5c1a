"""The interval of a figure: the one its source published, else the one of Wilson where the base was published."""

from dataclasses import dataclass
from decimal import Decimal

from surveys.models import Figure, Survey
from surveys.statistics import wilson_interval

PUBLISHED, COMPUTED = "published", "wilson"
FROM_ANSWERS = "answers"  # computed with the share itself, from the answers of respondents


@dataclass(frozen=True)
class Interval:
    """Ends in per cent; `method` says whose they are."""

    low: float
    high: float
    method: str


def interval_of(figure: Figure) -> Interval | None:
    """None where nothing to compute it from was published, or where nobody was asked: usage data are no sample."""
    if figure.low is not None and figure.high is not None:
        method = FROM_ANSWERS if figure.basis == Figure.Basis.DERIVED else PUBLISHED
        return Interval(float(figure.low), float(figure.high), method)
    if figure.base_n is None or figure.wave.survey.kind == Survey.Kind.USAGE_DATA:
        return None
    percent = Decimal(figure.percent)
    decimals = decimals_of(percent)
    low, high = wilson_interval(float(percent), figure.base_n)
    return Interval(round(low, decimals), round(high, decimals), COMPUTED)


def decimals_of(percent: Decimal) -> int:
    """One more than the share has, at most two: more would say more than the share does."""
    return 1 if percent == percent.to_integral_value() else 2
