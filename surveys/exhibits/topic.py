"""The exhibit of a topic: what different surveys found, one block a survey, never as one series."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.shapes import GroupedBars
from portal.exhibits.columns import Column, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import headed, joined
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import citations_of, notes_of
from surveys.frames import figures_frame
from surveys.frames.topics import bases_of_blocks, block_rows, with_block_text
from surveys.frames.written import with_page_words
from surveys.models import Figure, Wording
from surveys.topics import Topic
from surveys.words import asked_words, base_words, kind_warning

MOST_SHOWN = 6  # answers of one survey in the chart


def topic_exhibit(
    topic: Topic, wordings: Sequence[Wording], figures: Sequence[Figure], *, is_nearest: bool, query: str = ""
) -> Exhibit | None:
    """`is_nearest` for one question a survey with a chart; otherwise every question, as a table. None without rows."""
    if not wordings:
        return None
    frame = with_block_text(with_page_words(figures_frame(figures)), "asked", _asked(wordings))
    drawn = (
        with_block_text(block_rows(frame, MOST_SHOWN), "heading", _headings(frame, wordings)) if is_nearest else None
    )
    columns = figure_columns(frame, on_page=("survey", "wave", "question", "option", "segment"), linked="question")
    return make_exhibit(
        address=topic.address,
        title=_("%(topic)s: what the surveys found") % {"topic": topic.title},
        columns=(*columns[:4], Column("asked", _("Who was asked")), *columns[4:]),
        frame=frame,
        citations=citations_of(figures, wordings),
        query=query,
        subtitle=_subtitle(wordings, is_nearest=is_nearest),
        shape=GroupedBars(group="heading", label=label_column("option"), value="value")
        if is_nearest and len(drawn)
        else None,
        chart_frame=drawn,
        notes=_notes(wordings, is_nearest=is_nearest),
    )


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


def _notes(wordings: Sequence[Wording], *, is_nearest: bool):
    must = [_("Different surveys asked different people different questions: read each on its own, not as one series.")]
    surveys = [wording.wave.survey for wording in wordings]
    warnings = [headed(survey.label, warning) for survey in surveys if (warning := kind_warning(survey))]
    return notes_of(
        [*must, *warnings],
        [] if is_nearest else [_("Figures of parts of a sample stand on the pages of their questions.")],
    )
