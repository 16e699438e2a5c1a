"""What the front page begins with."""

from dataclasses import replace

import pytest

from surveys.leading import answers
from surveys.models import Question, Wording
from tests import factories

pytestmark = pytest.mark.django_db


def asked(code: str, *, topic: str, wave: str, shares: dict[str, str], survey: str = "series"):
    """Figures of one wave; shares by option."""
    series = factories.make_survey(slug=survey)
    fieldwork = factories.make_wave(slug=wave, survey=series, name_en=wave)
    question = factories.make_question(code=code, survey=series, topic=topic, kind="multiple")
    factories.make_wording(question=question, wave=fieldwork)
    for option, percent in shares.items():
        made = factories.make_option(question=question, code=option, name_en=option)
        factories.make_figure(wave=fieldwork, option=made, percent=percent)


def test_the_newest_year_leads():
    asked("serverless_use_any", topic="adoption", wave="2019", shares={"yes": "41"}, survey="old")
    asked("serverless_use_any", topic="adoption", wave="2022", shares={"yes": "33"}, survey="new")

    (answer,) = answers()

    assert (answer.topic, answer.address, answer.value) == ("Adoption", "topics/adoption", "33%")
    assert answer.exhibit.address == "surveys/new/2022/serverless_use_any"
    assert answer.chart is answer.exhibit


def test_of_one_year_the_question_that_compares_best_leads():
    asked("motivation", topic="concerns", wave="2020", shares={"cost": "33"}, survey="review")
    asked("serverless_considerations", topic="concerns", wave="2020", shares={"cost": "49"}, survey="china")

    (answer,) = answers()

    assert answer.exhibit.address == "surveys/china/2020/serverless_considerations"


def test_the_value_is_that_of_the_largest_answer_proper():
    asked("serverless_challenges", topic="challenges", wave="2020", shares={"none": "60", "debug": "51", "test": "32"})

    (answer,) = answers()

    assert answer.value == "51%"


def test_who_was_asked_stands_without_the_words_of_the_question():
    asked("serverless_use_any", topic="adoption", wave="2022", shares={"yes": "33"})
    Wording.objects.update(text_en="Does your organisation use it?", asked_en="Developers")

    (answer,) = answers()

    assert "Does your organisation use it?" in answer.exhibit.subtitle
    assert answer.asked == answer.exhibit.subtitle.removeprefix("“Does your organisation use it?” ")
    assert "developers" in answer.asked


@pytest.mark.parametrize(
    ("headline", "rest"),
    [
        ("33% use serverless", "use serverless"),
        ("Cost first at 33%, latency last at 18%", "Cost first at 33%, latency last at 18%"),
    ],
)
def test_a_value_that_begins_the_headline_is_said_once(headline, rest):
    asked("serverless_use_any", topic="adoption", wave="2022", shares={"yes": "33"})
    (answer,) = answers()

    told = replace(answer, exhibit=replace(answer.exhibit, finding=headline))

    assert told.rest == rest


def test_a_question_of_several_waves_is_drawn_over_them():
    asked("serverless_use_any", topic="adoption", wave="2019", shares={"yes": "41", "planning": "20"})
    question = Question.objects.get()
    wave = factories.make_wave(slug="2022", survey=question.survey, name_en="2022")
    factories.make_wording(question=question, wave=wave)
    factories.make_figure(wave=wave, option=question.options.get(code="yes"), percent="71.6")

    (answer,) = answers()

    assert answer.value == "71.6%"
    assert answer.chart.href() == "/en/surveys/series/trend/serverless_use_any?only=yes"
    assert list(answer.chart.frame["value"]) == [41, 71.6]


def test_a_portal_without_surveys_has_no_answers():
    assert answers() == []
