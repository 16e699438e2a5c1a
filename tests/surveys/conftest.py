"""A small world of two surveys, drawn from the report's exhibits.

china   2020: stage (single, whole: 28 + 8 + 11 + 17 + 36), services (parts of a whole: 35 + 32 + 5, other 3)
              challenges (multiple: 51, 22, 22), industry (never published)
annual  2019: use (single: 41 in production), by region asia 30 (n = 20) and europe 45 (n = 200)
        2020: use (51), not comparable with 2019
"""

from dataclasses import dataclass

import pytest
from django.utils.translation import override

from surveys.models import Figure, Question, Survey, Wave, Wording
from tests import factories as make

STAGES = (("production", 28), ("test", 8), ("study", 11), ("considering", 17), ("not_using", 36))
SERVICES = (("alibaba_fc", 35), ("tencent_scf", 32), ("aws_lambda", 5), ("other", 3))
CHALLENGES = (("debugging", 51), ("packaging", 22), ("access", 22))


@dataclass(frozen=True)
class World:
    china: Survey
    wave: Wave
    annual: Survey
    first: Wave
    second: Wave

    def wording(self, code: str, wave: Wave | None = None) -> Wording:
        return Wording.objects.with_context().get(question__code=code, wave=wave or self.wave)

    def figures(self, wording: Wording) -> list[Figure]:
        return list(Figure.objects.for_wording(wording).with_context().in_code_order())


@pytest.fixture(autouse=True)
def _in_english():
    """A request leaves its language behind in the thread."""
    with override("en"):
        yield


@pytest.fixture
def world(db) -> World:
    china = make.make_survey(slug="china", name_en="China survey", name_zh="中国调查")
    wave = make.make_wave(
        survey=china,
        slug="2020",
        name_en="2020",
        name_zh="2020 年",
        sample_size=None,
        fieldwork_start="",
        population_en="Users of the cloud",
        population_zh="云用户",
    )
    lambda_ = make.make_product(slug="aws-lambda", name_en="AWS Lambda")
    ask(wave, "serverless_stage", STAGES, kind="single", topic="adoption", is_ordered=True, is_whole=True)
    ask(wave, "serverless_public_cloud", SERVICES, topic="providers", is_whole=True, products={"aws_lambda": lambda_})
    ask(wave, "serverless_challenges", CHALLENGES, topic="challenges", asked_en="Users of serverless")
    silent = make.make_question(survey=china, code="industry", kind="single", topic="profile", order=90)
    make.make_wording(question=silent, wave=wave, is_published=False, note_en="A picture only.", note_zh="仅有图片。")
    annual = make.make_survey(slug="annual", name_en="Annual survey", name_zh="年度调查")
    first, second = (make.make_wave(survey=annual, slug=year, name_en=year) for year in ("2019", "2020"))
    _add_annual(first, second)
    return World(china, wave, annual, first, second)


def _add_annual(first: Wave, second: Wave) -> None:
    use = ask(
        first, "serverless_use", (("production", 41), ("no", 59)), kind="single", topic="adoption", is_ordered=True
    )
    make.make_wording(
        question=use, wave=second, comparable="no", break_reason_en="Other base.", break_reason_zh="基数不同。"
    )
    option = use.options.get(code="production")
    make.make_figure(wave=second, option=option, percent=51, base_n=None)
    for code, percent, base, order in (("europe", 45, 200, 1), ("asia", 30, 20, 2)):
        segment = make.make_segment(code=code, order=order, name_en=code.title(), name_zh="")
        make.make_figure(wave=first, option=option, segment=segment, percent=percent, base_n=base)


def ask(wave: Wave, code: str, answers, *, products=None, **values) -> Question:
    """The question with its wording in the wave and one figure an answer; china's bases are not published."""
    about_wording = {key: values.pop(key) for key in ("is_whole", "asked_en") if key in values}
    question = make.make_question(
        survey=wave.survey, code=code, name_en=f"About {code}", name_zh=f"关于 {code}", **values
    )
    make.make_wording(question=question, wave=wave, **{"text_en": "", "text_zh": "", "asked_en": "", **about_wording})
    for order, (answer, percent) in enumerate(answers):
        option = make.make_option(
            question=question,
            code=answer,
            order=order,
            name_en=answer.replace("_", " ").capitalize(),
            name_zh="",
            product=(products or {}).get(answer),
        )
        make.make_figure(wave=wave, option=option, percent=percent, base_n=None if wave.survey.slug == "china" else 500)
    return question
