"""What lists of surveys, questions and topics show, in a few whole sentences; each survey stands for itself."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import headed, sentences, set_apart, write_count
from surveys.descriptions import named
from surveys.words import quoted

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_NAMED = 4  # rows that a sentence names; the rest is counted


def topic_description(title: str, frame: "DataFrame") -> str:
    """The highest answer of each question: different surveys are never ranked against each other."""
    blocks = frame.groupby(["survey", "wave", "question"], sort=False)
    leading = [rows.loc[rows["value"].idxmax()] for _block, rows in blocks]
    if not leading:
        return sentences([title, _("No number of a whole sample was published")])
    told = [headed(_wave_title(row), named(row)) for row in leading[:MOST_NAMED]]
    return sentences([title, headed(_("Highest answer, each survey for itself"), _with_rest(told, len(leading)))])


def results_description(title: str, frame: "DataFrame") -> str:
    """The leading answers of the newest wave, in the order of the questionnaire."""
    newest = frame[frame["wave"] == frame["wave"].max()]
    rows = newest[newest["value"].notna()]
    if rows.empty:
        return sentences([title, _("No number of a whole sample was published")])
    told = [headed(row[label_column("question")], named(row)) for row in rows.to_dict("records")[:MOST_NAMED]]
    wave = rows[label_column("wave")].iloc[0]
    heading = _("Leading published answers in %(wave)s") % {"wave": wave}
    return sentences([title, headed(heading, _with_rest(told, len(rows)))])


def surveys_description(title: str, frame: "DataFrame") -> str:
    """The series with the most figures."""
    ranked = frame.sort_values("figures", ascending=False, kind="stable").to_dict("records")[:MOST_NAMED]
    name = label_column("survey")
    told = [
        _("%(name)s (%(figures)s)") % {"name": quoted(row[name]), "figures": write_count(row["figures"])}
        for row in ranked
    ]
    return sentences([title, headed(_("Most published figures"), set_apart(told))])


def _wave_title(row) -> str:
    """Survey and wave, without saying twice a year that the survey's name ends with."""
    survey, wave = row[label_column("survey")], row[label_column("wave")]
    if wave in survey:
        return survey
    return f"{survey}{wave}" if survey.endswith("）") else f"{survey} {wave}"


def _with_rest(told: list[str], count: int) -> str:
    more = count - len(told)
    rest = ngettext("%(count)s more question", "%(count)s more questions", more) % {"count": more} if more > 0 else ""
    return set_apart([*told, rest])
