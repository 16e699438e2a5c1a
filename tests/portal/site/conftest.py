"""A small world for the portal's own pages.

source    first-party report · copy site with an address that must not be shown
term      Function as a Service 函数即服务, also FaaS
product   AWS Lambda of Amazon Web Services 亚马逊云科技 with one fact
survey    China survey 中国云原生用户调查, wave 2020, one question, 28 % In production 用于生产环境
"""

import pytest

from portal.models import Source
from surveys.models import Question
from tests import factories


@pytest.fixture
def small_world(db):
    report = factories.make_source(code="the-report", title="Report of 2020", publisher="Institute")
    copy = factories.make_source(
        code="a-copy",
        title="Copy of a price list",
        url="https://copy.example/prices",
        standing=Source.Standing.COPY_SITE,
    )
    factories.make_term(
        code="faas",
        name_en="Function as a Service",
        name_zh="函数即服务",
        aliases=["FaaS"],
        definition_en="Runs a function for each event.",
        definition_zh="按事件运行函数。",
        source=report,
    )
    vendor = factories.make_vendor(slug="aws", name_en="Amazon Web Services", name_zh="亚马逊云科技")
    product = factories.make_product(slug="aws-lambda", name_en="AWS Lambda", name_zh="AWS Lambda", vendor=vendor)
    factories.make_fact(product=product, source=copy, value=10240)
    survey = factories.make_survey(slug="china-survey", name_en="China survey", name_zh="中国云原生用户调查")
    wave = factories.make_wave(slug="2020", survey=survey, name_en="2020", source=report)
    question = factories.make_question(
        code="stage", survey=survey, name_en="Stage of adoption", name_zh="采用阶段", kind="single"
    )
    factories.make_wording(question=question, wave=wave, source=report)
    option = factories.make_option(question=question, name_en="In production", name_zh="用于生产环境")
    factories.make_figure(wave=wave, option=option, percent="28", source=report)
    return {"report": report, "copy": copy, "product": product}


@pytest.fixture
def adoption(small_world):
    """The same, whose question is one that the front page begins with."""
    Question.objects.filter(code="stage").update(code="serverless_stage", topic="adoption")
    return small_world
