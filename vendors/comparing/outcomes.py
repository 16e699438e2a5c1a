"""What came of holding a value against a term: met, failed, or not to be checked, each with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Code = Literal["met", "failed", "unchecked"]
MET: Code = "met"
FAILED: Code = "failed"
UNCHECKED: Code = "unchecked"


@dataclass(frozen=True)
class Outcome:
    """`reason` says by how much a value fails, or why it cannot be checked; met ones have none."""

    code: Code
    reason: str = ""


def all_of(outcomes: Iterable[Outcome], joined) -> Outcome:
    """Failed where one fails; else not to be checked where one cannot be; `joined` puts reasons together."""
    found = list(outcomes)
    for code in (FAILED, UNCHECKED):
        reasons = [outcome.reason for outcome in found if outcome.code == code]
        if reasons:
            return Outcome(code, joined(dict.fromkeys(reasons)))
    return Outcome(MET)


def any_of(outcomes: Iterable[Outcome], joined) -> Outcome:
    """Met where one is met; else not to be checked where one cannot be: that one might meet it."""
    found = list(outcomes)
    if any(outcome.code == MET for outcome in found):
        return Outcome(MET)
    code = UNCHECKED if any(outcome.code == UNCHECKED for outcome in found) else FAILED
    return Outcome(code, joined(dict.fromkeys(outcome.reason for outcome in found if outcome.code == code)))
