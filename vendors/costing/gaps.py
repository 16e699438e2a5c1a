"""Gap: why a cost is not whole; and the limits of a product that a workload goes beyond."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from django.utils.translation import gettext as _

from portal.words import write_number
from vendors.costing.plans import Input, Plan, number_of
from vendors.costing.workload import Workload
from vendors.models import Fact


class GapKind(StrEnum):
    PRICE = "price"  # that no fact gives
    INPUT = "input"  # that the reader did not give
    ARCHITECTURE = "architecture"  # that has no price
    CURRENCY = "currency"  # prices in several
    OBSTACLE = "obstacle"  # that no number removes
    LIMIT = "limit"  # of the product, that the workload goes beyond


@dataclass(frozen=True)
class Gap:
    """`name` is the attribute or the parameter that is missing or in the way."""

    kind: GapKind
    name: str
    words: str
    cause: Input | None = None


Count = Callable[[Fraction], str]


def _megabytes(number: Fraction) -> str:
    return f"{write_number(float(number), 0)} MB"


def _seconds(number: Fraction) -> str:
    return f"{write_number(float(number), 3)} s"


def _vcpus(number: Fraction) -> str:
    return f"{write_number(float(number), 3)} vCPU"


def broken_limits(plan: Plan, workload: Workload) -> Iterator[Gap]:
    """Each limit of the plan that the workload goes beyond."""
    yield from _memory(plan, workload)
    yield from _time(plan, workload)
    wanted = (("max_vcpu", workload.vcpu, _vcpus), ("max_cpu_time_s", _in_seconds(workload.cpu_ms), _seconds))
    for code, amount, words in wanted:
        fact = plan.rule(code)
        most = number_of(fact)
        if fact is not None and most is not None and amount is not None and amount > most:
            yield _beyond(plan, fact, words(amount), words(most))
    arm = plan.rule("arm_support")
    if workload.architecture == "arm" and arm is not None and arm.boolean is False:
        yield Gap(GapKind.LIMIT, "arm_support", _("It does not run on ARM."), plan.input_of(arm))


def _in_seconds(ms: Fraction | None) -> Fraction | None:
    return ms / 1000 if ms is not None else None


def _memory(plan: Plan, workload: Workload) -> Iterator[Gap]:
    own, fact = plan.tariff.max_memory_mb, plan.rule("max_memory_mb")
    most = Fraction(own) if own else number_of(fact)
    if most is None or workload.mb <= most:
        return
    cause = plan.given("max_memory_mb", _megabytes(most)) if own or fact is None else plan.input_of(fact)
    values = {"wanted": _megabytes(Fraction(workload.mb)), "most": _megabytes(most)}
    yield Gap(GapKind.LIMIT, "max_memory_mb", _("It needs %(wanted)s; the maximum is %(most)s.") % values, cause)


def _time(plan: Plan, workload: Workload) -> Iterator[Gap]:
    """Only the longer of the two times stops it; between them it runs, but asynchronously."""
    known = [fact for fact in (plan.rule("max_timeout_sync_s"), plan.rule("max_timeout_async_s")) if fact is not None]
    if not known or any(fact.state == Fact.State.UNLIMITED for fact in known):
        return
    limits = [(most, fact) for fact in known if (most := number_of(fact)) is not None]
    if not limits:
        return
    most, fact = max(limits, key=lambda pair: pair[0])
    seconds = Fraction(workload.ms, 1000)
    if seconds > most:
        yield _beyond(plan, fact, _seconds(seconds), _seconds(most))


def _beyond(plan: Plan, fact: Fact, wanted: str, most: str) -> Gap:
    words = _("It needs %(wanted)s; the maximum is %(most)s.") % {"wanted": wanted, "most": most}
    return Gap(GapKind.LIMIT, fact.attribute.code, words, plan.input_of(fact))
