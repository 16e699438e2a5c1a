"""What is billed of a request: its time and memory rounded as the plan's own facts say, and what is assumed."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from django.utils.translation import gettext as _

from portal.words import write_number
from vendors.costing.plans import Input, Plan, number_of
from vendors.costing.workload import Workload

USUAL_GIGABYTE = 1024  # megabytes; assumed where the source does not say


@dataclass(frozen=True)
class Billed:
    """`inputs` are what the rounding rests on, `assumptions` what no source says."""

    ms: Fraction
    mb: Fraction
    gigabyte_mb: int
    inputs: tuple[Input, ...]
    assumptions: tuple[str, ...]

    @property
    def gigabyte_seconds(self) -> Fraction:
        return self.mb / self.gigabyte_mb * self.ms / 1000


def billed_of(plan: Plan, workload: Workload) -> Billed:
    inputs: list[Input] = []
    assumptions: list[str] = []
    ms = _billed_time(plan, workload, inputs, assumptions)
    mb = _billed_memory(plan, workload, inputs)
    if plan.tariff.gigabyte_mb:
        inputs.append(plan.given("gigabyte_mb", f"{write_number(plan.tariff.gigabyte_mb, 0)} MB"))
    elif any(meter.kind == "memory" for meter in plan.tariff.meters.all()):
        assumptions.append(_("A gigabyte is taken as 1,024 MB; the source does not say."))
    sync = plan.rule("max_timeout_sync_s")
    longest = number_of(sync)
    if sync is not None and longest is not None and Fraction(workload.ms, 1000) > longest:
        inputs.append(plan.input_of(sync))
        assumptions.append(_("The request runs asynchronously: it is longer than synchronous calls may be."))
    return Billed(ms, mb, plan.tariff.gigabyte_mb or USUAL_GIGABYTE, tuple(inputs), tuple(assumptions))


def _billed_time(plan: Plan, workload: Workload, inputs: list[Input], assumptions: list[str]) -> Fraction:
    """Rounded up to the step, then no less than the least time billed."""
    ms = Fraction(workload.ms)
    step_fact, least_fact = plan.rule("billing_granularity_ms"), plan.rule("min_billed_duration_ms")
    step, least = number_of(step_fact), number_of(least_fact)
    if step_fact is not None and step:
        ms = ceil(ms / step) * step
        inputs.append(plan.input_of(step_fact))
    elif any(meter.kind in ("memory", "vcpu") for meter in plan.tariff.meters.all()):
        assumptions.append(_("How time is rounded is not documented for this plan: it is taken as it is."))
    if least_fact is not None and least is not None:
        ms = max(ms, least)
        inputs.append(plan.input_of(least_fact))
    if plan.tariff.min_billed_ms:
        ms = max(ms, Fraction(plan.tariff.min_billed_ms))
        inputs.append(plan.given("min_billed_ms", f"{write_number(plan.tariff.min_billed_ms, 0)} ms"))
    return ms


def _billed_memory(plan: Plan, workload: Workload, inputs: list[Input]) -> Fraction:
    """The smallest size that can be chosen and is enough."""
    mb, step = Fraction(workload.mb), plan.tariff.memory_step_mb
    least_fact = plan.rule("min_memory_mb")
    least = number_of(least_fact)
    if least_fact is not None and least is not None and mb <= least:
        inputs.append(plan.input_of(least_fact))
        return least
    if step and mb % step:
        inputs.append(plan.given("memory_step_mb", f"{write_number(step, 0)} MB"))
        return Fraction(ceil(mb / step) * step)
    return mb
