"""Lists: the surveys, and the questions of a survey or wave with their leading result."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from portal.labels import language_now
from surveys.frames.figures import NOT_PUBLISHED, labels, typed
from surveys.models import Figure, Survey, Wording
from surveys.stages import is_apart

SURVEY_TYPES = {
    **dict.fromkeys(
        ("survey", "survey_label_en", "survey_label_zh", "kind", "publisher", "first", "last", "topics"), "object"
    ),
    **dict.fromkeys(("waves", "questions", "figures"), "int64"),
    **dict.fromkeys(("source", "href"), "object"),
}
RESULT_TYPES = {
    **{
        f"{key}{end}": "object"
        for key in ("survey", "wave", "question", "option")
        for end in ("", "_label_en", "_label_zh")
    },
    **dict.fromkeys(("topic", "kind"), "object"),
    "value": "float64",
    "unit": "object",
    "base_n": "float64",
    "options": "int64",
    **dict.fromkeys(("status", "source", "source_title", "source_url", "href"), "object"),
}


def surveys_frame(surveys: Iterable[Survey], numbers: Mapping[int, int]) -> pd.DataFrame:
    """One row a survey; `numbers` holds its figures by survey id."""
    return typed([_survey_row(survey, numbers.get(survey.pk, 0)) for survey in surveys], SURVEY_TYPES)


def _survey_row(survey: Survey, figures: int) -> dict:
    waves, questions = list(survey.waves.all()), list(survey.questions.all())
    topics = dict.fromkeys(question.get_topic_display() for question in questions)
    return {
        "survey": survey.slug,
        **labels("survey", survey),
        "kind": survey.get_kind_display(),
        "publisher": survey.publisher,
        "first": waves[0].label if waves else "",
        "last": waves[-1].label if waves else "",
        "topics": ("、" if language_now() == "zh-hans" else ", ").join(topics),
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
    return typed(rows, RESULT_TYPES)


def leading(figures: Sequence[Figure]) -> Figure | None:
    """The largest share; other, none and do not know lead only where nothing else was published."""
    ranked = sorted(figures, key=lambda figure: (is_apart(figure.option.code), -figure.percent, figure.option.order))
    return ranked[0] if ranked else None


def _result_row(wording: Wording, figures: list[Figure]) -> dict:
    figure, source = leading(figures), wording.source
    found = (
        {
            "option": figure.option.code,
            **labels("option", figure.option),
            "value": float(figure.percent),
            "base_n": float("nan") if figure.base_n is None else float(figure.base_n),
        }
        if figure
        else {"option": "", "option_label_en": "", "option_label_zh": "", "value": float("nan"), "base_n": float("nan")}
    )
    return {
        "survey": wording.wave.survey.slug,
        **labels("survey", wording.wave.survey),
        "wave": wording.wave.slug,
        **labels("wave", wording.wave),
        "question": wording.question.code,
        **labels("question", wording.question),
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
