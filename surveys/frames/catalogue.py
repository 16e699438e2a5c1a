"""Lists: the surveys, and the questions of a survey or wave with their leading result."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.words import listed
from surveys.frames.figures import NOT_PUBLISHED, figure_row
from surveys.models import Figure, Survey, Wording
from surveys.stages import is_apart

SURVEY_TYPES = {
    **labelled_types("survey"),
    **text_types("kind", "publisher", "first", "last", "topics"),
    **dict.fromkeys(("waves", "questions", "figures"), "int64"),
    **text_types("source", "href"),
}
RESULT_TYPES = {
    **labelled_types("survey", "wave", "question", "option"),
    **text_types("topic", "kind"),
    "value": "float64",
    "unit": "str",
    **dict.fromkeys(("base_n", "ci_low", "ci_high"), "float64"),
    "options": "int64",
    **text_types("ci_method", "status", "source", "source_title", "source_url", "href"),
}


NUMBERS = ("value", "base_n", "ci_low", "ci_high", "ci_method")  # of a leading answer


def surveys_frame(surveys: Iterable[Survey], numbers: Mapping[int, int]) -> pd.DataFrame:
    """One row a survey; `numbers` holds its figures by survey id."""
    return frame_of((_survey_row(survey, numbers.get(survey.pk, 0)) for survey in surveys), SURVEY_TYPES)


def _survey_row(survey: Survey, figures: int) -> dict:
    waves, questions = list(survey.waves.all()), list(survey.questions.all())
    topics = dict.fromkeys(question.get_topic_display() for question in questions)
    return {
        **named("survey", survey.slug, survey),
        "kind": survey.get_kind_display(),
        "publisher": survey.publisher,
        "first": waves[0].label if waves else "",
        "last": waves[-1].label if waves else "",
        "topics": listed(topics),
        "waves": len(waves),
        "questions": len(questions),
        "figures": figures,
        "source": waves[-1].source.code if waves else "",
        "href": f"surveys/{survey.slug}",
    }


def results_frame(wordings: Iterable[Wording], figures: Sequence[Figure]) -> pd.DataFrame:
    """One row a question and wave with its leading option; status n where no number was published.

    `figures` are those of whole samples. Where only parts of the sample have figures there is no leading option.
    """
    by_wording: dict[tuple[int, int], list[Figure]] = {}
    for figure in figures:
        by_wording.setdefault((figure.wave_id, figure.option.question_id), []).append(figure)
    rows = [_result_row(wording, by_wording.get((wording.wave_id, wording.question_id), [])) for wording in wordings]
    return frame_of(rows, RESULT_TYPES)


def sorted_results(frame: pd.DataFrame, sort: str) -> pd.DataFrame:
    """Questions in their order, or by the share of their leading answer; those without one come last."""
    if sort in ("", "order"):
        return frame
    return frame.sort_values("value", ascending=sort == "value", na_position="last", kind="stable", ignore_index=True)


def leading(figures: Sequence[Figure]) -> Figure | None:
    """The largest share; other, none and do not know lead only where nothing else was published."""
    ranked = sorted(figures, key=lambda figure: (is_apart(figure.option.code), -figure.percent, figure.option.order))
    return ranked[0] if ranked else None


def _result_row(wording: Wording, figures: list[Figure]) -> dict:
    figure, source = leading(figures), wording.source
    found = (
        {
            **named("option", figure.option.code, figure.option),
            **{key: value for key, value in figure_row(figure).items() if key in NUMBERS},
        }
        if figure
        else {**labelled("option", "", ("", "")), **dict.fromkeys(NUMBERS, float("nan")), "ci_method": ""}
    )
    return {
        **named("survey", wording.wave.survey.slug, wording.wave.survey),
        **named("wave", wording.wave.slug, wording.wave),
        **named("question", wording.question.code, wording.question),
        "topic": wording.question.get_topic_display(),
        "kind": wording.question.get_kind_display(),
        **found,
        "unit": "%",
        "options": len(figures),
        "status": "" if wording.is_published else NOT_PUBLISHED,
        "source": source.code,
        "source_title": source.title,
        "source_url": source.link,
        "href": f"surveys/{wording.wave.survey.slug}/{wording.wave.slug}/{wording.question.code}",
    }
