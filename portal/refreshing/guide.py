"""A report as the style guide shows it: one chart for each outcome."""

from typing import Any

from django.utils.translation import gettext as _

from portal.refreshing.answers import shown
from portal.refreshing.comparing import Change
from portal.refreshing.reports import ChartReport, Outcome, Report


def sample_report() -> dict:
    details: dict[Outcome, dict[str, Any]] = {
        Outcome.UPDATED: {"added": 2},
        Outcome.CORRECTED: {"changes": (Change(_("An answer"), "2020", "62", "63.5"),)},
        Outcome.KEPT: {"remarks": (_("It has merged cells, so its rows and columns cannot be matched."),)},
    }
    charts = [
        ChartReport(
            place=_("Slide %(number)s") % {"number": number},
            title=_("A title"),
            href="#refresh",
            outcome=outcome,
            version_before=7,
            version_now=0 if outcome is Outcome.WITHDRAWN else 8,
            **details.get(outcome, {}),
        )
        for number, outcome in enumerate(Outcome, start=1)
    ]
    return shown(Report(tuple(charts), is_changed=True))
