"""What a refresh says of each chart: an outcome, what changed, and what its author should know."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from portal.exhibits.slide_marks import LESS, MORE
from portal.refreshing.comparing import Change


class Outcome(StrEnum):
    UNCHANGED = "unchanged"
    UPDATED = "updated"  # new numbers or words came
    CORRECTED = "corrected"  # a number that stood there changed or went
    WITHDRAWN = "withdrawn"  # the portal shows it no more; the file keeps what it has
    KEPT = "kept"  # the portal has other numbers, but what its author made of it leaves no place for them


WRITTEN = (Outcome.UPDATED, Outcome.CORRECTED)  # outcomes that change the file


@dataclass(frozen=True)
class ChartReport:
    """`place` says where it stands in the file, `href` where on the portal; versions are 0 where unknown."""

    place: str
    title: str
    href: str
    outcome: Outcome
    version_before: int = 0
    version_now: int = 0
    changes: tuple[Change, ...] = ()
    added: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def outcome_words(self) -> str:
        return outcome_words()[self.outcome]


@dataclass(frozen=True)
class Report:
    """Of a whole file, in its order; `is_changed` tells whether the file that comes back is another one."""

    charts: tuple[ChartReport, ...]
    is_changed: bool
    remarks: tuple[str, ...] = field(default=())

    @property
    def counts(self) -> dict[Outcome, int]:
        found = Counter(chart.outcome for chart in self.charts)
        return {outcome: found[outcome] for outcome in Outcome if found[outcome]}

    @property
    def summary(self) -> str:
        """Such as "2 unchanged, 1 corrected"."""
        words = outcome_words()
        return _(", ").join(f"{words[outcome]}: {count}" for outcome, count in self.counts.items())


def outcome_words() -> dict[Outcome, str]:
    return {
        Outcome.UNCHANGED: _("Unchanged"),
        Outcome.UPDATED: _("Updated"),
        Outcome.CORRECTED: _("Corrected"),
        Outcome.WITHDRAWN: _("Withdrawn"),
        Outcome.KEPT: _("Not refreshed"),
    }


def change_words(change: Change) -> str:
    """Such as "Yes, in use, 2020: 62.5 → 63"."""
    columns = {LESS: _("interval, down from the value"), MORE: _("interval, up from the value")}
    where = _(", ").join(filter(None, [change.row, columns.get(change.column, change.column)]))
    return _("%(where)s: %(before)s → %(after)s") % {
        "where": where,
        "before": change.before,
        "after": change.after or _("gone"),
    }
