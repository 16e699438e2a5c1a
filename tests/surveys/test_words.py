"""Dates, bases and sentences as people read them."""

import pytest
from django.utils.translation import override

from portal.words import sentences, spaced
from surveys.method import method_lines
from surveys.words import base_words, choice_words, fieldwork, inside, subtitle, write_date
from tests import factories as make

NAN = float("nan")


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2020", "2020", "2020"),
        ("2020-05", "May 2020", "2020 年 5 月"),
        ("2020-05-03", "3 May 2020", "2020 年 5 月 3 日"),
    ],
)
def test_write_date_is_as_exact_as_known(text, english, chinese):
    assert write_date(text) == english
    with override("zh-hans"):
        assert write_date(text) == chinese


@pytest.mark.parametrize(
    ("bases", "text"),
    [
        ([500.0, 500.0], "n = 500"),
        ([120.0, 1324.0], "n = 120–1,324"),
        ([NAN], "base not published"),
        ([500.0, NAN], "n = 500 where published"),
        ([], "base not published"),
    ],
)
def test_base_words(bases, text):
    assert base_words(bases) == text


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Deployment cost", "deployment cost"),
        ("AWS Lambda", "AWS Lambda"),
        ("Kubernetes", "Kubernetes"),
        ("IoT", "IoT"),
        ("Internet of things", "internet of things"),
        ("", ""),
    ],
)
def test_inside_keeps_names(label, text):
    assert inside(label) == text


def test_chinese_stands_apart_from_latin_and_digits():
    with override("zh-hans"):
        assert spaced("29%使用Serverless技术") == "29% 使用 Serverless 技术"
        assert sentences(["甲", "乙。"]) == "甲。乙。"


def test_subtitle_says_who_when_and_how_many(world):
    assert subtitle(world.wording("serverless_challenges"), [NAN], answers=3) == (
        "China survey 2020: users of serverless. Multiple choice, base not published."
    )
    assert subtitle(world.wording("serverless_public_cloud"), [NAN], answers=4) == (
        "China survey 2020: users of the cloud. Base not published."
    )
    with override("zh-hans"):
        assert (
            subtitle(world.wording("serverless_stage"), [NAN], answers=5)
            == "中国调查 2020 年：云用户。单选，未公布基数。"
        )


def test_method_lines_say_what_is_not_published(world):
    lines = {line.term: (line.text, line.is_missing) for line in method_lines(world.wave)}

    assert lines["Who was asked"] == ("Users of the cloud", False)
    assert lines["How many"] == ("not published", True)
    assert lines["When"] == ("not published", True)


def test_wave_title_does_not_say_the_year_twice(db):
    survey = make.make_survey(name_en="Community Survey 2020", name_zh="2020 年社区调查（公司）")

    assert make.make_wave(survey=survey, slug="2020", name_en="2020").title() == "Community Survey 2020"
    assert make.make_wave(survey=survey, slug="2021", name_en="2021", name_zh="2021 年").title("zh-hans") == (
        "2020 年社区调查（公司）2021 年"
    )


def test_fieldwork_in_chinese_stands_apart_from_digits(world):
    wave = world.wave
    wave.fieldwork_start, wave.fieldwork_end = "2021-11-30", "2022-01"

    with override("zh-hans"):
        assert fieldwork(wave) == "2021 年 11 月 30 日至 2022 年 1 月"


def test_any_use_is_no_multiple_choice(world):
    wording = world.wording("serverless_challenges")
    wording.question.code = "serverless_use_any"

    assert choice_words(wording.question, wording, 3) == ""
