"""The exhibit of a topic: what different surveys found, one block a survey, never as one series."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.shapes import GroupedBars
from portal.exhibits.columns import Column, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import headed, joined
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import base_notes, citations_of, interval_notes, look_notes, notes_of
from surveys.exhibits.shapes import interval_columns
from surveys.frames import figures_frame, looked_at
from surveys.frames.topics import bases_of_blocks, block_rows, with_block_text
from surveys.frames.written import with_page_words
from surveys.list_descriptions import topic_description
from surveys.looks import TABLE, Look
from surveys.models import Figure, Question, Wording
from surveys.topics import Topic
from surveys.words import asked_words, base_words, kind_warning, titled, unit_words

MOST_SHOWN = 6  # answers of one survey in the chart


def topic_exhibit(
    topic: Topic,
    wordings: Sequence[Wording],
    figures: Sequence[Figure],
    look: Look | None = None,
    *,
    is_nearest: bool,
    query: str = "",
) -> Exhibit:
    """`is_nearest` for one question a survey with a chart; otherwise every question, as a table."""
    look = look or Look()
    frame = with_block_text(with_page_words(looked_at(figures_frame(figures), look)), "asked", _asked(wordings))
    drawn = None
    if is_nearest and look.chart != TABLE:
        drawn = with_block_text(block_rows(frame, MOST_SHOWN), "heading", _headings(frame, wordings))
    title = titled(_("%(topic)s: what the surveys found") % {"topic": topic.title}, is_people=look.is_people)
    columns = figure_columns(frame, on_page=("survey", "wave", "question", "option", "segment"), linked="question")
    return make_exhibit(
        address=topic.address,
        title=title,
        columns=(*columns[:4], Column("asked", _("Who was asked")), *columns[4:]),
        frame=frame,
        citations=citations_of(figures, wordings),
        query=query,
        subtitle=_subtitle(wordings, is_nearest=is_nearest),
        description=topic_description(title, frame),
        shape=_blocks(drawn, look) if drawn is not None and len(drawn) else None,
        chart_frame=drawn,
        notes=_notes(wordings, frame, look, is_nearest=is_nearest),
    )


def _blocks(drawn, look: Look) -> GroupedBars:
    label, unit = label_column("option"), unit_words(is_people=look.is_people)
    return GroupedBars(group="heading", label=label, value="value", unit=unit, **interval_columns(drawn))


def _asked(wordings: Sequence[Wording]) -> dict[tuple[str, str, str], str]:
    return {_key(wording): wording.text("asked") or wording.wave.text("population") for wording in wordings}


def _headings(frame, wordings: Sequence[Wording]) -> dict[tuple[str, str, str], str]:
    """One heading a survey: its name, wave, who was asked and how many."""
    bases = bases_of_blocks(frame)
    return {
        _key(wording): joined(
            [
                wording.wave.title(),
                asked_words(wording),
                base_words(bases.get(_key(wording), []), wording.wave),
            ]
        )
        for wording in wordings
    }


def _key(wording: Wording) -> tuple[str, str, str]:
    return wording.wave.survey.slug, wording.wave.slug, wording.question.code


def _subtitle(wordings: Sequence[Wording], *, is_nearest: bool) -> str:
    surveys = len({wording.wave.survey_id for wording in wordings})
    if is_nearest:
        return _(
            "The nearest question of %(surveys)s surveys in their newest wave; at most %(most)s answers are drawn."
        ) % {"surveys": surveys, "most": MOST_SHOWN}
    return _("%(questions)s questions and waves of %(surveys)s surveys.") % {
        "questions": len(wordings),
        "surveys": surveys,
    }


def _notes(wordings: Sequence[Wording], frame, look: Look, *, is_nearest: bool):
    must = [_("Different surveys asked different people different questions: read each on its own, not as one series.")]
    surveys = [wording.wave.survey for wording in wordings]
    warnings = [headed(survey.label, warning) for survey in surveys if (warning := kind_warning(survey))]
    is_multiple = any(wording.question.kind == Question.Kind.MULTIPLE for wording in wordings)
    sums = [_("Where several answers were possible, the shares do not add to 100.")] if is_multiple else []
    return notes_of(
        [*must, *warnings, *look_notes(look), *base_notes(frame), *sums, *interval_notes(frame)],
        [] if is_nearest else [_("Figures of parts of a sample stand on the pages of their questions.")],
    )
