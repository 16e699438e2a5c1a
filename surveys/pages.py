"""What pages show beside their exhibit: crumbs, method cards, neighbours, choices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.stacking import labels_when_stacked
from portal.labels import choose
from surveys.answers import published_answers
from surveys.blocks import topic_blocks
from surveys.controls import Choice, controls_of
from surveys.filters import QuestionForm, TopicForm, TrendForm, WaveForm, figures_in_order
from surveys.frames import dimensions_of
from surveys.method import Line, answers_lines, method_lines
from surveys.models import Figure, Question, Survey, Wave, Wording
from surveys.related import Link, address_of, neighbours_of, table_links
from surveys.topic_methods import method_rows
from surveys.topics import TOPICS, Topic
from surveys.words import base_words, kind_warning


@dataclass(frozen=True)
class WaveCard:
    wave: Wave
    method: tuple[Line, ...]


def crumbs_of(survey: Survey | None = None, wave: Wave | None = None) -> list[tuple[str, str]]:
    crumbs = [(_("Surveys"), reverse("surveys:surveys"))]
    if survey:
        crumbs.append((survey.label, survey.get_absolute_url()))
    if wave:
        crumbs.append((wave.label, wave.get_absolute_url()))
    return crumbs


def dimension_labels(figures: Iterable[Figure]) -> dict[str, str]:
    return {code: choose(*names) for code, names in dimensions_of(figures).items()}


def surveys_context(exhibit: Exhibit) -> dict:
    return {"labels": labels_when_stacked(exhibit, {"kind", "publisher"})}


def survey_context(survey: Survey) -> dict:
    cards = [WaveCard(wave, method_lines(wave)[:-1]) for wave in reversed(list(survey.waves.all()))]
    return {"survey": survey, "cards": cards, "warning": kind_warning(survey), "crumbs": crumbs_of()}


def wave_context(wave: Wave, exhibit: Exhibit, form: WaveForm | None = None) -> dict:
    """Questions by topic come from the rows of the exhibit."""
    topics: dict[str, list[dict]] = {}
    for row in exhibit.frame.to_dict("records"):
        topics.setdefault(row["topic"], []).append(
            {
                **row,
                "label": row[exhibit.column("question").shown_column(exhibit.language)],
                "base": base_words([row["base_n"]]),
            }
        )
    published = published_answers(wave.survey.slug, wave.slug)
    return {
        "wave": wave,
        "method": (*method_lines(wave), *answers_lines(published)),
        "tables": table_links(published),
        "warning": kind_warning(wave.survey),
        "topics": list(topics.items()),
        "controls": controls_of(form) if form else None,
        "crumbs": crumbs_of(wave.survey),
    }


def question_context(wording: Wording, figures: Sequence[Figure], form: QuestionForm) -> dict:
    wave = wording.wave
    return {
        "wording": wording,
        "method": method_lines(wave),
        "tables": table_links(published_answers(wave.survey.slug, wave.slug), wording.question.code),
        "neighbours": neighbours_of(wording),
        "controls": controls_of(form, has_order=has_order(figures)),
        "crumbs": crumbs_of(wording.wave.survey, wording.wave),
    }


def has_order(figures: Sequence[Figure]) -> bool:
    """Whether there is more than one answer to put in order."""
    return len({figure.option_id for figure in figures}) > 1


def trend_context(question: Question, wordings: Sequence[Wording], form: TrendForm) -> dict:
    shown = form.look.options or form.allowed
    return {
        "question": question,
        "waves": [Link(wording.wave.label, address_of(wording)) for wording in reversed(wordings)],
        "options": [
            Choice(label, form.view_with(only=code, chart="", **{"except": ""}), code in shown)
            for code, label in form.allowed.items()
        ],
        "controls": controls_of(form),
        "crumbs": crumbs_of(question.survey),
    }


def topic_or_404(code: str) -> Topic:
    found = next((topic for topic in TOPICS if topic.code == code), None)
    if found is None:
        raise Http404(_("There is no such topic."))
    return found


def figures_of(wordings: Sequence[Wording]) -> list[Figure]:
    """Figures of whole samples of these questions in these waves, in the order of the wordings."""
    found = Figure.objects.for_wordings(wordings).of_whole_samples().with_context().in_code_order()
    return figures_in_order(found, wordings)


def topics_context() -> dict:
    return {"topics": TOPICS, "crumbs": crumbs_of()}


def topic_context(topic: Topic, form: TopicForm) -> dict:
    return {
        "topic": topic,
        "methods": method_rows(form.wordings_of(form.look), form.figures_of(form.look)),
        "is_nearest": form.is_nearest,
        "blocks": topic_blocks(form.wordings, form.figures),
        "controls": controls_of(form),
        "crumbs": [(_("Topics"), reverse("surveys:topics"))],
    }
