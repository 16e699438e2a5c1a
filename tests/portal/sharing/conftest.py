"""One question with one number, whose address every sharing test uses, and a list without a chart."""

import pytest
from django.core.cache import cache

from tests import factories

QUESTION = "surveys/sharers/2020/use"  # of its own: pictures are kept by address


@pytest.fixture(autouse=True)
def _no_pictures():
    """Pictures are kept by address and version, which are the same in each test; their words are not."""
    cache.clear()


@pytest.fixture
def question(db) -> str:
    """The address of a question: 62.5 % Yes, whose chart is drawn. The vendor table has one row and no chart."""
    source = factories.make_source(code="report", title="Report </script> & more", publisher="Institute")
    survey = factories.make_survey(slug="sharers", name_en="User survey", name_zh="用户调查")
    wave = factories.make_wave(slug="2020", survey=survey, name_en="2020", source=source)
    asked = factories.make_question(code="use", survey=survey, name_en="Use of functions", name_zh="函数的使用")
    factories.make_wording(question=asked, wave=wave, source=source)
    option = factories.make_option(question=asked, code="yes", name_en="Yes", name_zh="是")
    factories.make_figure(wave=wave, option=option, percent="62.5", source=source)
    factories.make_vendor(slug="acme", name_en="Acme", name_zh="Acme", source=source)
    return QUESTION
