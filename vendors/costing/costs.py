"""The cost of a workload on one plan: a line for each meter, and what is missing for the whole."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from django.utils.translation import gettext as _

from portal.labels import choose
from vendors.costing.gaps import Gap, GapKind, broken_limits
from vendors.costing.plans import Input, Plan, number_of
from vendors.costing.rounding import Billed, billed_of
from vendors.costing.workload import Workload
from vendors.models import Meter
from vendors.models.tariff import PER_UNIT

COMPUTE = (Meter.Kind.MEMORY, Meter.Kind.VCPU, Meter.Kind.ACTIVE_CPU)


class CostState(StrEnum):
    COMPLETE = "complete"
    PARTIAL = "partial"  # some of what is billed has no price, or needs an input
    NOT_COMPUTABLE = "not_computable"
    CANNOT_RUN = "cannot_run"


@dataclass(frozen=True)
class Line:
    """What one meter counts and costs. `price` is for `per` of what is counted; None where all of it is free."""

    kind: str
    each: Fraction  # counted for one request; 1 for a base fee
    amount: Fraction
    allowance: Fraction  # what a free tier or the plan takes off at most
    price: Fraction | None
    per: int
    currency: str
    inputs: tuple[Input, ...]

    @property
    def taken_off(self) -> Fraction:
        return min(self.amount, self.allowance)

    @property
    def gross(self) -> Fraction:
        return self.amount * self.price / self.per if self.price is not None else Fraction()

    @property
    def saved(self) -> Fraction:
        return self.taken_off * self.price / self.per if self.price is not None else Fraction()

    @property
    def net(self) -> Fraction:
        return self.gross - self.saved


@dataclass(frozen=True)
class Cost:
    plan: Plan
    workload: Workload
    state: CostState
    lines: tuple[Line, ...] = ()
    gaps: tuple[Gap, ...] = ()
    billed: Billed | None = None

    @property
    def currency(self) -> str:
        return next((line.currency for line in self.lines if line.currency), "")

    @property
    def is_complete(self) -> bool:
        return self.state == CostState.COMPLETE

    def gross_of(self, *kinds: str) -> Fraction | None:
        """None where nothing of this kind could be computed."""
        found = [line.gross for line in self.lines if line.kind in kinds]
        return sum(found, Fraction()) if found else None

    @property
    def saved(self) -> Fraction:
        return sum((line.saved for line in self.lines), Fraction())

    @property
    def total(self) -> Fraction:
        """Of the lines there are: the whole cost only where it is complete."""
        return sum((line.net for line in self.lines), Fraction())

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Everything that went in or stands in the way, each once."""
        rounding = self.billed.inputs if self.billed else ()
        causes = [gap.cause for gap in self.gaps if gap.cause]
        every = [*(each for line in self.lines for each in line.inputs), *rounding, *causes]
        return tuple({each.name: each for each in every}.values())

    @property
    def assumptions(self) -> tuple[str, ...]:
        return self.billed.assumptions if self.billed else ()


def cost_of(plan: Plan, workload: Workload) -> Cost:
    limits = tuple(broken_limits(plan, workload))
    if limits:
        return Cost(plan, workload, CostState.CANNOT_RUN, gaps=limits)
    billed = billed_of(plan, workload)
    lines: list[Line] = []
    gaps: list[Gap] = []
    for kind, meter in plan.meters(workload.architecture):
        found = _line(plan, kind, meter, workload, billed)
        if isinstance(found, Gap):
            gaps.append(found)
        else:
            lines.append(found)
    if plan.tariff.text("obstacle"):
        gaps.append(Gap(GapKind.OBSTACLE, "", plan.tariff.text("obstacle")))
    gaps += _currency_gaps(lines)
    return Cost(plan, workload, _state(lines, gaps), tuple(lines), tuple(gaps), billed)


