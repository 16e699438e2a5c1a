"""What pages show beside their exhibit: crumbs, method cards, neighbours, choices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.labels import choose
from surveys.blocks import topic_blocks
from surveys.exhibits.question import default_sort
from surveys.filters import ALL, COMPARABLE, QuestionForm, TopicForm
from surveys.frames import dimensions_of
from surveys.method import Line, method_lines
from surveys.models import Figure, Question, Survey, Wave, Wording
from surveys.related import Link, address_of, neighbours_of
from surveys.topics import TOPICS, Topic
from surveys.words import base_words, kind_warning


@dataclass(frozen=True)
class Choice:
    """One way to look at the page; `query` is that of its address, with "?"."""

    label: str
    query: str
    is_active: bool


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


def option_labels(question: Question) -> dict[str, str]:
    return {option.code: option.label for option in question.options.all()}


def survey_context(survey: Survey) -> dict:
    cards = [WaveCard(wave, method_lines(wave)[:-1]) for wave in reversed(list(survey.waves.all()))]
    return {"survey": survey, "cards": cards, "warning": kind_warning(survey), "crumbs": crumbs_of()}


def wave_context(wave: Wave, exhibit: Exhibit) -> dict:
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
    return {
        "wave": wave,
        "method": method_lines(wave),
        "warning": kind_warning(wave.survey),
        "topics": list(topics.items()),
        "crumbs": crumbs_of(wave.survey),
    }


def question_context(wording: Wording, figures: Sequence[Figure], form: QuestionForm) -> dict:
    default = default_sort(wording, figures)
    return {
        "wording": wording,
        "method": method_lines(wording.wave),
        "neighbours": neighbours_of(wording),
        "by_choices": by_choices(figures, form),
        "sort_choices": choices(form, "sort", default=default) if has_order(figures) else [],
        "crumbs": crumbs_of(wording.wave.survey, wording.wave),
    }


def has_order(figures: Sequence[Figure]) -> bool:
    """Whether there is more than one answer to put in order."""
    return len({figure.option_id for figure in figures}) > 1


def by_choices(figures: Sequence[Figure], form: QuestionForm) -> list[Choice]:
    """Whole sample and dimensions; none where there is nothing to choose."""
    found = choices(form, "by")
    has_whole = any(figure.segment is None for figure in figures)
    whole = [Choice(_("All"), form.view_with(by=""), not form.values["by"])] if has_whole else []
    return [*whole, *found] if len(found) + len(whole) > 1 else []


def choices(form, name: str, default: str = "") -> list[Choice]:
    """One for each value of a field; the default's address leaves the parameter out."""
    given = form.values[name] or default
    return [
        Choice(str(label), form.view_with(**{name: "" if value == default else value}), given == value)
        for value, label in form.fields[name].choices
        if value
    ]


def trend_context(question: Question, wordings: Sequence[Wording], options: Sequence[str]) -> dict:
    return {
        "question": question,
        "waves": [Link(wording.wave.label, address_of(wording)) for wording in reversed(wordings)],
        "options": [(option.code, option.label, option.code in options) for option in question.options.all()],
        "crumbs": crumbs_of(question.survey),
    }


def topic_or_404(code: str) -> Topic:
    found = next((topic for topic in TOPICS if topic.code == code), None)
    if found is None:
        raise Http404(_("There is no such topic."))
    return found


def figures_of(wordings: Sequence[Wording]) -> list[Figure]:
    """Figures of whole samples of these questions in these waves, in the order of the wordings."""
    places = {(wording.wave_id, wording.question_id): place for place, wording in enumerate(wordings)}
    found = Figure.objects.for_wordings(wordings).of_whole_samples().with_context().in_code_order()
    wanted = [figure for figure in found if (figure.wave_id, figure.option.question_id) in places]
    return sorted(wanted, key=lambda figure: places[figure.wave_id, figure.option.question_id])


def topics_context() -> dict:
    return {"topics": TOPICS, "crumbs": crumbs_of()}


def topic_context(topic: Topic, wordings: Sequence[Wording], *, figures: Sequence[Figure], form: TopicForm) -> dict:
    all_figures = figures if form.values["show"] == ALL else figures_of(wordings)
    return {
        "topic": topic,
        "blocks": topic_blocks(wordings, all_figures),
        "show_choices": choices(form, "show", default=COMPARABLE),
        "crumbs": [(_("Topics"), reverse("surveys:topics"))],
    }
