"""Raking: weights by which shares of several questions at once are those of the population.

Iterative proportional fitting: Deming & Stephan (1940), On a least squares adjustment, Annals of Mathematical
Statistics 11(4), doi 10.1214/aoms/1177731829; its convergence: Fienberg (1970), same journal 41(3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

MOST_ROUNDS = 100
CLOSE = 1e-8  # largest relative change of a margin in a round that counts as none
EXACT = 1e-13  # at which rounds stop: what is left is rounding
MOST_OFF = 0.001  # by which shares may miss 1
MISSING = -1

Array = np.ndarray


class Obstacle(StrEnum):
    """Why there are no such weights."""

    NOBODY = "nobody"  # a category with a target has no respondents
    NO_TARGET = "no_target"  # a category with respondents has no target
    NOT_ONE = "not_one"  # shares do not add to 1, or one is not above 0
    NO_END = "no_end"  # MOST_ROUNDS did not settle


class CannotRakeError(ValueError):
    """`margin` and `category` are places from 0, None where the obstacle is not of one."""

    def __init__(self, obstacle: Obstacle, margin: int | None = None, category: int | None = None):
        super().__init__(f"{obstacle}: margin {margin}, category {category}")
        self.obstacle, self.margin, self.category = obstacle, margin, category


@dataclass(frozen=True)
class Raked:
    """`weights` are (n,) of mean 1; `efficiency` is e/n, the effective sample size (Kish) as a share of n."""

    weights: Array
    rounds: int
    efficiency: float


@dataclass(frozen=True)
class Margin:
    """codes   (n,) category of each respondent from 0, MISSING for no answer
    shares  (categories,) of the population, NaN for a category without target
    """

    codes: Array
    shares: Array


def rake(margins: Sequence[Margin]) -> Raked:
    """Weights that give every margin its shares among those who answered it; a respondent without an answer to one
    is raked on the others, and all of them together keep the part of the sample that they are.

    Raises CannotRakeError. Respondents who agree in all margins get the same weight, so rounds run over their groups.
    """
    for number, margin in enumerate(margins):
        _check(number, margin)
    group, codes, count = _groups([margin.codes for margin in margins])
    goals = [_goals(margin) for margin in margins]
    weights, rounds = _settled(codes, count, goals)
    weights *= count.sum() / (weights * count).sum()
    efficiency = float(count.sum() / (weights * weights * count).sum())
    return Raked(weights[group], rounds, efficiency)


def _settled(codes: list[Array], count: Array, goals: list[Array]) -> tuple[Array, int]:
    """(groups,) weights at which a round changes nothing any more, and the rounds it took."""
    weights, change = np.ones(len(count)), np.inf
    for number in range(1, MOST_ROUNDS + 1):
        change = 0.0
        for column, goal in zip(codes, goals, strict=True):
            sums = np.bincount(column, weights * count, len(goal))
            # Sums of nothing are those of categories that nobody is in, or of no missing answer at all.
            factors = np.divide(goal, sums, out=np.ones(len(goal)), where=sums > 0)
            change = max(change, float(np.abs(factors - 1).max()))
            weights *= factors[column]
        if change < EXACT:
            return weights, number
    if change > CLOSE:
        raise CannotRakeError(Obstacle.NO_END)
    return weights, MOST_ROUNDS


def _check(number: int, margin: Margin) -> None:
    has_target = ~np.isnan(margin.shares)
    shares = margin.shares[has_target]
    if abs(shares.sum() - 1) > MOST_OFF or (shares <= 0).any():
        raise CannotRakeError(Obstacle.NOT_ONE, number)
    people = np.bincount(margin.codes[margin.codes != MISSING], minlength=len(margin.shares))
    for category in range(len(margin.shares)):
        if has_target[category] and not people[category]:
            raise CannotRakeError(Obstacle.NOBODY, number, category)
        if people[category] and not has_target[category]:
            raise CannotRakeError(Obstacle.NO_TARGET, number, category)


def _goals(margin: Margin) -> Array:
    """(1 + categories,) weighted people to reach: first those without an answer, who stay as many as they are."""
    missing = np.count_nonzero(margin.codes == MISSING)
    shares = np.nan_to_num(margin.shares)
    return np.concatenate([[missing], shares / shares.sum() * (len(margin.codes) - missing)])


def _groups(columns: Sequence[Array]) -> tuple[Array, list[Array], Array]:
    """Group of each respondent; of each margin the category of each group, 0 for no answer; people in each group."""
    combined = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        combined = combined * (int(column.max(initial=MISSING)) + 2) + (column.astype(np.int64) + 1)
        # Numbered anew after each margin, so that many margins cannot outgrow 64 bits.
        combined = np.unique(combined, return_inverse=True)[1]
    _values, first, count = np.unique(combined, return_index=True, return_counts=True)
    return combined, [column[first].astype(np.int64) + 1 for column in columns], count
