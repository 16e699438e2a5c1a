"""Costs in order: whole ones ranked within their currency, then those in part, not computable, and that cannot run."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from vendors.costing.costs import Cost, CostState
from vendors.rates import Rate, Rates

AFTER = (CostState.PARTIAL, CostState.NOT_COMPUTABLE, CostState.CANNOT_RUN)


@dataclass(frozen=True)
class Ranked:
    """`amount` is in the currency that it is compared in, by `rate` where the reader gave one for its own."""

    cost: Cost
    currency: str = ""
    amount: Fraction | None = None
    rate: Rate | None = None
    rank: int | None = None  # equal costs have equal ranks


def rate_for(currency: str, rates: Rates) -> Rate | None:
    """The reader's rate from this currency."""
    return next((rate for rate in rates.given if rate.source == currency), None)


def factor_of(rate: Rate | None) -> Fraction:
    return Fraction(rate.factor) if rate else Fraction(1)


def ranked(costs: Iterable[Cost], rates: Rates) -> list[Ranked]:
    """Currencies with the most costs first."""
    costs = list(costs)
    groups: dict[str, list[Ranked]] = {}
    for cost in costs:
        if cost.is_complete:
            rate = rate_for(cost.currency, rates)
            currency = rate.target if rate else cost.currency
            groups.setdefault(currency, []).append(Ranked(cost, currency, cost.total * factor_of(rate), rate))
    found = []
    for _currency, group in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        found += _with_ranks(group)
    for state in AFTER:
        found += [Ranked(cost, cost.currency) for cost in costs if cost.state == state]
    return found


def _with_ranks(group: list[Ranked]) -> list[Ranked]:
    group = sorted(group, key=lambda each: (each.amount, each.cost.plan.key))
    amounts = [each.amount for each in group]
    return [Ranked(each.cost, each.currency, each.amount, each.rate, amounts.index(each.amount) + 1) for each in group]
