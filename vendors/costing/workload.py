"""Workload: what is to be run in a month."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Workload:
    """Every request takes the same time and memory. `vcpu` and `cpu_ms` are None where the reader did not say."""

    requests: int
    ms: int  # of each request
    mb: int  # of memory
    architecture: str = "x86"
    with_free: bool = True  # free tiers are taken off
    vcpu: Fraction | None = None  # of the instance
    cpu_ms: Fraction | None = None  # of CPU time that each request really uses
