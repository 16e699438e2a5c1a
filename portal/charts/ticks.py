"""Round numbers for an axis."""

from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)


def ticks(most: float, count: int = 5) -> list[float]:
    """About `count` round values from 0 up to the first that is not below most."""
    if most <= 0:
        return [0.0, 1.0]
    rough = most / count
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in STEPS if factor * power >= rough * 0.999)
    return [round(index * step, 10) for index in range(ceil(most / step - 1e-9) + 1)]
