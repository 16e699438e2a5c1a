"""A small world for the API, and clients that ask it.

survey-a  2019, 2020   serverless_use: yes no    figures: whole sample and region asia; a null base
          2020         answers of 48 respondents: tests/surveys/api/conftest.py
aws       aws-lambda   max_memory_mb 10240, price 0.0000166667 USD, gpu false, runtimes python go, policy text
layers    platform > runtime                     listing aws-lambda in edition 2020
sources   report (linked), copy (copy site, not linked)
"""

from types import SimpleNamespace

import pytest
from django.test import Client

from tests import factories as make
from tests.surveys.api.conftest import small_answers
from tests.surveys.microdata.stored import make_dataset
from vendors.models import Attribute


@pytest.fixture
def get(client: Client):
    """`get("/surveys", limit=2)`: the response under /api/v1."""

    def ask(path: str, headers: dict | None = None, **parameters):
        return client.get(f"/api/v1{path}", parameters, headers=headers or {})

    return ask


@pytest.fixture
def world(db) -> SimpleNamespace:
    report = make.make_source(code="report", title="The report", published="2020-11")
    copy = make.make_source(code="copy", title="A copy", standing="copy_site", published="")
    return SimpleNamespace(report=report, copy=copy, **surveys(report, copy), **vendors(report, copy))


def surveys(report, copy) -> dict:
    survey = make.make_survey(slug="survey-a", name_en="Survey A", name_zh="调查甲")
    question = make.make_question(survey=survey, code="serverless_use", name_en="Use", name_zh="使用", kind="single")
    yes, no = (make.make_option(question=question, code=code, order=order) for order, code in enumerate(("yes", "no")))
    asia = make.make_segment(code="asia", name_en="Asia", name_zh="亚洲")
    early, late = (make.make_wave(survey=survey, slug=slug, source=report) for slug in ("2019", "2020"))
    for wave in (early, late):
        make.make_wording(question=question, wave=wave, source=report)
    figures = [
        make.make_figure(wave=early, option=yes, percent="29", base_n=None, source=report, note_en="Read off"),
        make.make_figure(wave=late, option=yes, percent="41.5", low="39", high="44.25", source=report),
        make.make_figure(wave=late, option=no, percent="58.5", source=copy, note_zh="读图"),
        make.make_figure(wave=late, option=yes, segment=asia, percent="50", base_n=80, source=report),
    ]
    make_dataset(small_answers(), wave=late)
    return {"survey": survey, "question": question, "wave": late, "figures": figures}


def vendors(report, copy) -> dict:
    aws = make.make_vendor(slug="aws", name_en="Amazon Web Services", name_zh="亚马逊云科技", country="US")
    product = make.make_product(slug="aws-lambda", vendor=aws, name_en="AWS Lambda", source=report)
    values = {
        "max_memory_mb": ("number", 10240),
        "price": ("money", "0.0000166667"),
        "gpu": ("boolean", False),
        "runtimes": ("list", ["Python", "Go", "易语言"]),
        "policy": ("text", "15 minutes, then stopped"),
    }
    facts = {}
    for code, (value_type, value) in values.items():
        attribute = make.make_attribute(code=code, value_type=Attribute.ValueType(value_type))
        facts[code] = make.make_fact(product=product, attribute=attribute, value=value, source=report)
    old = make.make_fact(
        product=product, attribute=facts["gpu"].attribute, value=True, observed_on="2020", is_current=False, source=copy
    )
    layers = make.make_scheme(code="layers", source=report)
    platform = make.make_category(scheme=layers, code="platform")
    runtime = make.make_category(scheme=layers, code="runtime", parent=platform)
    listing = make.make_listing(category=runtime, key="aws-lambda", product=product, vendor=aws, source=report)
    make.make_listing_event(scheme=layers, key="aws-lambda", name="AWS Lambda", date="2019-04-01", source=report)
    make.make_listing_event(scheme=layers, key="aws-lambda", name="Lambda", kind="renamed", previous_name="AWS Lambda")
    tariff = make.make_tariff(code="on-demand", product=product, rules=["max_memory_mb"], source=report)
    make.make_meter(tariff=tariff, price=facts["price"].attribute, free=facts["max_memory_mb"].attribute, source=report)
    make.make_term(code="cold-start", name_en="Cold start", name_zh="冷启动", aliases=["Cold boot"], source=None)
    make.make_chapter(slug="adoption")
    make.make_chapter(slug="draft", published=False)
    return {"product": product, "facts": facts, "old": old, "listing": listing}
