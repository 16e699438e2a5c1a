"""Figures that speak of a product or a vendor: one line an answer, over its waves."""

import pytest
from django.utils.translation import override

from surveys.models import Wording
from surveys.section import SECTION
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lambdas(world):
    """aws_lambda of the China survey: 5% in 2020, 9% in 2022."""
    option = world.wording("serverless_public_cloud").question.options.get(code="aws_lambda")
    later = make.make_wave(survey=world.china, slug="2022", name_en="2022")
    make.make_figure(wave=later, option=option, percent=9, base_n=300)
    return option


def points(kind: str, code: str) -> list[tuple]:
    return [(point.label, point.text, point.is_break) for point in SECTION.mentions(kind, [code])[0].points]


def test_waves_of_one_answer_are_one_mention_with_its_points(lambdas):
    (mention,) = SECTION.mentions("product", ["aws-lambda"])

    assert (mention.value, mention.detail) == ("9%", "China survey 2022, n = 300")
    assert mention.address == "surveys/china/trend/serverless_public_cloud"
    assert points("product", "aws-lambda") == [("2020", "5%", False), ("2022", "9%", False)]


def test_waves_that_do_not_compare_are_marked(lambdas):
    wave = lambdas.question.survey.waves.get(slug="2022")
    make.make_wording(question=lambdas.question, wave=wave, comparable="no", break_reason_en="Other people.")

    assert points("product", "aws-lambda") == [("2020", "5%", False), ("2022", "9%", True)]


def test_parts_of_the_sample_are_lines_of_their_own(lambdas):
    part = make.make_segment(name_en="Banks", name_zh="银行")
    make.make_figure(wave=lambdas.question.survey.waves.get(slug="2022"), option=lambdas, segment=part, percent=50)

    values = {mention.value: len(mention.points) for mention in SECTION.mentions("product", ["aws-lambda"])}

    assert values == {"9%": 2, "50%": 0}


def test_newest_waves_stand_first(lambdas):
    other = make.make_question(survey=lambdas.question.survey)
    option = make.make_option(question=other, product=lambdas.product)
    newest = make.make_wave(survey=other.survey, slug="2024", name_en="2024")
    make.make_figure(wave=newest, option=option, percent=12)

    assert [mention.value for mention in SECTION.mentions("product", ["aws-lambda"])] == ["12%", "9%"]


@pytest.fixture
def named(db):
    """A vendor whose name is an answer about providers, and one about practice."""
    vendor = make.make_vendor(slug="ali", name_en="Ali Cloud", name_zh="阿里云")
    for topic, name, percent in (("providers", "ALI cloud", 16), ("practice", "Ali Cloud", 99)):
        question = make.make_question(topic=topic)
        option = make.make_option(question=question, name_en=name)
        make.make_figure(wave=make.make_wave(survey=question.survey), option=option, percent=percent)
    return vendor


def test_vendors_are_named_by_answers_about_providers_only(named):
    assert [mention.value for mention in SECTION.mentions("vendor", ["ali"])] == ["16%"]


def test_vendors_are_named_in_either_language(named):
    question = make.make_question(topic="providers")
    option = make.make_option(question=question, name_en="Alibaba", name_zh="阿里云")
    make.make_figure(wave=make.make_wave(survey=question.survey), option=option, percent=7)

    with override("zh-hans"):
        assert {mention.value for mention in SECTION.mentions("vendor", ["ali"])} == {"16%", "7%"}


def test_answers_that_are_products_belong_to_the_product(named):
    question = make.make_question(topic="providers")
    option = make.make_option(question=question, name_en="Ali Cloud", product=make.make_product())
    make.make_figure(wave=make.make_wave(survey=question.survey), option=option, percent=7)

    assert [mention.value for mention in SECTION.mentions("vendor", ["ali"])] == ["16%"]


def test_number_of_queries_does_not_grow_with_the_figures(lambdas, django_assert_num_queries):
    for number in range(3):
        option = make.make_option(question=lambdas.question, code=f"more_{number}", product=lambdas.product)
        make.make_figure(wave=lambdas.question.survey.waves.get(slug="2022"), option=option)

    with django_assert_num_queries(2):
        SECTION.mentions("product", ["aws-lambda"])


def test_wordings_are_asked_only_where_there_are_several_waves(world, django_assert_num_queries):
    assert Wording.objects.count()
    with django_assert_num_queries(1):
        SECTION.mentions("product", ["aws-lambda"])
