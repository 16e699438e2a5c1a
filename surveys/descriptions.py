"""What a chart of figures shows, in a few whole sentences made by rule from its rows: highest, lowest, change, noise.

They claim no more than the rows show. Of noise they speak only where bases were published, and of surveys only: what
usage data or documents count is no sample.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.exhibits.frames import rows_of
from portal.words import all_of, headed, joined, sentences, set_apart, write_count, write_share
from surveys.frames.figures import LEAST_BASE, NOT_PUBLISHED, UNIT, UNRELIABLE
from surveys.models import Question, Survey, Wording
from surveys.noise import BEYOND, UNKNOWN, in_one_sample, in_two_samples
from surveys.words import base_words, capital, quoted

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_TIED = 3  # names of equal rows; more are counted


def question_description(title: str, wording: Wording, frame: "DataFrame") -> str:
    """Of the whole sample in one wave."""
    rows = _published(frame)
    opening = joined([title, wording.wave.title()])
    if rows.empty:
        return sentences([opening, "" if wording.is_published else _("Its numbers were never published.")])
    missing = frame.loc[frame["status"] == NOT_PUBLISHED]
    not_stated = (
        _("The source does not state what the other %(share)s answered.") % {"share": written(missing.iloc[0])}
        if len(missing)
        else ""
    )
    return sentences([opening, capital(extremes(rows)), not_stated, lead_words(rows, wording.question)])


def parts_description(title: str, wording: Wording, frame: "DataFrame") -> str:
    """By parts of the sample: the answer on which they differ most, where enough people were asked."""
    opening, name = joined([title, wording.wave.title()]), label_column("segment")
    whole, parts = frame[frame["segment"] == ""], frame[frame["segment"] != ""]
    is_small = parts["status"] == UNRELIABLE
    small = _("Parts of fewer than %(base)s people are not compared") % {"base": LEAST_BASE} if is_small.any() else ""
    parts = parts[~is_small]
    spreads = parts.groupby("option", sort=False)["value"].agg(lambda values: values.max() - values.min())
    overall = headed(_("The whole sample"), extremes(whole)) if len(whole) else ""
    if parts.empty or not spreads.max() > 0 or parts["unit"].iloc[0] != UNIT:  # people follow the size of each part
        only = [headed(row[name], named(row)) for row in parts.to_dict("records")[:MOST_TIED]]
        return sentences([opening, overall, set_apart(only), small])
    rows = parts[parts["option"] == spreads.idxmax()].sort_values("value", kind="stable")
    low, high = rows.iloc[0], rows.iloc[-1]
    words = {
        "answer": quoted(high[label_column("option")]),
        "high": high[name],
        "high_share": written(high),
        "low": low[name],
        "low_share": written(low),
    }
    told = _("Parts of the sample differ most in %(answer)s: %(high)s %(high_share)s, %(low)s %(low_share)s") % words
    pairs = sum(len(list(combinations(range(count), 2))) for count in parts.groupby("option").size())
    noise = difference_words(high, low, wording.wave.survey, comparisons=pairs)
    return sentences([opening, overall, told, noise, small])


def trend_description(title: str, question: Question, wordings: Sequence[Wording], frame: "DataFrame") -> str:
    """The newest wave, and the largest change since the last break."""
    opening = joined([title, question.survey.label])
    if frame.empty:
        return sentences([opening])
    first, last = frame["wave"].min(), frame["wave"].max()
    newest = frame[frame["wave"] == last]
    latest = headed(newest.iloc[0][label_column("wave")], extremes(newest))
    between = [wording for wording in wordings if first < wording.wave.slug <= last]
    broken = [wording for wording in between if wording.comparable == Wording.Comparable.NO]
    since = broken[-1].wave.slug if broken else ""
    breaks = _("The series breaks at %(waves)s: values before and after do not compare") % {
        "waves": all_of([wording.wave.label for wording in broken])
    }
    changes = _change(question, wordings, frame[frame["wave"] >= since])
    return sentences([opening, latest, *changes, breaks if broken else ""])


def _change(question: Question, wordings: Sequence[Wording], frame: "DataFrame") -> list[str]:
    """The largest change of an answer from its first wave to its last, and whether it may be noise."""
    by_option = [rows.sort_values("wave", kind="stable") for _option, rows in frame.groupby("option", sort=False)]
    spans = [(rows.iloc[0], rows.iloc[-1]) for rows in by_option if rows["wave"].nunique() > 1]
    if not spans or frame["unit"].iloc[0] != UNIT:  # people follow the size of each sample
        return []
    first, last = max(spans, key=lambda span: abs(span[1]["value"] - span[0]["value"]))
    wave = label_column("wave")
    words = {
        "answer": quoted(last[label_column("option")]),
        "first": written(first),
        "first_wave": first[wave],
        "last": written(last),
        "last_wave": last[wave],
    }
    told = _("Largest change: %(answer)s, %(first)s in %(first_wave)s, %(last)s in %(last_wave)s") % words
    between = [wording for wording in wordings if first["wave"] < wording.wave.slug <= last["wave"]]
    is_unknown = any(wording.comparable == Wording.Comparable.UNKNOWN for wording in between)
    doubt = _("Whether all waves compare is not known") if is_unknown else ""
    return [told, difference_words(last, first, question.survey, comparisons=len(spans)), doubt]


def extremes(rows: "DataFrame") -> str:
    """The highest and the lowest of the rows; equal ones are named together."""
    ranked = rows.sort_values("value", ascending=False, kind="stable")
    top, bottom = ranked["value"].iloc[0], ranked["value"].iloc[-1]
    highest, lowest = ranked[ranked["value"] == top], ranked[ranked["value"] == bottom]
    if len(ranked) == 1:
        return _("one answer published, %(answer)s") % {"answer": named(ranked.iloc[0])}
    if top == bottom:
        words = {"count": len(ranked), "share": written(ranked.iloc[0])}
        return ngettext("%(count)s answer, at %(share)s", "%(count)s answers, all at %(share)s", len(ranked)) % words
    words = {"count": len(ranked), "highest": _together(highest), "lowest": _together(lowest)}
    return _("highest of %(count)s answers %(highest)s, lowest %(lowest)s") % words


def _together(rows: "DataFrame") -> str:
    if len(rows) > MOST_TIED:
        words = {"count": len(rows), "share": written(rows.iloc[0])}
        return ngettext("%(count)s answer (%(share)s)", "%(count)s answers (%(share)s each)", len(rows)) % words
    return all_of([named(row) for row in rows_of(rows)])


def lead_words(rows: "DataFrame", question: Question) -> str:
    """Whether the first of the rows is told from the second by more than noise; that no base was published."""
    bases = rows["base_n"]
    if bases.isna().all():
        return capital(base_words(bases))
    ranked = rows.sort_values("value", ascending=False, kind="stable")
    if len(ranked) < 2 or question.survey.kind != Survey.Kind.SURVEY:
        return ""
    first, second = ranked.iloc[0], ranked.iloc[1]
    if first["value"] == second["value"] or first["base_n"] != second["base_n"] or first["unit"] != UNIT:
        return ""
    excludes = question.kind == Question.Kind.SINGLE
    judged = in_one_sample(first["value"], second["value"], int(first["base_n"]), excludes=excludes)
    label = label_column("option")
    seconds = _together(ranked[ranked["value"] == second["value"]])
    words = {"first": quoted(first[label]), "second": seconds, "base": base_words([first["base_n"]])}
    if judged == UNKNOWN:
        return ""
    if judged == BEYOND:
        return _("The lead of %(first)s over %(second)s is larger than sampling noise (95%%, %(base)s)") % words
    return _("The gap between %(first)s and %(second)s lies within sampling noise (95%%, %(base)s)") % words


def difference_words(first, second, survey: Survey, *, comparisons: int) -> str:
    """Whether two rows of different people differ by more than noise; that bases were not published."""
    bases = [first["base_n"], second["base_n"]]
    if any(base != base for base in bases):  # NaN is not equal to itself
        return _("Without both bases nothing is said of sampling noise")
    if survey.kind != Survey.Kind.SURVEY or first["unit"] != UNIT:
        return ""
    judged = in_two_samples(
        first["value"], int(bases[0]), second["value"], int(bases[1]), comparisons=max(comparisons, 1)
    )
    words = {"bases": all_of([base_words([base]) for base in bases])}
    if judged == BEYOND:
        return _("That is larger than sampling noise (95%%, %(bases)s)") % words
    return _("That lies within sampling noise (95%%, %(bases)s)") % words


def named(row) -> str:
    """ "“In production” (28%)"."""
    return _("%(answer)s (%(share)s)") % {"answer": quoted(row[label_column("option")]), "share": written(row)}


def written(row) -> str:
    """A share with its sign, people as a whole number."""
    return write_share(row["value"]) if row["unit"] == UNIT else write_count(row["value"])


def _published(frame: "DataFrame") -> "DataFrame":
    """Without what the source does not state."""
    return frame[(frame["status"] != NOT_PUBLISHED) & frame["value"].notna()]
