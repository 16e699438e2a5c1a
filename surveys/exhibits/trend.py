"""The exhibit of a question over the waves of its survey; a line breaks where waves do not compare."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.shapes import TrendLines
from portal.exhibits.columns import Grid, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import sentences, spaced, write_share
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import citations_of, notes_of
from surveys.frames import breaks_of, trend_frame
from surveys.frames.written import with_page_words
from surveys.models import Figure, Question, Wording
from surveys.words import base_words, capital, kind_warning


def trend_exhibit(
    question: Question,
    wordings: Sequence[Wording],
    figures: Sequence[Figure],
    options: Sequence[str],
    *,
    query: str = "",
) -> Exhibit:
    """`figures` of whole samples, waves as time goes; `options` are the codes to show."""
    frame = with_page_words(trend_frame(figures, wordings, options), across="wave")
    broken = [wording.wave.label for wording in breaks_of(wordings)]
    return make_exhibit(
        address=f"surveys/{question.survey.slug}/trend/{question.code}",
        title=_("%(question)s: over the waves") % {"question": question.label},
        columns=figure_columns(frame, on_page=("wave", "option"), across="wave"),
        frame=frame,
        citations=citations_of(figures, wordings),
        query=query,
        subtitle=_subtitle(question, wordings, frame),
        finding=change(frame, wordings),
        shape=_lines(frame, broken) if len(frame) else None,
        file_order="order",
        grid=Grid("option", "wave", "value") if len(frame) else None,
        notes=_notes(question, wordings, frame),
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


def _lines(frame, broken: list[str]) -> TrendLines:
    shown = set(frame[label_column("wave")])
    breaks = tuple(label for label in broken if label in shown)
    return TrendLines(x=label_column("wave"), series=label_column("option"), value="value", breaks=breaks)


def _subtitle(question: Question, wordings: Sequence[Wording], frame) -> str:
    waves = [wording.wave.label for wording in wordings]
    span = _("%(first)s to %(last)s") % {"first": waves[0], "last": waves[-1]} if len(waves) > 1 else waves[0]
    return sentences([f"{question.survey.label} {span}", capital(base_words(frame["base_n"]))])


def _notes(question: Question, wordings: Sequence[Wording], frame):
    must = [kind_warning(question.survey)]
    for wording in breaks_of(wordings):
        words = {"wave": wording.wave.label, "reason": wording.text("break_reason")}
        must.append(_("Break at %(wave)s: %(reason)s") % words)
    if any(wording.comparable == Wording.Comparable.UNKNOWN for wording in wordings[1:]):
        must.append(_("Whether all waves compare is not known: bases and wording may differ."))
    if frame["base_n"].isna().any():
        must.append(_("Bases are shown where they were published."))
    silent = [wording.wave.label for wording in wordings if not wording.is_published]
    more = [_("%(wave)s asked the question but published no number.") % {"wave": wave} for wave in silent]
    return notes_of(must, more)
