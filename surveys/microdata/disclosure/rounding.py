"""Coarse numbers for public readers: percentages, bases, intervals and means that nobody can count people from."""

import math

from surveys.microdata.tables.table import Base, Estimate, Overall, Test

BASE_STEP = 5  # people
FINE_BASE = 100  # people from which percentages have a decimal
COARSE, FINE = 2, 3  # places of a proportion: whole per cent, one decimal
P_PLACES = 3  # of the p-value of a whole table
LEVELS = (0.05, 0.10)  # those that letters show
NOT_BELOW = 1.0  # level of a p-value that is below neither
NO_BASE = Base(None, None, None)
NOTHING = Estimate(None, None, NO_BASE)
LEAST_COUNTED = 10  # people
UNIT_ROOM = 1.5  # by so much the mean weight may pass its unit
MEAN_PARTS = 10  # a mean is given in steps of about this part of the standard deviation


def weight_unit(base: Base) -> float:
    """1, 2 or 5 times a power of ten, near the mean weight: in it weighted bases count people, whatever the weights.

    Weights that gross up to a population would else show through with more digits than a base of people.
    """
    if not base.n or not base.w:
        return 1.0
    wanted = base.w / base.n / UNIT_ROOM
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(unit * power for unit in (1, 2, 5, 10) if unit * power >= wanted)


def round_base(base: Base, unit: float = 1.0) -> Base:
    """`unit` is that of the weighted base."""
    n, effective = (None if value is None else _to_step(value) for value in (base.n, base.effective))
    return Base(n, None if base.w is None else float(f"{_to_step(base.w / unit) * unit:.12g}"), effective)


def round_people(people: int) -> int | None:
    """Of a whole dataset; None where they are too few to be counted in public."""
    return None if people < LEAST_COUNTED else _to_step(people)


def _to_step(value: float) -> int:
    """Halves upward, so that the same number is the same everywhere."""
    return BASE_STEP * math.floor(value / BASE_STEP + 0.5)


def round_estimate(estimate: Estimate, base: Base) -> Estimate:
    """`base` is the rounded one, so that the places say nothing beyond it. Counts and errors of a cell are not shown:
    with the share they would give back the exact base."""
    places = FINE if (base.n or 0) >= FINE_BASE else COARSE
    p, ci = estimate.p, estimate.ci
    if estimate.mean is not None:
        return _round_mean(estimate.mean, estimate, base)
    return Estimate(
        None,
        None,
        base,
        p=None if p is None else _nearest(p, places),
        ci=None if ci is None else _outward(*ci, places),
    )


def _round_mean(mean: float, estimate: Estimate, base: Base) -> Estimate:
    """Mean and standard deviation in steps of a power of ten near a tenth of the deviation; the error upward."""
    spread = estimate.sd or abs(mean) or 1.0
    places = -math.floor(math.log10(spread / MEAN_PARTS))
    return Estimate(
        None,
        None,
        base,
        mean=_nearest(mean, places),
        sd=None if estimate.sd is None else _nearest(estimate.sd, places),
        se=None if estimate.se is None else _upward(estimate.se, places + 1),
    )


def round_direction(test: Test) -> Test:
    """For arrows: which side is higher, as 1 or -1 in place of z, and in place of p the level that p is below."""
    if test.p_adjusted is None or test.z is None:
        return Test(test.against, reason=test.reason)
    level = next((level for level in LEVELS if test.p_adjusted < level), NOT_BELOW)
    return Test(test.against, math.copysign(1.0, test.z) if level < NOT_BELOW else 0.0, level, level, test.reason)


def round_overall(overall: Overall) -> Overall:
    return Overall(None, None, None, None if overall.p is None else _nearest(overall.p, P_PLACES))


def _nearest(value: float, places: int) -> float:
    return round(math.floor(value * 10**places + 0.5) / 10**places, max(places, 0)) + 0.0


def _outward(low: float, high: float, places: int) -> tuple[float, float]:
    scale = 10**places
    # 0.29 * 100 is 28.999…: a limit that stands on a step stays there.
    lower, upper = math.floor(low * scale + 1e-9), math.ceil(high * scale - 1e-9)
    return max(lower / scale, 0.0), min(upper / scale, 1.0)


def _upward(value: float, places: int) -> float:
    return round(math.ceil(value * 10**places - 1e-9) / 10**places, max(places, 0))
