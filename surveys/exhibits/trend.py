"""The exhibit of a question over the waves of its survey; a line breaks where waves do not compare."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.line_shapes import TrendLines
from portal.charts.palette import CATEGORIES
from portal.charts.shape import Shape
from portal.charts.shapes import DotsWithIntervals, Heatmap
from portal.exhibits.columns import Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import sentences, spaced, write_share
from surveys.descriptions import trend_description
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import (
    base_notes,
    citations_of,
    interval_notes,
    look_notes,
    notes_of,
    sum_notes,
    wave_test_notes,
)
from surveys.exhibits.shapes import interval_columns
from surveys.frames import (
    breaks_of,
    latest_options,
    looked_at,
    sorted_options,
    trend_frame,
    with_wave_tests,
)
from surveys.frames.written import with_page_words
from surveys.looks import DOTS, HEATMAP, TABLE, Look
from surveys.models import Figure, Question, Wording
from surveys.words import base_words, capital, kind_warning, shown_words, titled, unit_words


def trend_exhibit(
    question: Question,
    wordings: Sequence[Wording],
    figures: Sequence[Figure],
    look: Look | None = None,
    *,
    query: str = "",
) -> Exhibit:
    """`figures` of whole samples, waves as time goes; without a look the largest answers as lines."""
    look = look or Look()
    ranked = latest_options(figures, len(figures))
    options = look.options or ranked[:CATEGORIES]
    published = sorted_options(trend_frame(figures, wordings, options), look.sort, ranked)
    frame = with_page_words(looked_at(with_wave_tests(published, wordings), look), across="wave")
    waves = tuple(sorted(frame["wave"].unique()))
    title = titled(_("%(question)s: over the waves") % {"question": question.label}, is_people=look.is_people)
    return make_exhibit(
        address=f"surveys/{question.survey.slug}/trend/{question.code}",
        title=title,
        columns=figure_columns(frame, on_page=("wave", "option"), across="wave"),
        frame=frame,
        citations=citations_of(figures, wordings),
        query=query,
        subtitle=_subtitle(question, wordings, frame, look, answers=len(ranked)),
        finding=change(published, wordings),
        description=trend_description(title, question, wordings, frame),
        shape=_shape(frame, wordings, look) if len(frame) else None,
        file_order="order" if look.sort in ("", "order") else "",
        grid=Grid("option", "wave", "value", order=waves) if len(frame) else None,
        notes=_notes(question, wordings, frame, look),
    )


def change(frame, wordings: Sequence[Wording]) -> str:
    """From the first to the newest wave of the leading option, where no break lies between; else empty."""
    if frame.empty:
        return ""
    newest = frame[frame["wave"] == frame["wave"].max()]
    leader = newest.sort_values("value", ascending=False, kind="stable").iloc[0]
    rows = frame[frame["option"] == leader["option"]]
    first, last = rows.iloc[0], rows.iloc[-1]
    between = [wording for wording in wordings if first["wave"] < wording.wave.slug <= last["wave"]]
    if not between or any(wording.comparable == Wording.Comparable.NO for wording in between):
        return ""
    words = {
        "label": leader[label_column("question" if leader["option"] == "yes" else "option")],
        "first": write_share(first["value"]),
        "first_wave": first[label_column("wave")],
        "last": write_share(last["value"]),
        "last_wave": last[label_column("wave")],
    }
    return spaced(_("%(label)s: %(first)s in %(first_wave)s, %(last)s in %(last_wave)s") % words)


def _shape(frame, wordings: Sequence[Wording], look: Look) -> Shape | None:
    option, wave, unit = label_column("option"), label_column("wave"), unit_words(is_people=look.is_people)
    if look.chart == TABLE:
        return None
    if look.chart == DOTS:
        return DotsWithIntervals(label=wave, value="value", low="ci_low", high="ci_high", unit=unit)
    if look.chart == HEATMAP:
        return Heatmap(row=option, column=wave, value="value", unit=unit)
    shown = set(frame[wave])
    breaks = tuple(wording.wave.label for wording in breaks_of(wordings) if wording.wave.label in shown)
    return TrendLines(
        x=wave,
        series=option,
        value="value",
        unit=unit,
        breaks=breaks,
        is_joined=look.is_joined,
        **interval_columns(frame),
    )


def _subtitle(question: Question, wordings: Sequence[Wording], frame, look: Look, *, answers: int) -> str:
    shown = shown_words(frame["option"].nunique(), answers)
    waves = [wording.wave.label for wording in wordings]
    span = _("%(first)s to %(last)s") % {"first": waves[0], "last": waves[-1]} if len(waves) > 1 else waves[0]
    joined = _("Lines are joined across breaks.") if look.is_joined else ""
    return sentences([f"{question.survey.label} {span}", capital(base_words(frame["base_n"])), shown, joined])


def _notes(question: Question, wordings: Sequence[Wording], frame, look: Look):
    must = [kind_warning(question.survey), *look_notes(look)]
    if look.is_joined:
        must.append(_("Joined at the reader's wish: lines cross breaks, where values do not compare."))
    for wording in breaks_of(wordings):
        words = {"wave": wording.wave.label, "reason": wording.text("break_reason")}
        must.append(_("Break at %(wave)s: %(reason)s") % words)
    if any(wording.comparable == Wording.Comparable.UNKNOWN for wording in wordings[1:]):
        must.append(_("Whether all waves compare is not known: bases and wording may differ."))
    must += [*base_notes(frame), *sum_notes(question, frame), *interval_notes(frame), *wave_test_notes(frame)]
    silent = [wording.wave.label for wording in wordings if not wording.is_published]
    more = [_("%(wave)s asked the question but published no number.") % {"wave": wave} for wave in silent]
    return notes_of(must, more)