def costs_of(plans: Iterable[Plan], workload: Workload) -> list[Cost]:
    return [cost_of(plan, workload) for plan in plans]


def _state(lines: list[Line], gaps: list[Gap]) -> CostState:
    if not gaps:
        return CostState.COMPLETE
    is_priced = any(line.price is not None and line.kind != Meter.Kind.BASE for line in lines)
    several = any(gap.kind == GapKind.CURRENCY for gap in gaps)
    return CostState.PARTIAL if is_priced and not several else CostState.NOT_COMPUTABLE


def _currency_gaps(lines: list[Line]) -> list[Gap]:
    currencies = sorted({line.currency for line in lines if line.currency})
    if len(currencies) > 1:
        words = _("Its prices are in several currencies: %(currencies)s.") % {"currencies": ", ".join(currencies)}
        return [Gap(GapKind.CURRENCY, "", words)]
    nameless = _("All of it is within the free amounts, but no price is documented.")
    return [Gap(GapKind.PRICE, "", nameless)] if lines and not currencies else []


def _line(plan: Plan, kind: str, meter: Meter | None, workload: Workload, billed: Billed) -> Line | Gap:
    if meter is None:
        words = _("No price on %(architecture)s is documented.")
        architecture = Meter.Architecture(workload.architecture).label
        return Gap(GapKind.ARCHITECTURE, "arch", words % {"architecture": architecture})
    per = PER_UNIT[kind].get(meter.price.unit)
    if per is None:
        return _missing_price(meter)  # the attribute has changed since, and is no price for this any more
    fact = plan.facts.get(meter.price.code)
    each = _each(kind, workload, billed)
    if each is None:
        name = "vcpu" if kind == Meter.Kind.VCPU else "cpu_ms"
        is_priced = number_of(fact) is not None
        return Gap(GapKind.INPUT, name, _needed(name)) if is_priced else _missing_price(meter)
    allowance, inputs = _allowance(plan, meter, workload)
    amount = each if kind == Meter.Kind.BASE else each * workload.requests
    line = Line(kind, each, amount, allowance, None, per, "", inputs)
    price = number_of(fact)
    if fact is not None and price is not None:
        return replace(line, price=price, currency=fact.currency, inputs=(plan.input_of(fact), *inputs))
    if amount <= allowance:
        return line  # free, whatever the price beyond
    return _missing_price(meter)


def _each(kind: str, workload: Workload, billed: Billed) -> Fraction | None:
    """What one request counts; None where the reader must say more."""
    if kind in (Meter.Kind.BASE, Meter.Kind.REQUESTS):
        return Fraction(1)
    if kind == Meter.Kind.MEMORY:
        return billed.gigabyte_seconds
    if kind == Meter.Kind.VCPU:
        return workload.vcpu * billed.ms / 1000 if workload.vcpu is not None else None
    return workload.cpu_ms


def _allowance(plan: Plan, meter: Meter, workload: Workload) -> tuple[Fraction, tuple[Input, ...]]:
    """What the plan includes, and the free tier where it is counted in."""
    amount, inputs = Fraction(meter.included or 0), []
    if meter.included:
        inputs.append(
            Input(f"included_{meter.kind}", _("Included"), choose(meter.note_en, meter.note_zh), meter.source)
        )
    fact = plan.facts.get(meter.free.code) if meter.free and workload.with_free else None
    free = number_of(fact)
    if fact is not None and free is not None:
        amount += free
        inputs.append(plan.input_of(fact))
    return amount, tuple(inputs)


def _needed(name: str) -> str:
    vcpu = _("vCPU time is billed apart: say how many vCPU an instance has.")
    return vcpu if name == "vcpu" else _("CPU time is billed apart: say how many milliseconds of CPU a request uses.")


def _missing_price(meter: Meter) -> Gap:
    words = _("No source gives this price: %(price)s.") % {"price": meter.price.label}
    return Gap(GapKind.PRICE, meter.price.code, words)
