"""Two exhibits to put into decks, and how to ask for a deck and its files.

surveys/users/2020/use   yes 40.5, no 30 (source "report"), drawn as bars
products                 AWS Lambda, a table
"""

import pytest
from django.core.cache import cache
from django.http import QueryDict

from portal.decks.making import file_of
from portal.decks.parameters import read_deck
from tests import factories as make

USE, PRODUCTS = "surveys/users/2020/use", "products"


@pytest.fixture
def shelf(db) -> None:
    cache.clear()  # files of other tests, whose data have the same version
    report = make.make_source(code="report", title="Report on functions", publisher="An Institute", published="2021")
    survey = make.make_survey(slug="users", name_en="Users", name_zh="用户调查")
    wave = make.make_wave(survey=survey, slug="2020", name_en="2020", name_zh="2020 年", source=report)
    question = make.make_question(survey=survey, code="use", name_en="Use", name_zh="使用情况", kind="single")
    make.make_wording(question=question, wave=wave, source=report)
    for order, (code, name, percent) in enumerate((("yes", "Yes", "40.5"), ("no", "No", "30"))):
        option = make.make_option(question=question, code=code, name_en=name, name_zh=f"{name} 中文", order=order)
        make.make_figure(option=option, wave=wave, percent=percent, source=report)
    make.make_product(slug="aws-lambda", name_en="AWS Lambda", source=report)


@pytest.fixture
def deck_file(shelf):
    """The bytes of a deck's file, by the query of its address."""

    def make_file(query: str, suffix: str, language: str = "en") -> bytes:
        return file_of(read_deck(QueryDict(query)), language, suffix)

    return make_file
