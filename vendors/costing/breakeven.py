"""Cost as a function of the number of requests, and the numbers at which one plan overtakes another, exactly."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from math import floor

from vendors.costing.costs import Cost
from vendors.models import Meter

MOST_REQUESTS = 10**12  # a month; break-even points beyond are not looked for


@dataclass(frozen=True)
class Part:
    """One meter: nothing up to the allowance, then `price` for each of what is counted."""

    each: Fraction
    allowance: Fraction
    price: Fraction | None

    @property
    def kink(self) -> Fraction | None:
        """The requests from which on it costs something; None where it never counts."""
        return self.allowance / self.each if self.each else None

    def at(self, requests: Fraction) -> Fraction:
        over = requests * self.each - self.allowance
        return over * self.price if over > 0 and self.price is not None else Fraction()


@dataclass(frozen=True)
class CostCurve:
    """Piecewise straight. `limit` is where a price is needed that no source gives; None where it goes on."""

    key: str
    label: str
    currency: str
    base: Fraction
    parts: tuple[Part, ...]

    @property
    def limit(self) -> Fraction | None:
        return min((part.kink for part in self.parts if part.price is None and part.kink is not None), default=None)

    @property
    def kinks(self) -> list[Fraction]:
        return [part.kink for part in self.parts if part.kink]

    def reaches(self, requests: Fraction) -> bool:
        return self.limit is None or requests <= self.limit

    def at(self, requests: Fraction | int) -> Fraction:
        return self.base + sum((part.at(Fraction(requests)) for part in self.parts), Fraction())


@dataclass(frozen=True)
class BreakEven:
    """From `requests` on, `after` is cheaper than `before`; at one less it is not."""

    before: CostCurve
    after: CostCurve
    requests: int
    leads: bool  # `after` is then the cheapest of all

    @property
    def cost(self) -> Fraction:
        return self.after.at(self.requests)


def curve_of(cost: Cost, *, currency: str = "", factor: Fraction = Fraction(1)) -> CostCurve:
    """The curve of a complete cost, in the currency that `factor` leads to."""
    base = sum((line.net for line in cost.lines if line.kind == Meter.Kind.BASE), Fraction())
    parts = tuple(
        Part(line.each, line.allowance, line.price / line.per * factor if line.price is not None else None)
        for line in cost.lines
        if line.kind != Meter.Kind.BASE
    )
    return CostCurve(cost.plan.key, cost.plan.label, currency or cost.currency, base * factor, parts)


def break_evens(curves: Iterable[CostCurve]) -> list[BreakEven]:
    """Of each two curves in one currency, in the order of requests."""
    curves = list(curves)
    found = []
    for one, other in combinations(curves, 2):
        if one.currency != other.currency:
            continue
        rivals = [each for each in curves if each.currency == one.currency]
        for requests, before, after in _overtakings(one, other):
            found.append(BreakEven(before, after, requests, _leads(after, rivals, requests)))
    return sorted(found, key=lambda point: (point.requests, point.before.key, point.after.key))


def _leads(curve: CostCurve, rivals: list[CostCurve], requests: int) -> bool:
    least = curve.at(requests)
    return all(each.at(requests) >= least for each in rivals if each.reaches(Fraction(requests)))


def _overtakings(one: CostCurve, other: CostCurve) -> list[tuple[int, CostCurve, CostCurve]]:
    """(first whole number, who was cheaper, who is cheaper); where both cost the same, nobody overtakes yet."""
    end = min(limit for limit in (one.limit, other.limit, Fraction(MOST_REQUESTS)) if limit is not None)
    inner = {kink for kink in (*one.kinks, *other.kinks) if kink < end}
    places = [Fraction(), *sorted(inner), end]
    found, last = [], 0
    for start, stop in pairwise(places):
        left, right = (one.at(place) - other.at(place) for place in (start, stop))
        for at, sign in ((start, _sign(left)), (_root(start, stop, left, right), _sign(right))):
            if sign and last and sign != last:
                found.append((floor(at) + 1, *((one, other) if sign > 0 else (other, one))))
            last = sign or last
    return [point for point in found if point[0] <= end]


def _root(start: Fraction, stop: Fraction, left: Fraction, right: Fraction) -> Fraction:
    """Where the straight line between the two differences is 0; its start where it is not."""
    return start + (stop - start) * left / (left - right) if left * right < 0 else start


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)
