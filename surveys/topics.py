"""Topics: the matter that questions of different surveys share, and which of them compare best."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from surveys.models import Figure, Question, Wording

# Codes of the questions nearest to each other, best first: each survey shows the first that it asked.
NEAREST = {
    "adoption": (
        "serverless_use_any",
        "serverless_stage",
        "serverless_use",
        "serverless_deploy_any",
        "faas_use",
        "serverless_use_work",
        "serverless_use_or_plan",
        "lambda_use",
    ),
    "providers": ("serverless_hosted_platform", "serverless_public_cloud", "deploy_service_major_cloud", "platform"),
    "challenges": (
        "serverless_challenges",
        "pain_point_first",
        "serverless_pain_points",
        "serverless_challenges_expected",
    ),
    "concerns": ("serverless_considerations", "faas_criteria", "motivation", "impact_positive"),
}
INTRODUCTIONS = {
    "adoption": _("Who uses serverless, who tests it, who waits."),
    "concerns": _("What speaks for serverless and what makes people hesitate before they adopt it."),
    "challenges": _("What is hard once serverless is in use."),
    "providers": _("Whose services and platforms are used."),
    "practice": _("How serverless and what surrounds it is used: languages, workloads, tools."),
    "profile": _("Who answered the surveys: industries, sizes, regions, roles."),
}


@dataclass(frozen=True)
class Topic:
    code: str

    @property
    def title(self) -> str:
        return Question.Topic(self.code).label

    @property
    def text(self) -> str:
        return str(INTRODUCTIONS[self.code])

    @property
    def address(self) -> str:
        return f"topics/{self.code}"


TOPICS = tuple(Topic(code) for code in Question.Topic.values)


def nearest_wordings(topic: str, wordings: Iterable[Wording], figures: Iterable[Figure]) -> list[Wording]:
    """One wording a survey: the best question that it asked, in the newest wave that published it.

    `figures` are those of whole samples.
    """
    places = {(figure.wave_id, figure.option.question_id) for figure in figures}
    codes = {code: place for place, code in enumerate(NEAREST.get(topic, ()))}
    best: dict[int, Wording] = {}
    for wording in wordings:
        if wording.question.code not in codes or (wording.wave_id, wording.question_id) not in places:
            continue
        held = best.get(wording.wave.survey_id)
        if held is None or _is_better(wording, held, codes):
            best[wording.wave.survey_id] = wording
    return list(best.values())


def _is_better(wording: Wording, held: Wording, codes: dict[str, int]) -> bool:
    place, other = codes[wording.question.code], codes[held.question.code]
    return place < other or (place == other and wording.wave.slug > held.wave.slug)
