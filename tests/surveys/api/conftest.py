"""Forty-eight answers of one wave, asked through the API.

Q1  a b c, c is nobody's       break region: north south west (24, 20, 4); age is for researchers only
Q2  multiple x y z, a net      number n: 0 to 47
w   weights 1 and 2
"""

import pytest

from tests import factories as make
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset

COUNT = 48


def small_answers():
    questions = [
        make_question("q1", options="a b c", nets={"ab": "a b"}, topic="adoption", note="Read aloud"),
        make_question("q2", "multiple", "x y z", nets={"any": "x y"}),
        make_question("region", options="north south west"),
        make_question("age", options="young old", break_for="research"),
        make_question("n", "numeric"),
        make_question("w", "weight", text_en="Raked weight", text_zh="校准权重"),
    ]
    regions = ["north"] * 24 + ["south"] * 20 + ["west"] * 4
    columns = {
        "q1": ["a" if number % 3 else "b" for number in range(COUNT)],
        "q2": [None if number % 8 == 0 else "x y" if number % 2 else "z" for number in range(COUNT)],
        "region": regions,
        "age": ["young" if number % 2 else "old" for number in range(COUNT)],
        "n": list(range(COUNT)),
        "w": [1 + number % 2 for number in range(COUNT)],
    }
    return make_answers(questions, columns, weight="w")


@pytest.fixture
def get(client):
    def ask(path: str, headers: dict | None = None, **parameters):
        return client.get(f"/api/v1{path}", parameters, headers=headers or {})

    return ask


@pytest.fixture
def dataset(db):
    wave = make.make_wave(
        survey=make.make_survey(slug="survey-a", name_en="Survey A", name_zh="调查甲"), slug="2022", name_en="2022"
    )
    return make_dataset(small_answers(), wave=wave)
