"""A wave with answers of 200 respondents, who say by region and size whether they use serverless.

region   asia 100 (60 use, 40 do not), europe 80 (16, 64), africa 20 (10, 10)
size     small: the first half of each region, large: the other
tools    several answers: a of everybody, b of those who use
age      a number: 30 in Asia, 40 elsewhere
"""

from dataclasses import dataclass

import pytest

from surveys.answers import published_answers
from surveys.crosstabs.asking import Asking, asking_of
from surveys.microdata.codebook.questions import Break
from surveys.microdata.store.answers import Answers
from surveys.models import Question, Wave
from tests import factories as make
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset

REGIONS = (("asia", 60, 40), ("europe", 16, 64), ("africa", 10, 10))


@dataclass(frozen=True)
class Asked:
    wave: Wave
    asking: Asking

    @property
    def path(self) -> str:
        return f"/en/surveys/{self.wave.survey.slug}/{self.wave.slug}/crosstab"


def made_answers() -> Answers:
    people = [(region, use) for region, yes, no in REGIONS for use in ["yes"] * yes + ["no"] * no]
    seen: dict[tuple[str, str], int] = {}
    sizes = []
    for region, use in people:
        seen[region, use] = seen.get((region, use), 0) + 1
        sizes.append("small" if seen[region, use] % 2 else "large")
    no = Break.NO
    return make_answers(
        [
            make_question("serverless_use", options="yes no", topic="adoption", nets={"any": "yes no"}),
            make_question("region", options="asia europe africa", topic="profile"),
            make_question("size", options="small large", topic="profile"),
            make_question("tools", "multiple", "a b", topic="practice", break_for=no, separator=";"),
            make_question("age", kind="numeric", topic="profile"),
            make_question("w", kind="weight"),
        ],
        {
            "serverless_use": [use for _region, use in people],
            "region": [region for region, _use in people],
            "size": sizes,
            "tools": ["a b" if use == "yes" else "a" for _region, use in people],
            "age": [30 if region == "asia" else 40 for region, _use in people],
            "w": [2 if size == "small" else 1 for size in sizes],
        },
    )


@pytest.fixture
def asked(db) -> Asked:
    wave = make.make_wave(survey=make.make_survey(slug="users"), slug="2020", name_en="2020", name_zh="2020 年")
    make_dataset(made_answers(), wave=wave)
    make.make_question(survey=wave.survey, code="region", name_en="Region", name_zh="地区")
    return Asked(wave, asking_of(published_answers("users", "2020"), Question.objects.in_survey(wave.survey)))
