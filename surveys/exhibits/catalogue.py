"""Lists as exhibits: all surveys; the questions of a survey by wave; the questions of a wave."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from portal.exhibits.citations import cite
from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import joined, sentences, write_count
from surveys.exhibits.columns import interval_value_columns
from surveys.exhibits.notes import base_notes, citations_of, interval_notes, notes_of
from surveys.frames import looked_at, results_frame, sorted_results, surveys_frame
from surveys.frames.written import with_result_words
from surveys.list_descriptions import results_description, surveys_description
from surveys.looks import Look
from surveys.models import Figure, Survey, Wave, Wording
from surveys.words import base_words, capital, fieldwork, kind_warning


def surveys_exhibit(surveys: Sequence[Survey], numbers: Mapping[int, int], *, query: str = "") -> Exhibit | None:
    """Every series; None where there is none yet."""
    waves = [wave for survey in surveys for wave in survey.waves.all()]
    if not waves:
        return None
    frame = surveys_frame(surveys, numbers)
    return make_exhibit(
        address="surveys",
        title=_("Surveys"),
        columns=(
            Column("survey", _("Survey"), "code", is_labelled=True, linked_by="href"),
            Column("kind", _("Kind")),
            Column("publisher", _("Publisher")),
            Column("first", _("First wave")),
            Column("last", _("Newest wave")),
            Column("waves", _("Waves"), "value", decimals=0),
            Column("questions", _("Questions"), "value", decimals=0),
            Column("figures", _("Figures"), "value", decimals=0),
            Column("topics", _("Topics")),
            Column("source", _("Source of the newest wave"), "source"),
        ),
        frame=frame,
        citations=tuple({wave.source.code: cite(wave.source) for wave in waves}.values()),
        query=query,
        subtitle=_("%(surveys)s series, %(waves)s waves, %(figures)s published figures.")
        % {"surveys": len(surveys), "waves": len(waves), "figures": write_count(sum(numbers.values()))},
        description=surveys_description(_("Surveys"), frame),
        notes=notes_of([], [_("Series of usage data and reviews of documents stand here too; they are not surveys.")]),
    )


def survey_exhibit(
    survey: Survey, wordings: Sequence[Wording], figures: Sequence[Figure], *, query: str = ""
) -> Exhibit:
    """Questions by waves; each cell holds the leading answer and leads to the question."""
    frame = with_result_words(results_frame(wordings, figures))
    return make_exhibit(
        address=f"surveys/{survey.slug}",
        title=survey.label,
        columns=result_columns(frame, on_page=("wave", "question"), question_links=""),
        frame=frame,
        citations=citations_of([], wordings) or tuple(cite(wave.source) for wave in survey.waves.all()),
        query=query,
        subtitle=sentences([_("A series published by %(publisher)s") % {"publisher": survey.publisher}]),
        description=results_description(survey.label, frame),
        grid=Grid("question", "wave", "value", order=waves_in(frame)) if len(frame) else None,
        notes=notes_of(
            [kind_warning(survey), *result_notes(frame)],
            [_("Each cell holds the largest published share and its answer.")],
        ),
    )


def waves_in(frame) -> tuple[str, ...]:
    """Codes of the waves as time goes."""
    return tuple(sorted(frame["wave"].unique()))


def wave_exhibit(
    wave: Wave, wordings: Sequence[Wording], figures: Sequence[Figure], look: Look | None = None, *, query: str = ""
) -> Exhibit:
    """One row a question of the wave, with its leading answer."""
    look = look or Look()
    asked = [wording for wording in wordings if not look.options or wording.question.code in look.options]
    frame = sorted_results(looked_at(results_frame(asked, figures), look), look.sort)
    frame = with_result_words(frame)
    shown = _("%(shown)s of %(all)s questions shown") % {"shown": len(asked), "all": len(wordings)}
    who = joined([wave.text("population"), fieldwork(wave)])
    base = capital(base_words([wave.sample_size or float("nan")]))
    return make_exhibit(
        address=f"surveys/{wave.survey.slug}/{wave.slug}",
        title=wave.title(),
        columns=result_columns(frame, on_page=("question",), question_links="href"),
        frame=frame,
        citations=citations_of([], asked) or (cite(wave.source),),
        query=query,
        subtitle=sentences([capital(who), base, shown if len(asked) < len(wordings) else ""]),
        description=results_description(wave.title(), frame),
        notes=notes_of(
            [kind_warning(wave.survey), *result_notes(frame)], [_("The largest published share of each question.")]
        ),
    )


def result_notes(frame) -> list[str]:
    """Of the bases and intervals of those questions that have a leading answer."""
    led = frame[frame["value"].notna()]
    return [*base_notes(led), *interval_notes(led)] if len(led) else []


def result_columns(frame, *, on_page: tuple[str, ...], question_links: str) -> tuple[Column, ...]:
    """In a grid the value leads to the question, in a list the question itself does."""
    is_grid = not question_links
    return (
        Column("survey", _("Survey"), "code", on_page=False),
        Column("wave", _("Wave"), "code", is_labelled="wave" in on_page, on_page="wave" in on_page),
        Column(
            "question", _("Question"), "code", is_labelled=True, linked_by="trend_href" if is_grid else question_links
        ),
        Column("topic", _("Topic")),
        Column("kind", _("Choice")),
        Column("option", _("Leading answer"), "code", is_labelled=True),
        Column(
            "value",
            _("Share"),
            "value",
            unit="%",
            decimals=2,
            written_by="value_written",
            linked_by="href" if is_grid else "",
            tagged_by="answer" if is_grid else "",
        ),
        Column("unit", _("Unit"), on_page=False),
        Column("base_n", _("Base"), "value", decimals=0, written_by="base_written"),
        *interval_value_columns(frame),
        Column("options", _("Published answers"), "value", decimals=0),
        Column("status", _("Status"), "status", on_page=False),
        Column("source", _("Source"), "source"),
        Column("source_title", _("Source title"), on_page=False),
        Column("source_url", _("Source address"), on_page=False),
    )
